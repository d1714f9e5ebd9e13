import type { Bundle } from '@medplum/fhirtypes'
import { expect, it } from 'vitest'
import { validate } from '../validate/validate.ts'
import { importBundle } from './import-bundle.ts'
import { ann, ownRecords, sent } from './records.fixture.ts'
import { openSqliteStore } from './sqlite-store.ts'

const store = () => openSqliteStore(':memory:', () => new Date('2026-03-02T09:00:00Z'))

it('[ST14] stores every resource, and turns addresses inside the bundle into references to what is stored', async () => {
  const kept = store()
  expect(await importBundle(kept, sent(ann, 3))).toEqual({ patientId: 'ann', count: 4 })
  const found = await kept.search('Observation', { patient: 'ann' })
  expect(found).toMatchObject([{ subject: { reference: 'Patient/ann' } }, {}, {}])
  // Again: new versions, no duplicates.
  await importBundle(kept, sent(ann, 3))
  expect(await kept.search('Observation', { patient: 'ann' })).toHaveLength(3)
})

it('[ST14] refuses whole what is not valid, or points at nothing', async () => {
  const kept = store()
  const dangling = sent(ann, 1)
  dangling.entry?.splice(0, 1)
  await expect(importBundle(kept, dangling)).rejects.toMatchObject({
    code: 'record-invalid',
    issues: [{ path: 'Bundle.entry[0].resource.subject.reference' }],
  })
  const invalid = sent({ ...ann, birthDate: '1970-02-30' }, 1)
  await expect(importBundle(kept, invalid)).rejects.toMatchObject({ code: 'resource-invalid' })
  const remove: Bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ request: { method: 'DELETE', url: 'Patient/ann' } }],
  }
  await expect(importBundle(kept, remove)).rejects.toMatchObject({ code: 'record-invalid' })
  expect(await kept.search('Observation')).toEqual([])
})

it('[ST14] takes 600 entries in one transaction in less than 3 s', async () => {
  validate(ann)
  const kept = store()
  const start = performance.now()
  expect(await importBundle(kept, sent(ann, 600))).toMatchObject({ count: 601 })
  expect(performance.now() - start).toBeLessThan(3000)
})

// Synthea writes valid R4, and whole: each of its records goes the strict way in.
const synthea = ownRecords().filter((r) => r.text.includes('github.com/synthetichealth/synthea'))
it.skipIf(synthea.length === 0)('[VA1] no false alarm on a Synthea record of ANODYNE_RECORDS', async () => {
  for (const { file, bundle } of synthea) {
    const issues = (bundle.entry ?? []).flatMap((e) => (e.resource ? validate(e.resource) : []))
    expect({ file, issues }).toEqual({ file, issues: [] })
    expect((await importBundle(store(), bundle)).count).toBe(bundle.entry?.length)
  }
})
