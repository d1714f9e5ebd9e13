/** What an option rests on: inputs used, protocol lines with source, population, model; and that an unsigned protocol is not approved. */
import type { Forecast } from '@anodyne/pharmacology'
import type { Case } from '../case.ts'
import type { Protocol } from '../protocol.ts'
import { limitOf } from './limit.ts'

export function basis(facts: Case, protocol: Protocol, keys: readonly string[], forecast?: Forecast): string[] {
  return [
    inputs(facts),
    ...keys.map((key) => protocolLine(protocol, key)),
    ...population(keys),
    ...model(forecast),
    standing(protocol),
  ]
}

/** One limit, read aloud. */
export function protocolLine(protocol: Protocol, key: string): string {
  const { value, unit, basis: kind, source, disagreement } = limitOf(protocol, key)
  const amount = unit === '1' ? `${value}` : `${value} ${unit}`
  return `Protocol ${key}: ${amount} (${kind}). ${source}.${disagreement ? ` Sources disagree: ${disagreement}` : ''}`
}

export function standing({ id, version, signed }: Protocol): string {
  return signed
    ? `Protocol ${id} ${version}, signed by ${signed.by}, ${signed.role}, on ${signed.on}.`
    : `Protocol ${id} ${version} is not signed: its limits are not yet approved for care.`
}

function inputs(facts: Case): string {
  const { age, sex } = facts.person
  const newest = (name: string, fact: { says: string } | undefined) =>
    fact ? `${name}: ${fact.says}` : `${name} not known`
  return `Read on ${facts.asOf.slice(0, 10)}: ${[
    age === undefined ? 'age not known' : `${age} years`,
    sex ?? 'sex not known',
    newest('weight (kg)', facts.measurements.weight?.[0]),
    newest('pressure', facts.bloodPressure[0]),
    newest('pain (NRS)', facts.measurements.painNRS?.[0]),
    facts.medications === undefined ? 'medication list not known' : `${facts.medications.length} medicines listed`,
  ].join('; ')}.`
}

const population = (keys: readonly string[]) =>
  keys.length > 0
    ? [
        'Population: adults in specialist pain and palliative services, many with neuropathic or cancer pain; mostly uncontrolled series, so a starting point and not an effect size.',
      ]
    : []

function model(forecast: Forecast | undefined): string[] {
  if (forecast === undefined) return []
  const { model: used, n, seed, assumed } = forecast
  return [
    `Forecast: model ${used.id} ${used.version}, ${n} virtual patients, seed ${seed}; predicted, not observed.`,
    ...assumed.map((a) => `Assumed: ${a}.`),
  ]
}
