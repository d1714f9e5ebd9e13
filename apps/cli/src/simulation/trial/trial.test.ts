import { expect, it, vi } from 'vitest'
import { compile, modelOf, simulate } from '@anodyne/pharmacology'
import { answers, folder, refuses } from '../simulation.fixture.ts'
import { quantile, simulateTrial, type Predicted } from './trial.ts'
import { vpcBins } from './vpc-bins.ts'

vi.setConfig({ testTimeout: 240_000 })

const here = folder()
const data = [
  'ID,TIME,AMT,EVID,CMT,ADDL,II,DV,MDV,WT',
  '7,0,25,1,1,5,8,.,1,80',
  '7,1.5,.,0,3,.,.,11.2,0,80',
  '7,25,.,0,3,0,0,9,0,80',
  '9,0,50,1,1,0,0,.,1,60',
  '9,2,.,0,3,0,0,14,0,60',
  '9,10,50,4,1,0,0,.,1,60',
  '9,12,.,0,3,0,0,14,0,60',
]
const cmt = ['--cmt', '1=oral', '--cmt', '3=ketamine']
const tableOf = (text: string) => {
  const [, head, ...rows] = text.trim().split('\n')
  const columns = head!.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [columns[i]!, cell])))
}
const observed = [
  'id,hours,ketamine_ng_per_mL,norketamine_ng_per_mL',
  '1,1,12.5,44',
  '1,4,3.2,51',
  '2,1,22.5,64',
  '2,4,6.2,80',
  '3,1,9,',
  '3,4,.,40',
]
const once = ['--dose', '25', '--route', 'oral', '--every', '24', '--days', '1']

it('[SI30] a data set: each subject’s own doses and weight, at the times observed', () => {
  here.write('data.csv', data.join('\n'))
  const rows = tableOf(answers(here.run('simulate', '--data', 'data.csv', ...cmt, '--n', '400')))
  expect(rows.map(({ subject, hours, unit, observed }) => [subject, hours, unit, observed])).toEqual([
    ['7', '1.5', 'ng/mL', '11.2'],
    ['7', '25', 'ng/mL', '9'],
    ['9', '2', 'ng/mL', '14'],
    ['9', '12', 'ng/mL', '14'],
  ])
  const model = compile(modelOf('ketamine-composite'))
  const dosing = [{ route: 'oral', dose: 25, every: 8, from: 0, until: 44 }]
  const { values, place } = simulate(model, dosing, [1.5, 25], { n: 400, seed: 1, typical: weighing(80) })
  const all = Float64Array.from({ length: 400 }, (_, i) => values[place(i, 1, 0)]!).sort()
  expect(Number(rows[1]!['p50'])).toBeCloseTo(quantile(all, 0.5), 10)
  // EVID 4 empties the body: two hours after it as two hours after the first dose.
  expect(Number(rows[3]!['p50']) / Number(rows[2]!['p50'])).toBeCloseTo(1, 9)

  function weighing(weight: number): Float64Array {
    const values = model.typical('racemic-ketamine')
    model.model.parameters.forEach(({ weightExponent }, k) => {
      if (weightExponent !== undefined) values[k]! *= (weight / 70) ** weightExponent
    })
    return values
  }
})

it('[SI31] a visual predictive check: observed percentiles beside the intervals of simulated ones', () => {
  here.write('observed.csv', observed.join('\n'))
  const rows = tableOf(answers(here.run('simulate', ...once, '--vpc', 'observed.csv')))
  expect(rows.map(({ output, at_hours, observations, observed_p50 }) => [output, at_hours, observations, observed_p50])).toEqual([
    ['ketamine', '1', '3', '12.5'],
    ['ketamine', '4', '2', '4.7'],
    ['norketamine', '1', '2', '54'],
    ['norketamine', '4', '3', '51'],
  ]) // prettier-ignore
  for (const row of rows)
    for (const p of ['p05', 'p50', 'p95']) {
      const [low, median, high] = ['low', 'median', 'high'].map((end) => Number(row[`simulated_${p}_${end}`]))
      expect(low).toBeLessThan(median!)
      expect(median).toBeLessThan(high!)
    }
  here.write('one.csv', observed.map((line) => line.split(',').slice(0, 3).join(',')).join('\n'))
  answers(here.run('simulate', ...once, '--vpc', 'one.csv', '--out', 'vpc.svg'))
  expect(here.bytes('vpc.svg').toString()).toMatch(/^<svg[\s\S]*Visual predictive check/)
})

