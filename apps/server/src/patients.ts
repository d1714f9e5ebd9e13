/** The list and the patient page: what the record says today, assessed today. */
import {
  assess,
  enginePerson,
  findingKinds,
  forecastNotes,
  pastCourse,
  type Case,
  type Finding,
  type FindingKind,
  type Protocol,
} from '@anodyne/pathway'
import { assessRecord, loadRecord, plansOf, readCase, StoreRefusal, type Store } from '@anodyne/record'
import type { PatientList, PatientPage, PatientRow, PlanSummary, Realm } from './api.ts'
import type { AppContext } from './realms.ts'
import { localDay } from './today.ts'

export async function listPatients(context: AppContext): Promise<PatientList> {
  const { protocol, clock, realms } = context
  const asOf = localDay(clock())
  const rows: PatientRow[] = []
  for (const realm of ['clinic', 'demo'] as const) {
    for (const patient of await realms[realm].search('Patient')) {
      const row = await patientRow(realms[realm], realm, patient.id, asOf, protocol).catch((cause: unknown) =>
        damagedRow(realm, patient.id, cause),
      )
      if (row) rows.push(row)
    }
  }
  rows.sort((a, b) => rank(a) - rank(b) || Number(isTreated(b)) - Number(isTreated(a)) || a.name.localeCompare(b.name))
  return {
    asOf,
    protocol: { title: protocol.title, version: protocol.version, signed: protocol.signed !== undefined },
    patients: rows,
  }
}

async function patientRow(
  store: Store,
  realm: Realm,
  id: string,
  asOf: string,
  protocol: Protocol,
): Promise<PatientRow | undefined> {
  const record = await loadRecord(store, id)
  if (!record) return undefined
  const { case: facts, issues } = readCase(record.bundle, asOf)
  const findings = assess(facts, protocol)
  const died = issues.find(({ code }) => code === 'patient-deceased')
  const worst: PatientRow['worst'] | undefined = died
    ? { kind: 'stop', rule: 'RR9', because: `No options: ${died.message}.` }
    : findings[0]
  if (!worst) throw new Error('assess answered no findings')
  const last = (await planSummaries(store, id))[0]
  const { name = 'Name not recorded', age, sex, synthetic } = facts.person
  return {
    realm,
    id,
    name,
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    synthetic,
    phase: facts.ketamine.phase,
    worst: { kind: worst.kind, rule: worst.rule, because: worst.because },
    counts: countKinds(findings),
    ...(last ? { lastPlan: { title: last.title, signedAt: last.signedAt, signedBy: last.signedBy.name } } : {}),
  }
}

/** A record or a plan that is not what was kept: this person stands at the top, and hides nobody else. */
function damagedRow(realm: Realm, id: string, cause: unknown): PatientRow {
  if (!(cause instanceof StoreRefusal)) throw cause
  return {
    realm,
    id,
    name: 'Record cannot be read',
    synthetic: realm === 'demo',
    phase: 'assessment',
    worst: { kind: 'stop', rule: cause.code, because: cause.message },
    counts: { stop: 1, hold: 0, missing: 0, caution: 0, clear: 0 },
  }
}

export async function patientPage(context: AppContext, realm: Realm, id: string): Promise<PatientPage | undefined> {
  const store = context.realms[realm]
  const record = await loadRecord(store, id)
  if (!record) return undefined
  const asOf = localDay(context.clock())
  const assessment = assessRecord(record.bundle, { asOf, protocol: context.protocol })
  const facts = readCase(record.bundle, asOf).case
  const past = pastCourse(facts)
  return {
    realm,
    assessment,
    series: seriesOf(facts),
    forecastPerson: enginePerson(facts),
    ...(past ? { forecastPast: past } : {}),
    forecastNotes: forecastNotes(facts),
    slider: sliderOf(facts, context.protocol),
    plans: await planSummaries(store, id),
  }
}

const rank = (row: PatientRow) => findingKinds.indexOf(row.worst.kind)
/** A person who is taking the drug comes before one who only might. */
const isTreated = ({ phase }: PatientRow) => !['assessment', 'declined', 'stopped'].includes(phase)

function seriesOf({ measurements, bloodPressure }: Case): PatientPage['series'] {
  return {
    pain: (measurements.painNRS ?? []).flatMap(({ at, value }) => (at ? [{ at, value }] : [])),
    bloodPressure: bloodPressure.flatMap(({ at, value }) => (at ? [{ at, ...value }] : [])),
  }
}

/** The what-if slider moves inside the protocol: one measurable step at a time, up to the most one dose may be. */
function sliderOf(facts: Case, { limits }: Protocol): PatientPage['slider'] {
  const limit = (key: string) => {
    const value = limits[key]?.value
    if (value === undefined) throw new Error(`the protocol has no limit ${key}`)
    return value
  }
  const ordered = facts.ketamine.order?.value.timesPerDay ?? NaN
  // An order of 0 or 1e9 times a day is no frequency to ask a what-if at.
  const timesPerDay = ordered >= 1 && ordered <= 24 ? ordered : limit('start.timesPerDay')
  const strength = limit('dose.strength')
  const perDay = Math.min(limit('T08.daily.cap') / timesPerDay, limit('dose.mgPerDose.cap'))
  const stepMg = Math.max(1, Math.round(strength * limit('dose.mLIncrement')))
  return { minMg: stepMg, maxMg: Math.floor(perDay / stepMg) * stepMg, stepMg, timesPerDay, strength }
}

/** Newest first. */
export async function planSummaries(store: Store, patient: string): Promise<PlanSummary[]> {
  const plans = await plansOf(store, patient)
  return plans.map(({ id, option, signedAt, signedBy }) => ({
    id,
    title: option.title,
    kind: option.kind,
    signedAt,
    signedBy,
  }))
}

function countKinds(findings: readonly Finding[]): Record<FindingKind, number> {
  const counts: Record<FindingKind, number> = { stop: 0, hold: 0, missing: 0, caution: 0, clear: 0 }
  for (const { kind } of findings) counts[kind]++
  return counts
}
