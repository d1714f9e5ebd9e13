import { optionKinds } from '@anodyne/pathway'
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
