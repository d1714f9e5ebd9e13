/** How tightly a plan must be set to stay on one sheet of paper (A4 and Letter alike), judged by how much it says. */
import type { Plan } from '@anodyne/pathway'

export type Density = 'airy' | 'normal' | 'dense' | 'densest'

/** Characters that the sheet will carry, with a line's worth for every item. */
export function weightOf({ option, assessment }: Pick<Plan, 'option' | 'assessment'>): number {
  const lines = [
    ...option.against,
    ...option.basis,
    ...option.monitoring.map(({ what, when }) => what + when),
    ...mattering(assessment.findings).map(({ because, ask }) => ask ?? because),
    ...(option.regimen?.stages ?? []).map(() => ''),
  ]
  return lines.reduce((sum, line) => sum + line.length + 40, 0)
}

export function densityOf(plan: Pick<Plan, 'option' | 'assessment'>): Density {
  const weight = weightOf(plan)
  // Measured on sheets of the demo patients: the longest of each kind still leaves a finger's breadth on Letter.
  if (weight < 1700) return 'airy'
  if (weight < 3000) return 'normal'
  return weight < 4600 ? 'dense' : 'densest'
}

/** Everything that is not clear. */
export function mattering(findings: Plan['assessment']['findings']) {
  return findings.filter(({ kind }) => kind !== 'clear')
}
