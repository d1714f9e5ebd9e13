import { expect, it } from 'vitest'
import { bands, forest, tornado, vpc } from './index.ts'
import { parseXml, within } from './markup.fixture.ts'
import { someBands, someForest, someTornado, someVpc } from './plots.fixture.ts'
import { ink } from './style.ts'

const words = (svg: string) => within(parseXml(svg)).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
const group = (svg: string, stroke: string) =>
  within(parseXml(svg)).find((n) => n.name === 'g' && n.attributes['stroke'] === stroke)
const [panel] = someBands.panels
const only = (median: readonly number[], scale: 'linear' | 'log' = 'linear') =>
  bands({ ...someBands, scale, panels: [{ ...panel!, band: { median }, observed: [] }] })
const doubtless = (median: readonly number[]) => {
  const { label, unit, hours } = panel!
  return bands({ ...someBands, panels: [{ label, unit, hours, band: { median } }] })
}

it('[PL4] a missing value parts the line, is counted, and is never drawn as 0', () => {
  const svg = doubtless([1, 4, NaN, 2, 1])
  const d = group(svg, ink.median)?.children[0]?.attributes['d'] ?? ''
  expect(d.match(/M/g)).toHaveLength(2)
  expect(d.match(/[ML]/g)).toHaveLength(4)
  expect(words(svg)).toContain('Ketamine: 1 simulated value missing, left as a gap.')
  expect(parseXml(svg).children[1]?.text).toContain('1 simulated value missing')
})

it('[PL4] a line shorter than its times is missing the rest', () => {
  expect(words(doubtless([1, 2]))).toContain('Ketamine: 3 simulated values missing, left as gaps.')
})

it('[PL4] an observed point that is missing has no mark and is said', () => {
  const observed = [{ hours: [1, 2], values: [3, NaN], label: 'seen' }]
  const svg = bands({ ...someBands, panels: [{ ...panel!, observed }] })
  const plots = parseXml(svg).children.filter(({ attributes }) => attributes['font-family'])
  expect(plots.flatMap(within).filter(({ name }) => name === 'circle')).toHaveLength(1)
  expect(words(svg)).toContain('Ketamine: 1 observed value missing, left as a gap.')
})

it('[PL4] nothing at all is said to be nothing, on both scales', () => {
  for (const scale of ['linear', 'log'] as const) {
    const nothing = { label: 'Ketamine', unit: 'ng/mL', hours: [0, 1], band: { median: [NaN, NaN] } }
    const svg = bands({ ...someBands, scale, panels: [nothing] })
    expect(words(svg)).toContain('nothing to draw')
    expect(words(svg)).toContain('Ketamine: 2 simulated values missing, left as gaps.')
    expect(svg).not.toMatch(/NaN|Infinity/)
    expect(words(bands({ ...someBands, scale, panels: [{ ...nothing, hours: [], band: { median: [] } }] }))).toContain(
      'nothing to draw',
    )
  }
})

it('[PL4] what is not above 0 is a gap on a logarithmic axis, and is said', () => {
  const svg = only([0, 4, 3, 2, 1], 'log')
  expect(group(svg, ink.median)?.children[0]?.attributes['d']?.match(/[ML]/g)).toHaveLength(4)
  expect(words(svg).join(' ')).toContain('not above 0, not drawn on a logarithmic axis')
})

it('[PL4] vpc: a percentile of too few is no mark; no bins at all is said', () => {
  const [first, ...rest] = someVpc.bins
  const svg = vpc({ ...someVpc, bins: [{ ...first!, observed: { p05: NaN, p50: 20, p95: NaN } }, ...rest] })
  expect(words(svg)).toContain('Ketamine: 2 observed percentiles missing, left as gaps.')
  const plots = parseXml(svg).children.filter(({ attributes }) => attributes['font-family'])
  expect(plots.flatMap(within).filter(({ name }) => name === 'circle')).toHaveLength(10)
  expect(words(vpc({ ...someVpc, bins: [], observations: { hours: [], values: [] } }))).toContain('nothing to draw')
})

it.each([NaN, 0, -1, Infinity])('[PL4] forest: a ratio of %f has no mark and is said', (ratio) => {
  const [first] = someForest.rows
  const svg = forest({ ...someForest, rows: [{ ...first!, ratio, status: 'fail' }] })
  expect(words(svg)).toContain('1 row has no ratio and no mark.')
  expect(words(svg)).toContain('FAIL')
  const crosses = within(parseXml(svg)).filter(({ attributes }) => attributes['stroke'] === ink.fail)
  expect(crosses).toHaveLength(1) // the legend's
  expect(svg).not.toMatch(/NaN|Infinity/)
})

it('[PL4] tornado: an end that is missing has no bar, and the other one stays', () => {
  const [first] = someTornado.rows
  const svg = tornado({ ...someTornado, rows: [{ ...first!, low: { at: '1', value: NaN } }] })
  const bars = parseXml(svg).children.filter(({ name, attributes }) => name === 'rect' && attributes['stroke'])
  expect(bars).toHaveLength(1)
  expect(words(svg)).toContain('1 parameter has an end that is missing: no bar is drawn to it.')
  expect(tornado({ ...someTornado, base: NaN, rows: [] })).not.toMatch(/NaN|Infinity/)
})

it('[PL4] vpc: the axis is logarithmic of itself only where that hides nothing', () => {
  const wide = { ...someVpc, bins: someVpc.bins.map((one, i) => (i > 0 ? one : scaled(one, 30))) }
  // The time axis begins at a `0` as well; a second one is the foot of the other axis.
  const isLog = (svg: string) => words(svg).filter((word) => word === '0').length < 2
  expect(isLog(vpc(someVpc))).toBe(false)
  expect(isLog(vpc(wide))).toBe(true)
  expect(isLog(vpc({ ...wide, observations: { hours: [1], values: [0] } }))).toBe(false)
})

function scaled(bin: (typeof someVpc.bins)[number], factor: number): (typeof someVpc.bins)[number] {
  const interval = (one: { low: number; median: number; high: number }) => ({ low: one.low * factor, median: one.median * factor, high: one.high * factor }) // prettier-ignore
  const { p05, p50, p95 } = bin.simulated
  return { ...bin, simulated: { p05: interval(p05), p50: interval(p50), p95: interval(p95) } }
}