it('[SI31] data simulated by the model lie within its intervals as often as they say', () => {
  const model = compile(modelOf('ketamine-composite'))
  const courses = [{ substance: 'racemic-ketamine', route: 'oral', dose: 25, every: 24, from: 0, until: 24 } as const]
  const times = [1, 2, 4, 8, 12, 20]
  let [inside, all] = [0, 0]
  for (let trial = 0; trial < 12; trial++) {
    const truth = simulate(model, courses, times, { n: 20, seed: 1000 + trial })
    const subjects = Array.from({ length: 20 }, (_, i) => ({
      id: String(i),
      courses,
      resets: [],
      person: { interactions: [] },
      observations: times.map((time, k) => ({ time, output: 'ketamine', value: truth.values[truth.place(i, k, 0)]!, below: false })),
    })) // prettier-ignore
    const predicted: Predicted[] = [...simulateTrial(model, subjects, 100, { seed: 1 })].flat()
    for (const { observed, simulated } of vpcBins(predicted, 100, 12))
      for (const p of ['p05', 'p50', 'p95'] as const) {
        all++
        if (observed[p] >= simulated[p].low && observed[p] <= simulated[p].high) inside++
      }
  }
  // 90 % intervals; times of one trial and percentiles are not independent.
  expect(inside / all).toBeGreaterThan(0.8)
  expect(inside / all).toBeLessThan(0.99)
})

it('[SI31] more times than bins: about equally many in each, and no time in two', () => {
  const predicted = Array.from({ length: 101 }, (_, i): Predicted => ({
    subject: '1',
    time: Math.floor(i / 2),
    output: 'ketamine',
    value: i,
    below: i === 3,
    simulated: Float64Array.of(1, 2),
  })) // prettier-ignore
  const bins = vpcBins(predicted, 2, 8)
  expect(bins).toHaveLength(8)
  expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(101)
  for (const [k, bin] of bins.entries()) {
    expect(Math.abs(bin.n - 101 / 8)).toBeLessThan(3)
    if (k > 0) expect(bin.from).toBe(bins[k - 1]!.to)
  }
  expect(bins[0]!.below).toBe(1)
})

const wrong: readonly (readonly [string, readonly string[], ...string[]])[] = [
  ['no route said', ['--data', 'data.csv'], '--cmt 1=oral'],
  ['a word that is neither', ['--data', 'data.csv', '--cmt', '1=nose'], 'nose', 'oral'],
  ['a number that is none', ['--data', 'wrong.csv', ...cmt], 'wrong.csv: line 3, DV', 'hello'],
  ['doses beside the data', ['--data', 'data.csv', ...cmt, '--dose', '25'], '--dose'],
  ['a weight that changes', ['--data', 'heavier.csv', ...cmt], 'subject 7', 'WT changes'],
  ['no observation', ['--vpc', 'empty.csv', ...once], 'no observation'],
  ['an unknown column', ['--vpc', 'columns.csv', ...once], 'ketamine', 'ketamine_ng_per_mL'],
  ['a negative concentration', ['--vpc', 'negative.csv', ...once], 'line 2', "'-3'"],
  ['a picture of two outputs', ['--vpc', 'observed.csv', ...once, '--out', 'two.svg'], 'ketamine and norketamine'],
  ['shards', ['--vpc', 'observed.csv', ...once, '--shard', '1/2'], '--shard'],
  ['no regimen', ['--vpc', 'observed.csv'], '--dose is missing'],
  ['too many replicates', ['--vpc', 'observed.csv', ...once, '--n', '1000001'], '--n 1000001'],
]
for (const [what, args, ...words] of wrong)
  it(`[SI32] ${what} is refused in one line, and nothing is written`, () => {
    here.write('wrong.csv', data.with(2, '7,1.5,.,0,3,.,.,hello,0,80').join('\n'))
    here.write('heavier.csv', data.with(3, '7,25,.,0,3,0,0,9,0,95').join('\n'))
    here.write('empty.csv', observed[0]!)
    here.write('columns.csv', 'hours,ketamine\n1,2')
    here.write('negative.csv', 'hours,ketamine_ng_per_mL\n1,-3')
    here.write('observed.csv', observed.join('\n'))
    here.write('data.csv', data.join('\n'))
    const before = here.names()
    refuses(here.run('simulate', ...args), ...words)
    expect(here.names()).toEqual(before)
  })
