import type { Resource } from '@medplum/fhirtypes'
import { type OptionKind, optionKinds, type Phase } from '@anodyne/pathway'
import { expect, it } from 'vitest'
import type { Store } from '../store.ts'
import { planOf } from '../write/plan.fixture.ts'
import { writePlan } from '../write/write-plan.ts'
import { saveRecord } from './patient-record.ts'
import { ann, sent } from './records.fixture.ts'
import { loadPlan, plansOf, savePlan } from './signed-plans.ts'
import { openSqliteStore } from './sqlite-store.ts'

async function withAnn(): Promise<Store> {
  const store = openSqliteStore(':memory:', () => new Date('2026-03-02T10:16:00Z'))
  await saveRecord(store, sent())
  return store
}

it.each(optionKinds)('[ST12] a signed plan to %s is read back exactly', async (kind) => {
  const store = await withAnn()
  const plan = planOf(kind)
  await savePlan(store, plan, writePlan(plan))
  expect(await loadPlan(store, 'ann', plan.id)).toEqual(plan)
  expect(await loadPlan(store, 'ann', 'another')).toBeUndefined()
})

it('[ST12] a person’s plans are theirs alone, newest first', async () => {
  const store = await withAnn()
  await saveRecord(store, sent({ ...ann, id: 'ben' }))
  const plans = [
    planOf('test-dose', { id: 'z', signedAt: '2026-03-02T10:00:00.000Z' }),
    planOf('step', { id: 'x'.repeat(64), signedAt: '2026-03-09T10:00:00.000Z' }),
    planOf('stop', { id: 'an odd id', signedAt: '2026-03-05T10:00:00.000Z' }),
    planOf('hold', { id: 'b', patient: 'ben' }),
  ]
  for (const plan of plans) await savePlan(store, plan, writePlan(plan))
  expect((await plansOf(store, 'ann')).map((p) => p.option.kind)).toEqual(['step', 'stop', 'test-dose'])
  expect((await plansOf(store, 'ben')).map((p) => p.id)).toEqual(['b'])
  expect(await plansOf(store, 'nobody')).toEqual([])
  expect(await loadPlan(store, 'ben', 'z')).toBeUndefined()
})

it('[ST12] its resources can be found for themselves', async () => {
  const store = await withAnn()
  const plan = planOf('start')
  await savePlan(store, plan, writePlan(plan))
  expect(await store.search('MedicationRequest', { patient: 'ann', status: 'active' })).toHaveLength(1)
  expect(await store.search('Task', { patient: 'ann', status: 'requested' })).toHaveLength(2)
  expect(await store.search('DetectedIssue', { patient: 'ann' })).toHaveLength(4)
})

it('[ST12] the record stays as it was when a plan is signed', async () => {
  const store = await withAnn()
  const before = await store.history('Binary', 'ann')
  const plan = planOf('start')
  await savePlan(store, plan, writePlan(plan))
  expect(await store.history('Binary', 'ann')).toEqual(before)
})

it('[ST13] a plan is signed once', async () => {
  const store = await withAnn()
  const plan = planOf('start')
  await savePlan(store, plan, writePlan(plan))
  await expect(savePlan(store, plan, writePlan(plan))).rejects.toMatchObject({ code: 'plan-exists' })
  expect(await store.history('MedicationRequest', 'plan-start-dose')).toHaveLength(1)
})

it('[ST13] refuses a plan for a person it does not know, and resources that are another plan’s', async () => {
  const store = await withAnn()
  const [plan, stranger] = [planOf('start'), planOf('start', { patient: 'nobody' })]
  await expect(savePlan(store, stranger, writePlan(stranger))).rejects.toMatchObject({ code: 'patient-unknown' })
  const changed = planOf('start', { option: { title: 'Another title' } })
  await expect(savePlan(store, plan, writePlan(changed))).rejects.toMatchObject({ code: 'plan-mismatch' })
  await expect(savePlan(store, plan, { resourceType: 'Bundle', type: 'transaction' })).rejects.toMatchObject({
    code: 'plan-mismatch',
  })
  expect(await plansOf(store, 'ann')).toEqual([])
})

