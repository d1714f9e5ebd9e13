/**
 * E09 — Are the liver tests good enough?
 *
 * Repeated ketamine has injured the liver, so six tests stand below their limits before it starts. Hazard: H06.
 */
import { answers } from '../answers.ts'
import type { Case, Measure } from '../case.ts'
import { measures } from '../case.ts'
import { areFresh, newest } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import type { Limit, Protocol } from '../protocol.ts'
import type { Rule } from '../rule.ts'

/** What one test says: `within` is earned by a fresh, readable number on the right side of its limit. */
interface TestResult {
  readonly name: Measure
  readonly is: 'within' | 'beyond' | 'not known'
  readonly facts: readonly string[]
  readonly text: string
}

export const liverTests: Rule = {
  id: 'E09',
  asks: 'Are ALT, AST, GGT, ALP, bilirubin and albumin within their limits?',
  hazard: 'H06',

  evaluate(facts, protocol) {
    const say = answers('E09', limitOf(protocol, 'E09.ALT.stop').source)
    const results = readLiverTests(facts, protocol)
    const seen = results.flatMap((r) => r.facts)
    const beyond = results.filter((r) => r.is === 'beyond')
    const unknown = results.filter((r) => r.is === 'not known')
    const list = (some: readonly TestResult[]) => some.map((r) => r.text).join('; ')

    if (beyond.length > 0) return say.stop(`Beyond the limit: ${list(beyond)}.`, seen)
    if (unknown.length > 0) {
      return say.missing(`Not known: ${list(unknown)}.`, `Take ${unknown.map((r) => r.name).join(', ')}.`, seen)
    }
    return say.clear('All six liver tests are within their limits.', seen)
  },
}

/** The six tests against their limits; GGT by sex, the stricter when sex is not recorded. */
export function readLiverTests(facts: Case, protocol: Protocol): TestResult[] {
  const ggt = facts.person.sex === 'male' ? 'male' : 'female'
  return [
    above('ALT', 'E09.ALT.stop'),
    above('AST', 'E09.AST.stop'),
    above('GGT', `E09.GGT.${ggt}.stop`),
    above('ALP', 'E09.ALP.stop'),
    above('bilirubin', 'E09.bilirubin.stop'),
    read('albumin', limitOf(protocol, 'E09.albumin.stop'), (value, limit) => value >= limit, 'below'),
  ]

  function above(name: Measure, key: string) {
    return read(name, limitOf(protocol, key), (value, limit) => value <= limit, 'above')
  }

  function read(
    name: Measure,
    limit: Limit,
    isWithin: (value: number, limit: number) => boolean,
    side: string,
  ): TestResult {
    const validDays = limitOf(protocol, 'E09.validDays').value
    const readings = newest(facts.measurements[name] ?? [])
    const seen = readings.map((r) => r.says)
    const readable = readings.filter((r) => Number.isFinite(r.value) && r.value > 0)
    const fresh = areFresh(readings, facts.asOf, validDays)
    const result = (is: TestResult['is'], text: string): TestResult => ({
      name,
      is,
      facts: seen,
      text: `${name} ${text}`,
    })

    // A bad value counts however old it is; a good one only while it is fresh.
    if (!readable.every((r) => isWithin(r.value, limit.value))) {
      return result(
        'beyond',
        `${side} ${limit.value} ${measures[name]}${fresh ? '' : ` (undated or older than ${validDays} d, and still counts)`}`,
      )
    }
    if (readings.length === 0) return result('not known', 'not recorded')
    if (readable.length < readings.length) return result('not known', 'not a credible number')
    if (!fresh) return result('not known', `undated or older than ${validDays} d`)
    return result('within', 'within its limit')
  }
}
