import { describe, expect, it } from 'vitest'
import { LARGEST_RECORD, readBundle } from './bundle.ts'
import { patient } from './record.fixture.ts'

const refusal = (text: string, largest?: number) => {
  const read = readBundle(text, largest)
  if (!('refusal' in read)) throw new Error('was not refused')
  expect(read.refusal.message).not.toContain('\n')
  return read.refusal
}
const bundle = (...entry: unknown[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })

describe('a text that is no record', () => {
  it.each([
    ['', 'not-json', 'empty'],
    ['42', 'not-fhir', 'a number'],
    ['null', 'not-fhir', 'null'],
    ['[]', 'not-fhir', 'a list'],
    ['"Bundle"', 'not-fhir', 'a string'],
    ['{}', 'not-fhir', 'resourceType is missing'],
    ['{"entry":[]}', 'not-fhir', 'expected "Bundle"'],
    ['{"resourceType":"Patient","id":"p"}', 'not-a-bundle', 'expected a FHIR Bundle; got a single "Patient"'],
    [
      '{"resource":{"resourceType":"Condition"},"request":{}}',
      'not-a-bundle',
      'loose Bundle entry that holds "Condition"',
    ],
    ['{"resourceType":"Bundle"}', 'no-patient', 'no entry'],
    ['{"resourceType":"Bundle","entry":{}}', 'entry-not-a-list', 'an object'],
    [bundle({ resource: { resourceType: 'Observation' } }), 'no-patient', 'no Patient'],
    [
      bundle({ resource: patient }, { resource: { resourceType: 'MedicationOrder' } }),
      'wrong-version',
      'MedicationOrder',
    ],
    [
      bundle({ resource: patient }, { resource: { resourceType: 'MedicationRequest', medication: { concept: {} } } }),
      'wrong-version',
      'R5',
    ],
  ])('[RR1] %s is refused as %s', (text, code, words) => {
    const refused = refusal(text)
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(words)
    expect(refused.message).toContain('expected')
  })

  it.each([
    [
      '{"resourceType":"Bundle","entry":[{"resource":{}}],\n"entry" : []}',
      'named-twice',
      '"entry" stands twice in one object, at line 2',
    ],
    ['{"resourceType":"Bundle","id":"a","\\u0069d":"b","entry":[]}', 'named-twice', '"id" stands twice'],
    [`{"resourceType":"Bundle","entry":[{"resource":{"a":["\\\\",{"b":1,"b":2}]}}]}`, 'named-twice', '"b"'],
    ['{"resourceType":"Bundle","entry":[{"resource":{"value":-1e999}}]}', 'number-too-large', 'expected at most'],
    [bundle({ resource: patient }, { resource: { resourceType: 'Bundle', entry: [] } }), 'bundle-in-bundle', 'another'],
    [
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'searchset',
        link: [{ relation: 'next' }],
        entry: [{ resource: patient }],
      }),
      'one-page-of-several',
      'one page',
    ],
    [
      JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: 2, entry: [{ resource: patient }] }),
      'one-page-of-several',
      '1 of 2',
    ],
  ])('[RR36] %s is half a record: %s', (text, code, words) => {
    const refused = refusal(text)
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(words)
    expect(refused.message).toContain('expected')
  })

  it('[RR36] names may stand again in other objects, and in texts', () => {
    const note = '{"a":1,"a":2} \\" "a":3'
    const search = { type: 'searchset', total: 1, link: [{ relation: 'self' }] }
    const entry = [
      { resource: { ...patient, note, a: { a: [{ a: 1 }, { a: 'a' }] } } },
      { search: { mode: 'outcome' } },
    ]
    expect('bundle' in readBundle(JSON.stringify({ resourceType: 'Bundle', ...search, entry }, null, 1))).toBe(true)
  })

  it('[RR1] nested without end is refused before anything walks it', () => {
    const deep = (levels: number) => `{"resourceType":"Bundle","entry":${'['.repeat(levels)}${']'.repeat(levels)}}`
    expect(refusal(deep(201)).code).toBe('too-deep')
    expect(refusal(deep(100_000)).code).toBe('too-deep')
    expect(refusal(deep(50)).code).toBe('no-patient')
  })

  it('[RR2] that ends too early is truncated, at every length', () => {
    const text = JSON.stringify(
      {
        resourceType: 'Bundle',
        entry: [{ resource: { ...patient, note: 'a "quoted" \\ é\u0007', n: [-1.5e3, true, null] } }],
      },
      null,
      1,
    )
    for (let end = 1; end < text.length; end++) {
      expect([end, refusal(text.slice(0, end)).code]).toEqual([end, 'truncated'])
    }
    expect('bundle' in readBundle(text)).toBe(true)
  })

  it.each([
    ['{"a": 1,}', '"}" at line 1, column 9'],
    ['{\n  "a": nul }', '"n" at line 2, column 8'],
    ["{'a': 1}", '"\'" at line 1, column 2'],
    ['{"a" 1}', '"1" at line 1, column 6'],
    ['{"a": 1} x', '"x" at line 1, column 10'],
    ['<html>', '"<" at line 1, column 1'],
    ['{"a": "\n"}', '""" at line 1, column 7'],
    ['[1 2', '"2" at line 1, column 4'],
    ['{"a": 01}', '"1" at line 1, column 8'],
  ])('[RR2] %j is not JSON, and the place is named', (text, place) => {
    const refused = refusal(text)
    expect(refused.code).toBe('not-json')
    expect(refused.message).toContain(place)
  })

  it('[RR3] longer than the limit is refused without being parsed', () => {
    const text = bundle({ resource: patient })
    expect('bundle' in readBundle(text, text.length)).toBe(true)
    expect(refusal(text, text.length - 1).code).toBe('too-large')
    const before = performance.now()
    expect(refusal('x'.repeat(LARGEST_RECORD + 1)).code).toBe('too-large')
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

describe('one person', () => {
  it('[RR4] may stand in the bundle twice under one id; two ids are two persons', () => {
    expect('bundle' in readBundle(bundle({ resource: patient }, { resource: { ...patient } }))).toBe(true)
    const refused = refusal(bundle({ resource: patient }, { resource: {} }, { resource: { ...patient, id: 'q' } }))
    expect(refused).toMatchObject({ code: 'two-patients', path: 'Bundle.entry[2].resource' })
    expect(
      refusal(bundle({ resource: { resourceType: 'Patient' } }, { resource: { resourceType: 'Patient' } })).code,
    ).toBe('two-patients')
  })

  it('[RR1] a byte-order mark in front is no fault', () => {
    expect('bundle' in readBundle(`\uFEFF${bundle({ resource: patient })}`)).toBe(true)
  })
})
