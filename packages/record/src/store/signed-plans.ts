/** Signed plans: each resource of the plan for itself, and the plan's own JSON, from which it is read back exactly. */
import type { Binary, Bundle, GuidanceResponse } from '@medplum/fhirtypes'
import type { Plan } from '@anodyne/pathway'
import { hashOf } from '../hash.ts'
import { type Store, StoreRefusal, type Stored, type Write } from '../store.ts'
import { PLANS, SHA256 } from '../write/frame.ts'
import { snapshotOf } from '../write/decision.ts'
import { patientIdFrom } from './patient-id.ts'
import { superseded } from './superseded.ts'

/**
 * Keeps a signed plan and its FHIR resources (`planBundle` from `writePlan`) in one transaction, which also ends the
 * person's earlier plan and order. Gives back the plan's resources.
 * @param patientVersion of the stored Patient when the record that the plan rests on was read; left out, the one now
 * @throws StoreRefusal `patient-unknown`, `plan-exists` (a signed plan is not signed again), `plan-mismatch`,
 * `resource-invalid`, `version-conflict` (a record or a plan of this person was written meanwhile)
 */
export async function savePlan(
  store: Store,
  plan: Plan,
  planBundle: Bundle,
  patientVersion?: string,
): Promise<readonly Stored[]> {
  const patientId = patientIdFrom(plan.assessment.person.id)
  const patient = await store.read('Patient', patientId)
  if (patient === undefined) {
    throw new StoreRefusal('patient-unknown', `Patient/${patientId} is not in the store. The plan was not written.`)
  }
  const resources = (planBundle.entry ?? []).flatMap((e) => e.resource ?? [])
  const decision = resources.find((r) => r.resourceType === 'GuidanceResponse')
  if (planOf(decision) !== plan.id || hashIn(decision) !== hashOf(plan)) {
    throw new StoreRefusal('plan-mismatch', `The resources are not those of plan ${plan.id}. Nothing was written.`)
  }
  if (await store.read('GuidanceResponse', decision?.id ?? '')) {
    throw new StoreRefusal('plan-exists', `Plan ${plan.id} is already signed and kept. Nothing was written.`)
  }
  const ended = await superseded(store, patientId, plan)
  // Every record and every plan moves the Patient's version, so that two at one moment cannot both be written.
  const turn: Write = { op: 'put', resource: patient, ifMatch: patientVersion ?? patient.meta.versionId }
  const written = await store.write([...resources.map((resource): Write => ({ op: 'put', resource })), ...ended, turn])
  return written.slice(0, resources.length)
}

/** A person's signed plans, newest first. */
export async function plansOf(store: Store, patientId: string): Promise<readonly Plan[]> {
  const decisions = (await store.search('GuidanceResponse', { patient: patientId })) as GuidanceResponse[]
  const plans = await Promise.all(decisions.filter((d) => planOf(d) !== undefined).map((d) => readPlan(store, d)))
  return plans.sort((a, b) => (a.signedAt < b.signedAt ? 1 : a.signedAt > b.signedAt ? -1 : a.id < b.id ? 1 : -1))
}

/** One signed plan of this person, exactly as it was signed. @throws StoreRefusal `plan-damaged` */
export async function loadPlan(store: Store, patientId: string, planId: string): Promise<Plan | undefined> {
  const decisions = (await store.search('GuidanceResponse', { patient: patientId })) as GuidanceResponse[]
  const decision = decisions.find((d) => planOf(d) === planId)
  return decision && readPlan(store, decision)
}

async function readPlan(store: Store, decision: GuidanceResponse): Promise<Plan> {
  const binary = (await store.read('Binary', snapshotOf(decision.id ?? ''))) as Binary | undefined
  const plan = binary?.data && (JSON.parse(Buffer.from(binary.data, 'base64').toString('utf8')) as Plan)
  if (!plan || hashOf(plan) !== hashIn(decision)) {
    throw new StoreRefusal('plan-damaged', `Plan ${planOf(decision)} is not what was signed: its SHA-256 differs.`)
  }
  return plan
}

const planOf = (d?: GuidanceResponse) =>
  d?.requestIdentifier?.system === PLANS ? d.requestIdentifier.value : undefined
const hashIn = (d?: GuidanceResponse) => d?.identifier?.find((i) => i.system === SHA256)?.value
