/** Signing: the record is assessed again at that moment, and only what the clinician saw can be signed. */
import { sign } from '@anodyne/pathway'
import { assessRecord, loadRecord, readCase, savePlan, writePlan } from '@anodyne/record'
import { z } from 'zod'
import type { PlanPage, Realm, Refusal } from './api.ts'
import type { AppContext } from './realms.ts'
import { localDay } from './today.ts'

export const signRequest = z.strictObject({
  kind: z.enum(['test-dose', 'start', 'step', 'hold', 'reduce', 'taper', 'stop', 'decline']),
  record: z.string().regex(/^[0-9a-f]{64}$/, 'expected the record hash shown with the assessment'),
  clinician: z.strictObject({
    name: z.string().trim().min(2, 'expected the name of the person who signs').max(120),
    role: z.enum(['prescriber', 'clinical-lead']),
  }),
})

export async function signOption(
  context: AppContext,
  realm: Realm,
  patient: string,
  request: z.infer<typeof signRequest>,
): Promise<PlanPage | { status: 404 | 409 | 422; refusal: Refusal }> {
  const store = context.realms[realm]
  const record = await loadRecord(store, patient)
  if (!record)
    return {
      status: 404,
      refusal: { code: 'no-such-patient', message: `No patient ${patient} in the ${realm} store.` },
    }
  const now = context.clock()
  const assessment = assessRecord(record.bundle, { asOf: localDay(now), protocol: context.protocol })
  if (assessment.record !== request.record) {
    const message =
      'The record has changed since this page was opened. Open the patient again and read it before signing.'
    return { status: 409, refusal: { code: 'record-changed', message } }
  }
  const option = assessment.options.find((o) => o.kind === request.kind)
  if (!option) {
    return {
      status: 422,
      refusal: { code: 'no-such-option', message: `"${request.kind}" is not among today's options for this patient.` },
    }
  }
  const plan = sign(assessment, option, request.clinician, now.toISOString(), context.newId(), context.protocol)
  if ('refused' in plan) return { status: 422, refusal: plan.refused }
  await savePlan(store, plan, writePlan(plan, readCase(record.bundle, assessment.asOf).case.ketamine.goal?.value))
  return { realm, plan }
}
