import type { Option } from '@anodyne/pathway'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { BlockedBy } from './blocked-by.tsx'
import { headline, OptionCard } from './option-card.tsx'

const dose = { substance: 'racemic-ketamine', route: 'oral', mg: 10, mL: 1, strength: 10, timesPerDay: 3 } as const
const option: Option = {
  kind: 'start',
  title: 'Start',
  blockedBy: [],
  dose,
  regimen: { dose, days: 7, mgPerDay: 30 },
  monitoring: [],
  basis: ['basis line'],
  missing: ['Liver tests'],
  against: ['No trial shows a group benefit.'],
}
const read = (o: Option) =>
  renderToStaticMarkup(<OptionCard option={o} findings={[]} onSign={() => undefined} />).replaceAll('\u00a0', ' ')

it('[WE04] shows the dose in mg, mL and strength, and the reason against it', () => {
  const html = read(option)
  for (const said of ['10 mg = 1 mL of 10 mg/mL', '3 times a day', 'No trial shows', 'Liver tests', 'basis line'])
    expect(html).toContain(said)
})

it('[WE13] can be signed only while nothing blocks it, and links what blocks it', () => {
  expect(read(option)).toContain('Sign this option')
  const blocked = read({ ...option, blockedBy: ['E06', 'I01'] })
  expect(blocked).not.toContain('<button')
  expect(blocked).toContain('href="#finding-E06"')
  expect(blocked).toContain('href="#finding-I01"')
})

it('says so when an option gives no ketamine', () => {
  const { dose: _dose, regimen: _regimen, ...none } = option
  expect(read({ ...none, kind: 'hold' })).toContain('No ketamine is given.')
})

it('[WE13] counts what blocks by kind, worst first, and links every rule, though many', () => {
  const rules = Array.from({ length: 9 }, (_, i) => `I0${i + 1}`)
  const unknown = (rule: string) => ({ rule, kind: 'missing', because: 'x', facts: [], source: 'y' }) as const
  const html = renderToStaticMarkup(
    <BlockedBy
      rules={[...rules, 'E06', 'Z99']}
      findings={[...rules.map(unknown), { ...unknown('E06'), kind: 'stop' }]}
    />,
  ).replaceAll('\u00a0', ' ')
  for (const rule of [...rules, 'E06', 'Z99']) expect(html).toContain(`href="#finding-${rule}"`)
  expect(html.indexOf('1 stop')).toBeGreaterThan(-1)
  expect(html.indexOf('1 stop')).toBeLessThan(html.indexOf('9 missing'))
})

it('[WE04] leaves the dose out of a headline only where it ends it', () => {
  expect(headline('Step up: 25 mg = 2.5 mL of 10 mg/mL, 3 times a day')).toBe('Step up')
  const taper = 'Taper over 21 d to nothing, from 11 mg = 1.1 mL of 10 mg/mL, 3 times a day'
  expect(headline(taper)).toBe(taper)
})
