import type { Option } from '@anodyne/pathway'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { OptionCard } from './option-card.tsx'

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
  renderToStaticMarkup(<OptionCard option={o} onSign={() => undefined} />).replaceAll('\u00a0', ' ')

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
