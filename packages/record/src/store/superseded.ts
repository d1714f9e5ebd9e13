/**
 * What a new plan puts out of force. Hazard: two active orders of one drug read as both doses. Only orders and plans that
 * were signed here are touched; things to be watched stay open until somebody has done or cancelled them.
 */
import type { CarePlan, MedicationRequest } from '@medplum/fhirtypes'
import type { Plan } from '@anodyne/pathway'
import type { Store, Stored, Write } from '../store.ts'
import { PLANS } from '../write/frame.ts'

/** The writes that end this person's earlier plans and orders; refused as a conflict if one changes meanwhile. */
export async function superseded(store: Store, patientId: string, plan: Plan): Promise<Write[]> {
  const active = { patient: patientId, status: 'active' }
  const carePlans = (await store.search('CarePlan', active)) as Stored<CarePlan>[]
  const ours = carePlans.filter((p) => p.identifier?.some((i) => i.system === PLANS))
  const ended = ours.map((p): Write => put({ ...p, status: 'completed' }))

  // A hold that orders nothing leaves the order in force to be clarified.
  if (plan.option.kind === 'hold' && plan.option.regimen === undefined) return ended
  const orders = (await store.search('MedicationRequest', active)) as Stored<MedicationRequest>[]
  const signedHere = new Set((await everySigned(store, patientId)).flatMap((p) => orderedBy(p)))
  const reason = { text: `Replaced by plan ${plan.id}, signed ${plan.signedAt}` }
  const stopped = orders
    .filter((o) => signedHere.has(`MedicationRequest/${o.id}`))
    .map((o): Write => put({ ...o, status: 'stopped', statusReason: reason }))
  return [...ended, ...stopped]
}

async function everySigned(store: Store, patientId: string): Promise<CarePlan[]> {
  const plans = (await store.search('CarePlan', { patient: patientId })) as CarePlan[]
  return plans.filter((p) => p.identifier?.some((i) => i.system === PLANS))
}

function orderedBy({ activity }: CarePlan): string[] {
  return (activity ?? []).flatMap((a) => a.reference?.reference ?? [])
}

function put(resource: Stored<CarePlan> | Stored<MedicationRequest>): Write {
  return { op: 'put', resource, ifMatch: resource.meta.versionId }
}
