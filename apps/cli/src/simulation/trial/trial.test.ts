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
  // One reported below a limit of 3, and 0, 1 and 2, which are below it too.
  expect(bins[0]!.below).toBe(4)
})

const seen = (value: number, below: boolean, simulated: readonly number[]): Predicted => ({
  subject: '1', time: 1, output: 'ketamine', value, below, simulated: Float64Array.from(simulated),
}) // prettier-ignore

it('[SI31] what is below the limit is censored on both sides: percentiles below it have no value, fractions are compared', () => {
  // Five subjects, three replicates (columns): of the replicates 1, 2 and 5 of 5 are below the limit of 2.
  const [bin] = vpcBins(
    [
      seen(2, true, [1, 1, 0.1]),
      seen(2, true, [3, 1.9, 0.2]),
      seen(4, false, [5, 5, 1.5]),
      seen(6, false, [7, 7, 1]),
      seen(8, false, [9, 9, 1.99]),
    ],
    3,
    12,
  )
  expect([bin!.n, bin!.below]).toEqual([5, 2])
  expect(bin!.belowLimit!.observed).toBeCloseTo(0.4, 12)
  // Type 7 of (0.2, 0.4, 1) at 0.05, 0.5 and 0.95.
  const { low, median, high } = bin!.belowLimit!.simulated
  for (const [value, expected] of [[low, 0.22], [median, 0.4], [high, 0.94]]) expect(value).toBeCloseTo(expected!, 12) // prettier-ignore
  // Observed: rank 0.2 falls among what is below, rank 2 is 4, rank 3.8 is 6 + 0.8·2.
  expect(bin!.observed).toEqual({ p05: -Infinity, p50: 4, p95: 7.6 })
  // Medians of the replicates: 5, 5 and below. 95th: 8.6, 8.6 and below.
  expect(bin!.simulated.p50).toEqual({ low: -Infinity, median: 5, high: 5 })
  expect(bin!.simulated.p05).toEqual({ low: -Infinity, median: -Infinity, high: -Infinity })
  expect(bin!.simulated.p95.median).toBeCloseTo(8.6, 12)
})

it('[SI31] without a limit nothing is censored, and no fraction is made up', () => {
  const [bin] = vpcBins([seen(0, false, [0, 1]), seen(3, false, [0, 2])], 2, 12)
  expect([bin!.below, bin!.belowLimit, bin!.observed.p50]).toEqual([0, undefined, 1.5])
  expect(bin!.simulated.p50.low).toBeCloseTo(0.075, 12)
})

it('[SI31] below the limit: table, JSON and drawing say `<2`, and how much of it there is', () => {
  here.write('blq.csv', ['id,hours,ketamine_ng_per_mL', '1,1,<2', '2,1,<2', '3,1,12', '1,12,< 2', '2,12,<2', '3,12,<2'].join('\n')) // prettier-ignore
  const [first, last] = tableOf(answers(here.run('simulate', ...once, '--vpc', 'blq.csv', '--n', '40')))
  expect([first!['observed_p05'], first!['observed_p50'], last!['observed_p95']]).toEqual(['<2', '<2', '<2'])
  expect([first!['below_limit'], first!['limit'], last!['observed_fraction_below_limit']]).toEqual(['2', '2', '1'])
  expect(last!['simulated_fraction_below_limit_median']).toBe('1')
  const json = JSON.parse(answers(here.run('simulate', ...once, '--vpc', 'blq.csv', '--n', '40', '--json'))) as {
    vpc: readonly { limit: number; bins: readonly { observed: { p05: unknown } }[] }[]
  }
  expect([json.vpc[0]!.limit, json.vpc[0]!.bins[0]!.observed.p05]).toEqual([2, '<2'])
  answers(here.run('simulate', ...once, '--vpc', 'blq.csv', '--n', '40', '--out', 'blq.svg'))
  const svg = here.bytes('blq.svg').toString()
  expect(svg).toContain('Below the limit of quantification (fraction of observations)')
  expect(svg).toContain('limit of quantification, 2 ng/mL')
  expect(svg).not.toMatch(/NaN|Infinity/)
})

