import type { Bundle, Patient } from '@medplum/fhirtypes'
import { expect, it } from 'vitest'
import { sha256 } from '../hash.ts'
import { type Store, StoreRefusal } from '../store.ts'
import { loadRecord, saveRecord } from './patient-record.ts'
import { ann, ownRecords, sent } from './records.fixture.ts'
import { openSqliteStore } from './sqlite-store.ts'

const store = (): Store => openSqliteStore(':memory:', () => new Date('2026-03-02T09:00:00Z'))
const HTEST = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] }

it('[ST9] a record comes back to the last character, with its hash', async () => {
  const kept = store()
  // A decimal's trailing zero, an odd order of members and a byte-order mark are all as received.
  const text = `\uFEFF${JSON.stringify(sent(), null, 1).replace('"valueInteger": 1', '"valueDecimal": 1.50')}`
  const bundle = JSON.parse(text.slice(1)) as Bundle
  await saveRecord(kept, bundle, { text })
  const back = await loadRecord(kept, 'ann')
  expect(back?.text).toBe(text)
  expect(back?.bundle).toEqual(bundle)
  expect(back?.sha256).toBe(sha256(text))
  await expect(saveRecord(kept, sent(), { text })).rejects.toMatchObject({ code: 'record-invalid' })
})

it('[ST9] lists the person, and answers nothing for a person it does not know', async () => {
  const kept = store()
  expect(await saveRecord(kept, sent())).toEqual({ patientId: 'ann', count: 3, issues: [], versionId: '1' })
  expect(await kept.search('Patient')).toMatchObject([{ id: 'ann', birthDate: '1970-02-28' }])
  expect(await loadRecord(kept, 'ben')).toBeUndefined()
})

it('[ST10] the same person again is a new version, never a second person; the same text is no new version', async () => {
  const kept = store()
  await saveRecord(kept, sent())
  expect(await saveRecord(kept, sent())).toMatchObject({ patientId: 'ann', versionId: '1' })
  expect(await saveRecord(kept, sent(ann, 5))).toMatchObject({ patientId: 'ann', versionId: '2' })
  expect(await kept.search('Patient')).toHaveLength(1)
  expect((await loadRecord(kept, 'ann'))?.bundle.entry).toHaveLength(6)
  expect(await kept.history('Binary', 'ann')).toHaveLength(2)
})

it('[ST10] a Patient without an id is kept under the address of its entry, each time the same', async () => {
  const kept = store()
  const { id: _, ...nameless } = ann
  const saved = await saveRecord(kept, sent(nameless))
  expect(saved.patientId).toBe('00000000-0000-4000-8000-000000000000')
  expect((await saveRecord(kept, sent(nameless, 4))).patientId).toBe(saved.patientId)
  const odd = await saveRecord(kept, sent({ ...ann, id: 'ann_1' }))
  expect(odd.patientId).toMatch(/^[0-9a-f]{32}$/)
  expect((await loadRecord(kept, odd.patientId))?.bundle.entry?.[0]?.resource?.id).toBe('ann_1')
})

it('[ST10] another person’s record does not replace this one’s because it has the same id', async () => {
  const kept = store()
  await saveRecord(kept, sent())
  const other = sent({ ...ann, birthDate: '1971-02-28' })
  await expect(saveRecord(kept, other)).rejects.toMatchObject({ code: 'patient-conflict' })
  expect((await loadRecord(kept, 'ann'))?.bundle).toEqual(sent())
  // A corrected birth date is accepted when somebody has looked; a demo patient's moves with the calendar.
  expect(await saveRecord(kept, other, { samePerson: true })).toMatchObject({ versionId: '2' })
  await saveRecord(kept, sent({ ...ann, id: 'demo', meta: HTEST }))
  expect(await saveRecord(kept, sent({ ...ann, id: 'demo', meta: HTEST, birthDate: '1971-01-01' }))).toMatchObject({
    versionId: '2',
  })
})

it('[ST11] flaws are kept as they are, and every one is reported with its place', async () => {
  const kept = store()
  const flawed = sent({ ...ann, gender: 'F' as 'female' })
  Object.assign(flawed.entry?.[1]?.resource ?? {}, { code: undefined })
  const saved = await saveRecord(kept, flawed)
  expect(saved.issues.map((i) => i.path)).toEqual(['Bundle.entry[0].resource.gender', 'Bundle.entry[1].resource.code'])
  expect((await loadRecord(kept, 'ann'))?.bundle).toEqual(JSON.parse(JSON.stringify(flawed)))
  // The list shows the person even so, and nothing that is not valid R4 stands in it.
  expect(await kept.search('Patient')).toEqual([{ resourceType: 'Patient', id: 'ann', meta: expect.anything() }])
})

const notRecords: [string, unknown][] = [
  ['a Patient', ann],
  ['null', null],
  ['no entries', { resourceType: 'Bundle', type: 'collection' }],
  ['nobody', { resourceType: 'Bundle', type: 'collection', entry: [] }],
  ['two persons', { ...sent(), entry: [...(sent().entry ?? []), { resource: { ...ann, id: 'ben' } as Patient }] }],
  [
    'a person nothing names',
    { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient' } }] },
  ],
]
it.each(notRecords)('[ST11] refuses what is no record of one person: %s', async (_, bundle) => {
  const kept = store()
  await expect(saveRecord(kept, bundle as Bundle)).rejects.toMatchObject({
    name: 'StoreRefusal',
    code: 'record-invalid',
  })
  expect(await kept.search('Patient')).toEqual([])
})

it('[ST11] a record that is not what was saved is never shown as if it were', async () => {
  const kept = store()
  await saveRecord(kept, sent())
  const binary = await kept.read('Binary', 'ann')
  const other = Buffer.from(JSON.stringify(sent(ann, 9))).toString('base64')
  await kept.write([{ op: 'put', resource: { ...binary, resourceType: 'Binary', contentType: 'x/y', data: other } }])
  await expect(loadRecord(kept, 'ann')).rejects.toMatchObject({ code: 'record-damaged' })
})

const own = ownRecords()
it.skipIf(own.length === 0)(
  '[ST11] keeps each record of ANODYNE_RECORDS and gives it back, or refuses it whole',
  async () => {
    for (const { file, text, bundle } of own) {
      const kept = store()
      const saved = await saveRecord(kept, bundle, { text }).catch((refused: StoreRefusal) => refused)
      if (saved instanceof StoreRefusal) {
        expect({ file, code: saved.code }).toEqual({ file, code: 'record-invalid' })
        expect(await kept.search('Patient')).toEqual([])
        continue
      }
      expect(saved.count).toBe(bundle.entry?.length)
      const back = await loadRecord(kept, saved.patientId)
      expect({ file, same: back?.text === text }).toEqual({ file, same: true })
    }
  },
)
