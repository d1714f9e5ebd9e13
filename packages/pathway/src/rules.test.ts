import { expect, it } from 'vitest'
import { assess } from './assess.ts'
import { protocol } from './judged.fixture.ts'
import { randomCase } from './random-case.fixture.ts'
import { requiredLimits } from './read-protocol.ts'
import { rules } from './rules.ts'

it('lists every rule once, in order of id, each with its question and hazard', () => {
  const ids = rules.map((r) => r.id)
  expect(ids).toEqual([...new Set(ids)].sort())
  for (const rule of rules) {
    expect(rule.asks).toMatch(/\?$/)
    expect(rule.hazard).toMatch(/^H\d\d$/)
  }
})

/** Read by the guards of a course (`phases/`), which no rule asks yet. */
const ofGuards = new Set([
  'T02.minute.second',
  'T02.minute.third',
  'T02.minute.tolerance',
  'T03.systolic',
  'T03.diastolic',
  'T03.systolicRise',
  'T04.limitedSteps',
])

it('reads every limit of the rules, and none that the default protocol lacks', () => {
  const read = new Set<string>()
  const limits = new Proxy(protocol.limits, {
    get: (target, key) => {
      if (typeof key === 'string') read.add(key)
      return Reflect.get(target, key) as unknown
    },
  })
  for (let seed = 1; seed <= 400; seed++) assess(randomCase(seed), { ...protocol, limits })
  const ofRules = requiredLimits.filter((key) => /^([EIMST]\d\d|interactions)\./.test(key) && !ofGuards.has(key))
  expect(ofRules.filter((key) => !read.has(key))).toEqual([])
  expect([...read].filter((key) => !requiredLimits.includes(key) && !key.startsWith('trial.mgPerDay.'))).toEqual([])
})
