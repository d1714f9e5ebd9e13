/** Signing: the record is assessed again at that moment, and only what the clinician saw can be signed. */
import { sign } from '@anodyne/pathway'
import { assessRecord, loadRecord, readCase, savePlan, StoreRefusal, writePlan } from '@anodyne/record'
import { z } from 'zod'
import type { PlanPage, Realm, Refusal } from './api.ts'
import type { AppContext } from './realms.ts'
import { localDay } from './today.ts'

export const signRequest = z.strictObject({
  kind: z.enum(['test-dose', 'start', 'step', 'hold', 'reduce', 'taper', 'stop', 'decline']),
  asOf: z.iso.date('expected the day shown with the assessment'),
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
  // Its version is taken before the record is read: whatever is written in between is then a conflict.
  const version = (await store.read('Patient', patient))?.meta.versionId
  const record = version === undefined ? undefined : await loadRecord(store, patient)
  if (version === undefined || !record)
    return {
      status: 404,
      refusal: { code: 'no-such-patient', message: `No patient ${patient} in the ${realm} store.` },
    }
  const now = context.clock()
  const assessment = assessRecord(record.bundle, { asOf: localDay(now), protocol: context.protocol })
  if (assessment.record !== request.record) return recordChanged
  // The same record on another day may offer another dose under the same name.
  if (assessment.asOf !== request.asOf) {
    const message = `This page is of ${request.asOf}; today is ${assessment.asOf}. Open the patient again and read it before signing.`
    return { status: 409, refusal: { code: 'day-changed', message } }
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
  const written = writePlan(plan, readCase(record.bundle, assessment.asOf).case.ketamine.goal?.value)
  try {
    await savePlan(store, plan, written, version)
  } catch (cause) {
    if (cause instanceof StoreRefusal && cause.code === 'version-conflict') return recordChanged
    throw cause
  }
  return { realm, plan }
}

const recordChanged = {
  status: 409,
  refusal: {
    code: 'record-changed',
    message:
      'The record has changed, or another plan was signed, since this page was opened. Open the patient again and read it before signing.',
  },
} as const
