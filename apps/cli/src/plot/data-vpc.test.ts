import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compile, modelOf, readDataSet } from '@anodyne/pharmacology'
import { expect, it, vi } from 'vitest'
import { dataVpc } from './data-vpc.ts'
import { parseXml } from './markup.fixture.ts'
import { binsOf, edgesOf } from './vpc-bins.ts'
import { madeUpTrial } from './vpc-data.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const model = modelOf('fanta-otto-2021')
const check = (text: string, seed = 1) =>
  dataVpc({
    model,
    data: readDataSet(text, compile(model), { routes: { '*': 'iv' }, outputs: { '*': 'ketamine' } }),
    output: 'ketamine',
    substance: 'esketamine',
    trials: 100,
    seed,
    scale: 'log',
    weight: 'WT',
  })
const outside = (text: string) =>
  check(text).bins.flatMap(
    ({ observed, simulated }) =>
    (['p05', 'p50', 'p95'] as const).filter((p) => !(observed![p] >= simulated[p].low && observed![p] <= simulated[p].high)), // prettier-ignore
  ).length

it('[PL14] people drawn from the model lie within its intervals about as often as they say; others do not', () => {
  const seeds = [11, 12, 13, 14, 15]
  const counts = seeds.map((seed) => outside(madeUpTrial(40, seed)))
  console.log(`of 24 percentiles outside, seeds ${seeds.join(' ')}: ${counts.join(' ')}`)
  const share = counts.reduce((sum, n) => sum + n, 0) / (24 * seeds.length)
  // 10 % are expected; percentiles of the same people go together, so that few trials are far from it.
  expect(share).toBeLessThan(0.25)
  expect(outside(madeUpTrial(40, 11, 1.5))).toBeGreaterThan(16)
})

it('[PL14] every observation is drawn, a bin to each time of the design, and the same seed gives the same check', () => {
  const { bins, observations, subtitle, basis } = check(madeUpTrial(12, 3))
  expect(bins.map(({ at }) => at)).toEqual([0.5, 1, 2, 3, 5, 6, 8, 10])
  expect(observations?.values).toHaveLength(96)
  expect(subtitle).toContain('12 people, 96 observations')
  expect(basis).toMatchObject({ patients: 1200, seed: 1 })
  expect(check(madeUpTrial(12, 3)).bins).toEqual(bins)
  expect(check(madeUpTrial(12, 3), 2).bins).not.toEqual(bins)
})

it('[PL14] percentiles are those of each simulated trial, not of all pooled; fewer than ten people have no outer ones', () => {
  const point = (time: number, observed: number, ...simulated: number[]) => ({ time, observed, simulated: Float64Array.from(simulated) }) // prettier-ignore
  // Three trials of three people: medians 2, 20 and 5.
  const [bin] = binsOf([point(1, 4, 1, 10, 5), point(1, 6, 2, 20, 5), point(1, 9, 3, 30, 5)], [0, 2])
  expect(bin!.simulated.p50).toEqual({ low: 2 + 0.1 * 3, median: 5, high: 20 - 0.1 * 15 })
  expect(bin!.observed).toEqual({ p05: NaN, p50: 6, p95: NaN })
  const ten = Array.from({ length: 11 }, (_, i) => point(1, i, 1))
  expect(binsOf(ten, [0, 2])[0]!.observed).toEqual({ p05: 0.5, p50: 5, p95: 9.5 })
})

it('[PL14] a percentile among what is below the limit of quantification is a gap; above it the rank counts', () => {
  const values = [-Infinity, -Infinity, -Infinity, 3, 4, 5, 6, 7, 8, 9, 10]
  const points = values.map((observed) => ({ time: 1, observed, simulated: Float64Array.of(1) }))
  expect(binsOf(points, [0, 2])[0]!.observed).toEqual({ p05: NaN, p50: 5, p95: 9.5 })
})

it('[PL14] a simulated value that is no number makes a gap, and is not sorted out of sight', () => {
  const points = [1, 2, 3].map((v) => ({ time: 1, observed: v, simulated: Float64Array.of(v === 2 ? NaN : v, 1) }))
  expect(binsOf(points, [0, 2])[0]!.simulated.p50).toEqual({ low: NaN, median: NaN, high: NaN })
})

it('[PL14] edges lie between times; many times share a few bins', () => {
  expect(edgesOf([1, 2, 4, 2])).toEqual([0.5, 1.5, 3, 5])
  expect(edgesOf([3, 3])).toEqual([2.5, 3.5])
  expect(edgesOf([])).toEqual([])
  const many = edgesOf(Array.from({ length: 100 }, (_, i) => i / 10))
  expect(many).toHaveLength(11)
  expect([...many]).toEqual(many.toSorted((a, b) => a - b))
})

it('[PL14] a reset is refused; so are an output without observations and one that the model has not', () => {
  const reset = 'ID,TIME,AMT,EVID,RATE,DV\n1,0,10,1,20,.\n1,1,.,0,.,20\n1,2,.,3,.,.\n'
  expect(() => check(reset)).toThrow('subject 1 has a reset')
  expect(() => check('ID,TIME,AMT,EVID,RATE,DV\n1,0,10,1,20,.\n')).toThrow('no observation of ketamine')
})

const bin = fileURLToPath(new URL('../../bin/anodyne.mjs', import.meta.url))
it('[PL10] plot vpc reads a data set and prints one SVG; what is wrong with it is said with its line', () => {
  const run = (input: string, ...more: readonly string[]) =>
    spawnSync(process.execPath, [bin, 'plot', 'vpc', '--data', '-', ...more], { encoding: 'utf8', input })
  const asked = ['--model', 'fanta-otto-2021', '--substance', 'esketamine', '--routes', 'iv', '--trials', '40']
  const drawn = run(madeUpTrial(12, 3), ...asked, '--log')
  expect([drawn.status, drawn.stderr]).toEqual([0, ''])
  expect(parseXml(drawn.stdout).children[1]?.text).toContain('8 bins, 90 % intervals')
  for (const [input, more, said] of [
    [madeUpTrial(2, 3).replace(',70\n', ',x\n1,x,.,0,.,1,70\n'), asked, "TIME 'x'"],
    [madeUpTrial(2, 3), ['--model', 'fanta-otto-2021'], '--routes is missing'],
    [madeUpTrial(2, 3), [...asked, '--outputs', '1=ketamine,='], '--outputs 1=ketamine,='],
    [madeUpTrial(2, 3), [...asked, '--weight-column', 'KG'], '--weight-column KG'],
  ] as const) {
    const refused = run(input, ...more)
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain(said)
  }
})
