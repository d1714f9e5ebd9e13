import { expect, it } from 'vitest'
import { predictions, spreadWords } from './prediction-words.ts'

const spread = { p05: 18.2, p25: 30, median: 42.4, p75: 60, p95: 97.1 }
const summary = {
  responders: 0.31,
  relief30: 0.22,
  relief50: 0.1,
  peakKetamine: spread,
  peakDissociation: { p05: 0, p25: 0.4, median: 0.8, p75: 1.2, p95: 2.4 },
  peakPressure: { p05: -1, p25: 2, median: 4, p75: 7, p95: 12 },
}

it('[WE12] gives a predicted number with its interval and unit', () => {
  expect(spreadWords(spread, 'ng/mL').replaceAll('\u00a0', ' ')).toBe('42 ng/mL (18 to 97)')
})

it('[WE12] calls what rounds to nothing less than the smallest figure, never nothing', () => {
  const small = { p05: 0, p25: 0, median: 0.1, p75: 0.2, p95: 0.4 }
  expect(spreadWords(small, 'mmHg').replaceAll('\u00a0', ' ')).toBe('below 1 mmHg')
  expect(spreadWords(small, 'of 10', 1).replaceAll('\u00a0', ' ')).toBe('0.1 of 10 (0 to 0.4)')
  expect(spreadWords({ ...small, p05: -3 }, 'mmHg').replaceAll('\u00a0', ' ')).toBe('0 mmHg (−3 to 0)')
})

it('[WE12] says the chance of responding before anything that holds only for responders', () => {
  const said = predictions({ summary }).map(({ name, value }) => `${name}: ${value}`.replaceAll('\u00a0', ' '))
  expect(said).toEqual([
    'Chance of being a responder (cohorts without a control group): 31 %',
    'Chance of ≥ 30 % relief: 22 %',
    'Peak ketamine: 42 ng/mL (18 to 97)',
    'Peak dissociation: 0.8 of 10 (0 to 2.4)',
    'Peak systolic rise: 4 mmHg (−1 to 12)',
  ])
})

it('[WE12] says how badly the chance of responding is known', () => {
  const responders = { p05: 0.16, p25: 0.25, median: 0.33, p75: 0.42, p95: 0.56 }
  const knowledge = { responders, relief: spread, peakKetamine: spread, peakDissociation: spread, peakPressure: spread }
  const [first] = predictions({ summary: { ...summary, knowledge } })
  expect(first?.value.replaceAll('\u00a0', ' ')).toBe('31 % (16 to 56)')
})

it('[WE06] says not known for a prediction that is not a number', () => {
  expect(spreadWords({ ...spread, median: Number.NaN }, 'ng/mL')).toContain('not known')
})
