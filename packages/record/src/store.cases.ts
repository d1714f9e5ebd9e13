/** What every store must do. Each implementation runs all of these. */
import type { Observation, Patient, Resource, Task } from '@medplum/fhirtypes'
import { expect, it } from 'vitest'
import type { Store, Write } from './store.ts'

export const ann: Patient = { resourceType: 'Patient', id: 'ann', birthDate: '1970-02-28', gender: 'female' }
const ben: Patient = { resourceType: 'Patient', id: 'ben', birthDate: '1980-01-01' }

export function pain(patient: string, id: string, value = 7, status: Observation['status'] = 'final'): Observation {
  return {
    resourceType: 'Observation',
    id,
    status,
    code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: '2026-01-05',
    valueQuantity: { value, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
  }
}

const put = (resource: Resource): Write => ({ op: 'put', resource })
const ids = (found: readonly { id: string }[]) => found.map((r) => r.id)

/** `open` gives an empty store whose clock stands at `now()`. */
export function storeCases(name: string, open: (clock: () => Date) => Store): void {
  let now = new Date('2026-03-02T09:00:00Z')
  const opened = () => open(() => now)

  it(`[ST2] ${name}: gives back what was written, with a version and a time`, async () => {
    const store = opened()
    const [kept] = await store.write([put(ann)])
    const expected = { ...ann, meta: { versionId: '1', lastUpdated: '2026-03-02T09:00:00.000Z' } }
    expect(kept).toEqual(expected)
    expect(await store.read('Patient', 'ann')).toEqual(expected)
    expect(await store.read('Patient', 'nobody')).toBeUndefined()
    await store.close()
  })

  it(`[ST2] ${name}: keeps a copy, which its caller cannot change`, async () => {
    const store = opened()
    const mine = structuredClone(ann)
    const [kept] = await store.write([put(mine)])
    mine.gender = 'male'
    Object.assign(kept ?? {}, { gender: 'other' })
    expect(await store.read('Patient', 'ann')).toMatchObject({ gender: 'female' })
    await store.close()
  })

  it(`[ST2] ${name}: gives an id where there is none, and never the same twice`, async () => {
    const store = opened()
    const kept = await store.write([put({ resourceType: 'Patient' }), put({ resourceType: 'Patient' })])
    expect(new Set(ids(kept)).size).toBe(2)
    for (const { id } of kept) expect(await store.read('Patient', id)).toMatchObject({ id })
    await store.close()
  })

  it(`[ST3] ${name}: keeps every version, newest first, tombstones included`, async () => {
    const store = opened()
    await store.write([put(ann)])
    now = new Date('2026-03-03T09:00:00Z')
    await store.write([put({ ...ann, gender: 'other' })])
    await store.write([{ op: 'delete', type: 'Patient', id: 'ann' }])
    expect(await store.read('Patient', 'ann')).toBeUndefined()
    await store.write([put(ann)])
    const history = await store.history('Patient', 'ann')
    expect(history.map((h) => [h.versionId, h.deleted])).toEqual([
      ['4', false],
      ['3', true],
      ['2', false],
      ['1', false],
    ])
    expect(history[1]?.resource).toBeUndefined()
    expect(history[2]?.resource).toMatchObject({ gender: 'other' })
    expect(history[3]?.resource).toMatchObject({ gender: 'female', meta: { lastUpdated: '2026-03-02T09:00:00.000Z' } })
    expect(await store.history('Patient', 'nobody')).toEqual([])
    now = new Date('2026-03-02T09:00:00Z')
    await store.close()
  })

  it(`[ST3] ${name}: deleting what is not there leaves no trace`, async () => {
    const store = opened()
    await store.write([{ op: 'delete', type: 'Patient', id: 'ann' }])
    expect(await store.history('Patient', 'ann')).toEqual([])
    await store.write([put(ann), { op: 'delete', type: 'Patient', id: 'ben' }])
    await store.write([{ op: 'delete', type: 'Patient', id: 'ann' }])
    await store.write([{ op: 'delete', type: 'Patient', id: 'ann' }])
    expect(await store.history('Patient', 'ann')).toHaveLength(2)
    await store.close()
  })

  it(`[ST4] ${name}: writes all or nothing, and lists every issue with its path`, async () => {
    const store = opened()
    const bad = { ...pain('ann', 'p2'), status: 'excellent' } as unknown as Observation
    const worse = { ...ben, birthDate: '1980-02-30' }
    const refused = store.write([put(ann), put(bad), put(worse)])
    await expect(refused).rejects.toMatchObject({ name: 'StoreRefusal', code: 'resource-invalid' })
    await expect(refused).rejects.toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'writes[1].Observation.status' }),
        expect.objectContaining({ path: 'writes[2].Patient.birthDate' }),
      ]),
    })
    expect(await store.read('Patient', 'ann')).toBeUndefined()
    expect(await store.search('Patient')).toEqual([])
    await store.close()
  })

  it(`[ST4] ${name}: a conflict in the last write undoes the first`, async () => {
    const store = opened()
    await store.write([put(ann)])
    const refused = store.write([put(ben), { op: 'put', resource: ann, ifMatch: '7' }])
    await expect(refused).rejects.toMatchObject({ code: 'version-conflict' })
    expect(await store.read('Patient', 'ben')).toBeUndefined()
    expect(await store.history('Patient', 'ann')).toHaveLength(1)
    await store.close()
  })

  it(`[ST4] ${name}: one resource cannot be written twice at once`, async () => {
    const store = opened()
    const twice = store.write([put(ann), { op: 'delete', type: 'Patient', id: 'ann' }])
    await expect(twice).rejects.toMatchObject({ code: 'written-twice' })
    expect(await store.history('Patient', 'ann')).toEqual([])
    await store.close()
  })

  it(`[ST5] ${name}: of two who changed the same version, the second is told`, async () => {
    const store = opened()
    await store.write([put(ann)])
    await store.write([{ op: 'put', resource: { ...ann, gender: 'other' }, ifMatch: '1' }])
    const late = store.write([{ op: 'put', resource: { ...ann, gender: 'male' }, ifMatch: '1' }])
    await expect(late).rejects.toMatchObject({ code: 'version-conflict' })
    expect(await store.read('Patient', 'ann')).toMatchObject({ gender: 'other', meta: { versionId: '2' } })
    // Neither what is deleted nor what never was has a version to match.
    await store.write([{ op: 'delete', type: 'Patient', id: 'ann' }])
    const gone = store.write([{ op: 'put', resource: ann, ifMatch: '3' }])
    await expect(gone).rejects.toMatchObject({ code: 'version-conflict' })
    await expect(store.write([{ op: 'put', resource: ben, ifMatch: '1' }])).rejects.toMatchObject({
      code: 'version-conflict',
    })
    await store.close()
  })

  it(`[ST6] ${name}: finds by id, subject and status`, async () => {
    const store = opened()
    const task: Task = {
      resourceType: 'Task',
      id: 't',
      status: 'requested',
      intent: 'order',
      for: { reference: 'Patient/ann' },
    }
    await store.write([
      ...[put(ann), put(ben), put(task)],
      ...[pain('ann', 'a1'), pain('ann', 'a2', 5, 'amended'), pain('ben', 'b1')].map(put),
    ])
    const found = async (type: string, parameters?: Record<string, string>) => ids(await store.search(type, parameters))
    expect(await found('Observation')).toEqual(['a1', 'a2', 'b1'])
    // A bare id is legal, and a library that is much used answers it with an empty list.
    expect(await found('Observation', { patient: 'ann' })).toEqual(['a1', 'a2'])
    expect(await found('Observation', { patient: 'Patient/ann' })).toEqual(['a1', 'a2'])
    expect(await found('Observation', { subject: 'ann' })).toEqual(['a1', 'a2'])
    expect(await found('Observation', { subject: 'Patient/ann', status: 'final' })).toEqual(['a1'])
    expect(await found('Observation', { status: 'final,amended', _id: 'a2,b1' })).toEqual(['a2', 'b1'])
    expect(await found('Observation', { patient: 'nobody' })).toEqual([])
    expect(await found('Task', { patient: 'ann', status: 'requested' })).toEqual(['t'])
    expect(await found('Patient', { _id: 'ben' })).toEqual(['ben'])
    await store.close()
  })

  it(`[ST6] ${name}: finds what is, not what was`, async () => {
    const store = opened()
    await store.write([put(pain('ann', 'a1')), put(pain('ann', 'a2'))])
    await store.write([put(pain('ben', 'a1', 7, 'entered-in-error')), { op: 'delete', type: 'Observation', id: 'a2' }])
    expect(await store.search('Observation', { patient: 'ann' })).toEqual([])
    expect(ids(await store.search('Observation', { patient: 'ben', status: 'entered-in-error' }))).toEqual(['a1'])
    expect(await store.search('Observation', { _id: 'a2' })).toEqual([])
    await store.close()
  })

  const refusedSearches: [string, Record<string, string>, string][] = [
    ['Observation', { code: '72514-3' }, 'search-parameter-unknown'],
    ['Observation', { 'status:not': 'final' }, 'search-parameter-unknown'],
    ['Condition', { status: 'active' }, 'search-parameter-unknown'],
    ['Patient', { patient: 'ann' }, 'search-parameter-unknown'],
    ['Observation', { patient: '' }, 'search-value-invalid'],
    ['Observation', { patient: 'Group/ann' }, 'search-value-invalid'],
    ['Observation', { status: 'http://x|final' }, 'search-value-invalid'],
    ['Observations', {}, 'resource-type-unknown'],
  ]
  it.each(refusedSearches)(`[ST6] ${name}: refuses %s %j with %s`, async (type, parameters, code) => {
    const store = opened()
    await store.write([put(ann), put(pain('ann', 'a1'))])
    await expect(store.search(type, parameters)).rejects.toMatchObject({ name: 'StoreRefusal', code })
    await store.close()
  })

  it(`[ST6] ${name}: refuses an id or a type that cannot be`, async () => {
    const store = opened()
    await expect(store.read('Patient', '../x')).rejects.toMatchObject({ code: 'id-invalid' })
    await expect(store.history('Nonsense', 'x')).rejects.toMatchObject({ code: 'resource-type-unknown' })
    await expect(store.write([{ op: 'delete', type: 'Patient', id: '' }])).rejects.toMatchObject({ code: 'id-invalid' })
    await expect(store.write([put({ resourceType: 'Patient', id: 'a b' })])).rejects.toMatchObject({
      code: 'resource-invalid',
    })
    await store.close()
  })
}
