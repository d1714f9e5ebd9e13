/** The typical person alone, without spread: the curve that a paper's figure would show. */
import { composite, typical, type Profile } from '@anodyne/pharmacology'
import type { Scenario } from './scenario.ts'
import { refusingRanges } from './ranges.ts'
import { units } from './units.ts'

const run = ({ regimen, person, step, until }: Scenario): Profile =>
  refusingRanges(() => typical(regimen, person, times(step, until)))

export function typicalAsJson(scenario: Scenario): string {
  const { hours, ketamine, norketamine } = units
  return `${JSON.stringify({
    scenario: scenario.says,
    model: { id: composite.id, version: composite.version },
    units: { hours, ketamine, norketamine },
    regimen: scenario.regimen,
    person: scenario.person,
    ...run(scenario),
  })}\n`
}

export function typicalAsCsv(scenario: Scenario): string {
  const { hours, ketamine, norketamine } = run(scenario)
  const rows = hours.map((h, i) => [h, ketamine[i], norketamine[i]].join(','))
  return `${['hours,ketamine_ng_per_mL,norketamine_ng_per_mL', ...rows].join('\n')}\n`
}

/** From 0 to the end, the end included where the step does not meet it. */
function times(step: number, until: number): number[] {
  const all = Array.from({ length: Math.floor(until / step + 1e-9) + 1 }, (_, i) => i * step)
  return (all.at(-1) ?? 0) < until - 1e-9 ? [...all, until] : all
}
