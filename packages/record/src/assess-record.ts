/** The whole way from a record to options: read, profile, adjudicate, assess, propose. Reads no clock. */
import type { Bundle } from '@medplum/fhirtypes'
import {
  adjudicate,
  assess,
  chronicity,
  profileMechanisms,
  propose,
  type Assessment,
  type Case,
  type Protocol,
} from '@anodyne/pathway'
import { composite, forecastBasis } from '@anodyne/pharmacology'
import { forecastFor } from './forecast-for.ts'
import { hashOf } from './hash.ts'
import { readCase } from './read/index.ts'

export interface AssessOptions {
  /** The day the record is read on, ISO 8601. */
  readonly asOf: string
  readonly protocol: Protocol
  /** kg; stands before any weight in the record */
  readonly weight?: number
  /** Virtual patients per option; default 300. */
  readonly n?: number
  readonly seed?: number
}

/** Of every number that a forecast rests on, effects and their uncertainty too. It takes a millisecond: once. */
const modelHash = hashOf(forecastBasis)

/** Same record, same day, same protocol, same seed: the same assessment, bit for bit. */
export function assessRecord(bundle: Bundle, { asOf, protocol, weight, n = 300, seed = 1 }: AssessOptions): Assessment {
  const { case: read, issues } = readCase(bundle, asOf)
  const facts = weight === undefined ? read : withWeight(read, weight)
  const findings = assess(facts, protocol)
  const weighed = facts.measurements.weight?.[0]
  return {
    asOf,
    person: {
      ...facts.person,
      ...(weighed ? { weight: weighed.value } : {}),
      ...(weighed?.at ? { weighedOn: weighed.at.slice(0, 10) } : {}),
    },
    phase: facts.ketamine.phase,
    issues,
    chronicity: chronicity(facts),
    mechanisms: profileMechanisms(facts),
    treatments: adjudicate(facts, protocol),
    findings,
    // Hazard: a dose for a person who has died is a dose for somebody else.
    options: issues.some(({ code }) => code === 'patient-deceased')
      ? []
      : propose(facts, findings, protocol, forecastFor(facts, n, seed)),
    model: { id: composite.id, version: composite.version, hash: modelHash },
    protocol: {
      id: protocol.id,
      version: protocol.version,
      hash: hashOf(protocol),
      ...(protocol.signed ? { signed: protocol.signed } : {}),
    },
    record: hashOf(bundle),
  }
}

function withWeight(facts: Case, weight: number): Case {
  const given = {
    value: weight,
    at: facts.asOf,
    where: 'given with the request',
    says: `Weight ${weight} kg, given with the request`,
  }
  // Of one day's weights the lightest counts (rule T08): a given one stands before those, or it would not stand.
  const earlier = (facts.measurements.weight ?? []).filter((w) => w.at?.slice(0, 10) !== facts.asOf.slice(0, 10))
  return { ...facts, measurements: { ...facts.measurements, weight: [given, ...earlier] } }
}
