import { expect, it } from 'vitest'
import { bands, forest, tornado, vpc } from './index.ts'
import { parseXml, within, type Node } from './markup.fixture.ts'
import { someBands, someForest, someTornado, someVpc } from './plots.fixture.ts'
import { ink } from './style.ts'

const all = [
  ['bands', () => bands(someBands)],
  ['vpc', () => vpc(someVpc)],
  ['forest', () => forest(someForest)],
  ['tornado', () => tornado(someTornado)],
] as const

const marks = (svg: string, has: (node: Node) => boolean) => within(parseXml(svg)).filter(has)
const words = (svg: string) => within(parseXml(svg)).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
/** Only what is drawn, not the legend: Plot's groups carry a font family. */
const drawing = (svg: string): readonly Node[] =>
  parseXml(svg).children.filter(({ name, attributes }) => name === 'g' && attributes['font-family'])
const drawn = (svg: string, has: (node: Node) => boolean) => drawing(svg).flatMap(within).filter(has)
const vertices = (d: string | undefined) => (d ?? '').match(/[ML]/g)?.length ?? 0

it.each(all)('[PL1] %s: one whole file that stands alone, titled and told to who cannot see it', (_, draw) => {
  const svg = draw()
  const root = parseXml(svg)
  expect(root.name).toBe('svg')
  expect(root.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img', width: '720' })
  expect(root.attributes['font-family']).toMatch(/Helvetica.*Arial.*sans-serif/)
  const [title, description, paper] = root.children
  expect(title).toMatchObject({ name: 'title' })
  expect(description?.text.length).toBeGreaterThan(60)
  expect(paper).toMatchObject({ name: 'rect', attributes: { width: '720', fill: '#ffffff' } })
  const names = new Set(within(root).flatMap((node) => Object.keys(node.attributes)))
  for (const name of ['id', 'class', 'href', 'style', 'xlink:href']) expect([...names]).not.toContain(name)
  for (const name of ['script', 'style', 'image', 'use', 'foreignObject'])
    expect(within(root).filter((node) => node.name === name)).toEqual([])
  expect(svg).not.toMatch(/currentColor|var\(|url\(|NaN|undefined|Infinity/)
})

it.each([
  ['bands', () => bands(someBands), ['Ketamine (ng/mL)', 'Norketamine (nmol/mL)', 'Time (h)']],
  ['vpc', () => vpc(someVpc), ['Ketamine (ng/mL)', 'Time (h)']],
  ['forest', () => forest(someForest), ['predicted / observed', 'first (ng/mL)']],
  ['tornado', () => tornado(someTornado), ['Highest ketamine (ng/mL)', 'all typical: 10 ng/mL']],
] as const)('[PL2] %s: every axis has its unit, and the footer says what made it', (_, draw, axes) => {
  const said = words(draw())
  for (const axis of axes) expect(said).toContain(axis)
  expect(said.join(' ')).toMatch(/(Simulated|Predicted) with Anodyne: model some-model 0\.1\.0/)
  expect(said.join(' ')).toContain('not a measurement and not a recommendation')
})

it('[PL2] patients and seed stand in the footer; hours become days on a long axis', () => {
  expect(words(bands(someBands)).join(' ')).toContain('1,000 virtual patients; seed 7')
  const long = { label: 'Relief', unit: '1', hours: [0, 336, 672], band: { median: [0, 0.1, 0.2] } }
  expect(words(bands({ ...someBands, panels: [long] }))).toEqual(expect.arrayContaining(['Time (d)', '28']))
})

it('[PL3] bands: each time of each line and edge, each observed point and its error', () => {
  const svg = bands(someBands)
  const areas = [ink.band90, ink.band50].map((fill) => drawn(svg, (n) => n.attributes['fill'] === fill))
  for (const [area] of areas) expect(vertices(area?.children[0]?.attributes['d'])).toBe(10)
  const edges = drawn(svg, (n) => n.attributes['stroke'] === ink.doubtEdge)
  expect(edges.map((line) => vertices(line.children[0]?.attributes['d']))).toEqual([5, 5])
  const medians = drawn(svg, (n) => n.attributes['stroke'] === ink.median)
  expect(medians.map((line) => vertices(line.children[0]?.attributes['d']))).toEqual([5, 5])
  expect(drawn(svg, ({ name }) => name === 'circle')).toHaveLength(3)
  expect(
    drawn(svg, (n) => n.name === 'g' && n.attributes['stroke'] === ink.observed && n.children[0]?.name === 'line')[0]
      ?.children,
  ).toHaveLength(3)
  expect(parseXml(svg).children[1]?.text).toContain('highest at 1 h with 4 ng/mL, middle 90 % 2 to 8 ng/mL')
})

it('[PL3] vpc: an interval for each percentile and bin, each observed percentile and each observation', () => {
  const svg = vpc(someVpc)
  expect(drawn(svg, ({ name }) => name === 'rect')).toHaveLength(9)
  // 4 observations, and 8 of 9 percentiles that lie inside; the ninth is a diamond
  expect(drawn(svg, ({ name }) => name === 'circle')).toHaveLength(12)
  expect(drawn(svg, (n) => n.attributes['fill'] === ink.fail)[0]?.children).toHaveLength(1)
  expect(parseXml(svg).children[1]?.text).toContain('observed median outside in 1 of 3 bins')
})

it('[PL3] forest: a tolerance, a mark, three numbers and a word for each row', () => {
  const svg = forest(someForest)
  const rows = parseXml(svg).children
  expect(rows.filter(({ name, attributes }) => name === 'rect' && attributes['fill'] === ink.rule)).toHaveLength(4)
  expect(words(svg)).toEqual(expect.arrayContaining(['0.40', '3.00', '1.00', '1.10', 'FAIL', 'known miss [1]']))
  expect(words(svg)).toContain('[1] Studies differ four-fold.')
})

it('[PL3] tornado: two bars for each parameter, with both outcomes and both values', () => {
  const svg = tornado(someTornado)
  expect(parseXml(svg).children.filter(({ name, attributes }) => name === 'rect' && attributes['stroke'])).toHaveLength(
    6,
  )
  expect(words(svg)).toEqual(expect.arrayContaining(['15', '5', 'p05 to p95', '8', '13', '0.1 to 0.2']))
})

it('[PL5] the same data give the same bytes, and no number has more than two decimals', () => {
  for (const [, draw] of all) {
    expect(draw()).toBe(draw())
    const lengths = within(parseXml(draw())).flatMap(({ attributes }) => Object.values(attributes))
    expect(lengths.filter((value) => /\.\d{3}/.test(value))).toEqual([])
  }
})

it('[PL6] forest: three judgements in three shapes; verification before external, each under its heading', () => {
  const svg = forest(someForest)
  const shape = (words: string) => {
    const children = parseXml(svg).children
    const key = children[children.findIndex(({ name, text }) => name === 'text' && text === words) - 1]
    return key?.children[0]
  }
  expect(shape('pass')).toMatchObject({ name: 'circle' })
  expect(shape('known miss')?.attributes['d']).toMatch(/Z$/)
  expect(shape('FAIL')?.attributes['d']).toMatch(/^M-5,-5L5,5M/)
  const order = words(svg).filter((one) => /^some-model|\(ng\/mL\)$/.test(one))
  expect(order).toEqual([
    'some-model, verification',
    'second (ng/mL)',
    'third (ng/mL)',
    'fourth (ng/mL)',
    'some-model, external',
    'first (ng/mL)',
  ])
})

it('[PL7] tornado: how people differ and what is not known stand apart, widest first; low is hollow, high is full', () => {
  const svg = tornado(someTornado)
  const order = words(svg).filter((one) => /^(Between|Uncertainty|wide|narrow|doubtful)/.test(one))
  expect(order.map((one) => one.split(':')[0])).toEqual([
    'Between patients',
    'wide',
    'narrow',
    'Uncertainty',
    'doubtful',
  ])
  const bars = parseXml(svg).children.filter(({ name, attributes }) => name === 'rect' && attributes['stroke'])
  expect(bars.map(({ attributes }) => attributes['fill'])).toEqual([
    ink.paper,
    ink.band50,
    ink.paper,
    ink.band50,
    ink.paper,
    ink.doubt,
  ])
  // The low value of `wide` raises the outcome: its hollow bar begins where its full one ends.
  const [low, high] = bars.map(({ attributes }) => ({ x: Number(attributes['x']), width: Number(attributes['width']) }))
  expect(low!.x).toBeCloseTo(high!.x + high!.width, 1)
})

it('[PL8] words from outside cannot break the drawing or hide in it', () => {
  const svg = bands({ ...someBands, title: '5 < 6 & "7" <script>\u202e\u0007</script>' })
  expect(parseXml(svg).children[0]?.text).toBe('5 < 6 & "7" <script></script>')
  expect(marks(svg, ({ name }) => name === 'script')).toEqual([])
})
