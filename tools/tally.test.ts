import { expect, it } from 'vitest'
import { tally, type Report } from './tally.ts'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((s) => ({ status: s })) })
const report = (passed: number, failed: number, ...testResults: Report['testResults']): Report => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults,
})

it('[RM4] counts what failed: tests, files that do not load, and errors outside any test', () => {
  expect(tally(report(2, 0, file('passed', 'passed', 'passed')), 0)).toEqual({ passed: 2, failed: 0, skipped: 2 })
  expect(tally(report(1, 1, file('failed', 'passed', 'failed'), file('failed')), 1).failed).toBe(2)
  expect(tally(report(1, 0, file('failed'), file('passed', 'passed')), 1).failed).toBe(1)
  expect(tally(report(1, 0, file('passed', 'passed')), 1).failed).toBe(1)
  expect(tally(report(1, 0, file('passed', 'passed')), null).failed).toBe(1)
  expect(tally(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
