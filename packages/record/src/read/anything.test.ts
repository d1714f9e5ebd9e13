/** Records that are damaged at random: reading ends in a refusal or a Case, and what is in the Case keeps its promises. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { demoPatients } from '../demo/index.ts'
import { readBundle } from './bundle.ts'
import { readCase } from './case.ts'
import { invariants } from './invariants.cases.ts'
import { DAY } from './record.fixture.ts'

const texts = demoPatients(DAY).map((d) => JSON.stringify(d.bundle))

/** What a sender might put anywhere. */
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    'constructor',
    '__proto__',
    'toString',
    '',
    ' ',
    null,
    [],
    {},
    [[]],
    -1,
    0,
    1e308,
    '1980-02-30',
    '9999-12-31',
    'Patient/other',
    'kg',
    '\u0000',
  ),
)

function damage(node: unknown, steps: readonly number[], put: unknown, remove: boolean): unknown {
  const [step, ...rest] = steps
  if (typeof node !== 'object' || node === null || step === undefined) return put
  const keys = Object.keys(node)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return put
  const copy = (Array.isArray(node) ? [...(node as unknown[])] : { ...node }) as Record<string, unknown>
  if (rest.length === 0 && remove) delete copy[key]
  else copy[key] = damage(copy[key], rest, put, remove)
  return copy
}

const wound = fc.record({
  steps: fc.array(fc.nat(400), { minLength: 1, maxLength: 12 }),
  put: junk,
  remove: fc.boolean(),
})

it('[RR5][RR28] a record damaged anywhere is refused or read', () => {
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.array(wound, { minLength: 1, maxLength: 12 }), (which, wounds) => {
      const whole: unknown = JSON.parse(texts[which]!)
      // Into `entry` first, or most wounds would only make the Bundle no Bundle.
      const hurt = wounds.reduce((node, { steps, put, remove }) => damage(node, [5, ...steps], put, remove), whole)
      const read = readBundle(JSON.stringify(hurt))
      if ('refusal' in read) expect(read.refusal.message).toMatch(/^[^\n]+$/)
      else invariants(read.bundle, readCase(read.bundle, DAY))
    }),
    { numRuns: 600 },
  )
})

it('[RR5] a record cut anywhere is refused as truncated', () => {
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), (which, part) => {
      const text = texts[which]!
      const read = readBundle(text.slice(0, Math.max(1, Math.floor((text.length - 1) * part))))
      expect(read).toMatchObject({ refusal: { code: 'truncated' } })
    }),
    { numRuns: 60 },
  )
})

it('[RR5] any text at all is refused in one line, or is a record', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      const read = readBundle(text)
      expect('refusal' in read && /^[^\n]+$/.test(read.refusal.message)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

it('[RR29] the same bundle and day give the same Case, and the bundle is left alone', () => {
  for (const text of texts) {
    const read = readBundle(text)
    if ('refusal' in read) throw new Error(read.refusal.message)
    const once = JSON.stringify(readCase(read.bundle, DAY))
    expect(JSON.stringify(readCase(read.bundle, DAY))).toBe(once)
    expect(JSON.stringify(read.bundle)).toBe(text)
  }
})