it('[ST13] a plan that is not what was signed is never shown as if it were', async () => {
  const store = await withAnn()
  const plan = planOf('start')
  await savePlan(store, plan, writePlan(plan))
  const data = Buffer.from(JSON.stringify({ ...plan, signedBy: { name: 'Somebody', role: 'prescriber' } })).toString(
    'base64',
  )
  await store.write([
    {
      op: 'put',
      resource: { resourceType: 'Binary', id: 'plan-start-snapshot', contentType: 'application/json', data },
    },
  ])
  await expect(loadPlan(store, 'ann', plan.id)).rejects.toMatchObject({ code: 'plan-damaged' })
})

it('[ST15] a new plan ends the earlier one: never two active orders', async () => {
  const store = await withAnn()
  const foreign = {
    ...writePlan(planOf('start')).entry?.find((e) => e.request?.url === 'MedicationRequest/plan-start-dose')?.resource,
    id: 'elsewhere',
  }
  await store.write([{ op: 'put', resource: foreign as Resource }])
  const active = async (type: string) =>
    (await store.search(type, { patient: 'ann', status: 'active' })).map((r) => r.id)
  const signed = async (kind: OptionKind, phase?: Phase) => {
    const plan = planOf(kind, { ...(phase && { phase }) })
    expect(await savePlan(store, plan, writePlan(plan))).toHaveLength(writePlan(plan).entry?.length ?? 0)
  }
  await signed('start')
  expect(await active('MedicationRequest')).toEqual(['elsewhere', 'plan-start-dose'])
  await signed('step')
  expect(await active('MedicationRequest')).toEqual(['elsewhere', 'plan-step-dose'])
  expect(await active('CarePlan')).toEqual(['plan-step-plan'])
  expect(await store.read('MedicationRequest', 'plan-start-dose')).toMatchObject({
    status: 'stopped',
    statusReason: { text: 'Replaced by plan plan-step, signed 2026-03-02T10:15:00.000Z' },
  })
  expect(await store.history('MedicationRequest', 'plan-start-dose')).toHaveLength(2)
  // A hold that orders nothing leaves the order in force; a stop leaves none of ours.
  await signed('hold', 'titration')
  expect(await active('MedicationRequest')).toEqual(['elsewhere', 'plan-step-dose'])
  await signed('stop')
  expect(await active('MedicationRequest')).toEqual(['elsewhere'])
  expect(await active('CarePlan')).toEqual(['plan-stop-plan'])
  expect(await plansOf(store, 'ann')).toHaveLength(4)
})

it('[ST15] of two plans signed at one moment one is kept', async () => {
  const store = await withAnn()
  const signed = await Promise.allSettled(
    ['one', 'two'].map((id) => {
      const plan = planOf('start', { id })
      return savePlan(store, plan, writePlan(plan))
    }),
  )
  expect(signed.map((s) => s.status)).toEqual(['fulfilled', 'rejected'])
  expect(signed[1]).toMatchObject({ reason: { code: 'version-conflict' } })
  expect(await store.search('MedicationRequest', { patient: 'ann', status: 'active' })).toHaveLength(1)
  expect(await plansOf(store, 'ann')).toHaveLength(1)
})

it('[ST15] a plan that rests on an earlier record is refused', async () => {
  const store = await withAnn()
  const seen = (await store.read('Patient', 'ann'))?.meta.versionId
  await saveRecord(store, sent(ann, 3))
  const plan = planOf('start')
  await expect(savePlan(store, plan, writePlan(plan), seen)).rejects.toMatchObject({ code: 'version-conflict' })
  expect(await plansOf(store, 'ann')).toEqual([])
})