it('[SI30] columns that are not read are named', () => {
  here.write('extra.csv', data.map((line, k) => `${line},${k === 0 ? 'CRCL' : '90'}`).join('\n'))
  const [head] = answers(here.run('simulate', '--data', 'extra.csv', ...cmt, '--n', '20')).split('\n')
  expect(JSON.parse(head!.slice(2))).toMatchObject({ columnsNotUsed: ['CRCL'] })
})

const wrong: readonly (readonly [string, readonly string[], ...string[]])[] = [
  ['no route said', ['--data', 'data.csv'], '--cmt 1=oral'],
  ['a word that is neither', ['--data', 'data.csv', '--cmt', '1=nose'], 'nose', 'oral'],
  ['a number that is none', ['--data', 'wrong.csv', ...cmt], 'wrong.csv: line 3, DV', 'hello'],
  ['doses beside the data', ['--data', 'data.csv', ...cmt, '--dose', '25'], '--dose'],
  ['a weight that changes', ['--data', 'heavier.csv', ...cmt], 'subject 7', 'WT changes'],
  ['a weight of nobody', ['--data', 'weightless.csv', ...cmt], 'subject 7, WT 0', '20 to 400'],
  ['a weight said twice', ['--data', 'data.csv', ...cmt, '--weight', '90'], '--weight', 'column WT'],
  ['two columns of weight', ['--data', 'two.csv', ...cmt], 'WT and BW'],
  ['a dose of nobody', ['--data', 'dose.csv', ...cmt], 'subject 7', '1e+308'],
  ['a negative observation', ['--data', 'log.csv', ...cmt], 'subject 7', 'DV -1.2', 'logarithm'],
  ['a limit that is not said', ['--data', 'blq.csv', ...cmt], 'subject 7', 'LLOQ'],
  ['routes without doses', ['--vpc', 'observed.csv', ...once, ...cmt], '--cmt'],
  ['a hexadecimal number', ['--vpc', 'hex.csv', ...once], "'0x10'"],
  ['a column twice', ['--vpc', 'twice.csv', ...once], 'column hours: twice'],
  ['a limit of nothing', ['--vpc', 'zero.csv', ...once], "'<0'", '<2'],
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
    here.write('weightless.csv', data.map((line) => line.replace(/,80$/, ',0')).join('\n'))
    here.write('two.csv', data.map((line, k) => `${line},${k === 0 ? 'BW' : '70'}`).join('\n'))
    here.write('dose.csv', data.with(1, '7,0,1e308,1,1,5,8,.,1,80').join('\n'))
    here.write('log.csv', data.with(2, '7,1.5,.,0,3,.,.,-1.2,0,80').join('\n'))
    here.write('blq.csv', data.map((line, k) => `${line},${k === 0 ? 'BLQ' : k === 2 ? 1 : 0}`).with(2, '7,1.5,.,0,3,.,.,0,0,80,1').join('\n')) // prettier-ignore
    here.write('hex.csv', 'hours,ketamine_ng_per_mL\n1,0x10')
    here.write('twice.csv', 'hours,hours,ketamine_ng_per_mL\n1,9,5')
    here.write('zero.csv', 'hours,ketamine_ng_per_mL\n1,<0')
    here.write('empty.csv', observed[0]!)
    here.write('columns.csv', 'hours,ketamine\n1,2')
    here.write('negative.csv', 'hours,ketamine_ng_per_mL\n1,-3')
    here.write('observed.csv', observed.join('\n'))
    here.write('data.csv', data.join('\n'))
    const before = here.names()
    refuses(here.run('simulate', ...args), ...words)
    expect(here.names()).toEqual(before)
  })
