import { expect, it } from 'vitest'
import { sample } from '../sample.fixture.ts'
import { paint } from '../text/paint.ts'
import { planPage } from './plan-page.ts'

const page = (width = 80, colour = false, assessment = sample, full = false) =>
  planPage(assessment, { width, paint: paint(colour), full })
/** Words only, as they are read across line ends. */
const read = (text: string) => text.replace(/\s+/g, ' ')

it('[CL10] says who, that the protocol is unsigned and that the record is synthetic, before anything else', () => {
  const top = page().split('WHY IT HURTS')[0] ?? ''
  expect(top).toContain('Ada Sample')
  expect(top).toContain('51 years')
  expect(top).toContain('weight unknown')
  expect(top).toContain('PROTOCOL NOT SIGNED')
  expect(top).toContain('SYNTHETIC RECORD')
})

it('[CL10] drops the warning only when somebody signed, and then says who', () => {
  const signed = { by: 'Dr Lead', role: 'clinical lead', on: '2021-05-01' }
  const text = page(80, false, { ...sample, protocol: { ...sample.protocol, signed } })
  expect(text).not.toContain('NOT SIGNED')
  expect(read(text)).toContain('signed by Dr Lead (clinical lead) on 2021-05-01')
})

it('[CL11] puts findings worst first, by mark and word', () => {
  const text = page().split('FINDINGS')[1] ?? ''
  const places = ['✖ STOP', '? NOT KNOWN', '✓ CLEAR'].map((word) => text.indexOf(word))
  expect(places.every((p) => p >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

it('[CL11] numbers each source once and lists it at the end', () => {
  const whole = page(80, false, sample, true)
  expect(whole).toMatch(/A psychosis is recorded\. \[2\]/)
  expect(whole).toMatch(/Liver tests are normal\. \[2\]/)
  expect(whole.match(/Source A/g)).toHaveLength(1)
})

it('[CL12] gathers each question once, with the rules that wait for it', () => {
  expect(read(page())).toContain('[ ] 1 Measure blood pressure. (E06, E07)')
})

it('[CL13] shows a dose in mg, mL and strength, and what blocks it in words', () => {
  expect(read(page())).toContain('10 mg = 1 mL of 10 mg/mL racemic ketamine (free base), oral, once')
  expect(read(page())).toContain('cannot be signed: stop E01; not known E06')
  expect(read(page())).toContain('✓ can be signed')
})

it('[CL12] an option points at its questions by number, and none is lost', () => {
  const [first, ...others] = sample.options
  if (!first) throw new Error('the sample has options')
  const missing = ['E06: Measure blood pressure.', 'Recent blood pressure', 'Was the programme completed?']
  const text = read(page(80, false, { ...sample, options: [{ ...first, missing }, ...others] }))
  expect(text).toContain('[ ] 2 Was the programme completed?')
  expect(text).toContain('[ ] 3 Recent blood pressure')
  expect(text).toContain('not known: to find out: 1–3 above')
})

it('[CL13] shows a taper stage by stage, never as its first dose for all its days', () => {
  const [first, ...others] = sample.options
  if (!first?.dose) throw new Error('the first sample has a dose')
  const at = (mg: number) => ({ dose: { ...first.dose!, mg, mL: mg / 10, timesPerDay: 3 }, days: 7 })
  const taper = { ...first, regimen: { dose: at(10).dose, days: 14, mgPerDay: 30, stages: [at(10), at(5), at(0)] } }
  const text = read(page(80, false, { ...sample, options: [taper, ...others] }))
  expect(text).toContain(
    'stage 1: 10 mg = 1 mL of 10 mg/mL racemic ketamine (free base), oral, 3 times a day for 7 days',
  )
  expect(text).toContain('stage 2: 5 mg = 0.5 mL')
  expect(text).toContain('stage 3: none for 7 days')
  expect(text).not.toContain('for 14 days')
})

it('[CL13] says once what every option rests on', () => {
  const options = sample.options.map((o) => ({ ...o, basis: [...o.basis, 'Read on one day.'] }))
  expect(page(80, false, { ...sample, options }).match(/Read on one day/g)).toHaveLength(1)
})

it('[CL13] shows the reason against every option', () => {
  for (const option of sample.options) for (const reason of option.against) expect(read(page())).toContain(reason)
})

it('[CL14] says that a forecast is predicted, with units, spread and what was assumed', () => {
  expect(read(page())).toContain('Predicted for 300 virtual patients')
  expect(read(page())).toContain('highest ketamine in plasma: 10 (4 to 20) ng/mL')
  expect(read(page())).toContain('weight unknown: 70 kg assumed')
  expect(page()).toContain('ng/mL ┤')
})

it('[CL15] ends with versions, short hashes and what could not be read, with its path', () => {
  expect(read(page())).toContain('Observation without a value (value-missing, Bundle.entry[3].resource)')
  expect(page()).toContain('anodyne-default 1.2.3, 0123456789ab, not signed')
})

it.each([40, 60, 80, 120])('[CL16] no line is wider than %i columns', (width) => {
  const widest = Math.max(
    ...page(width)
      .split('\n')
      .map((l) => l.length),
  )
  expect(widest).toBeLessThanOrEqual(width)
})

it('[CL16] colour changes no word and no place', () => {
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  const uncoloured = page(80, true).replace(/\u001b\[\d+m/g, '')
  expect(page(80, true)).not.toBe(page())
  expect(uncoloured).toBe(page())
})

it('[CL17] a record cannot drive the terminal', () => {
  const name = 'Eve\u001b[2J\u0007\u202e\nSTOP\u009b31m'
  const text = page(80, false, { ...sample, person: { ...sample.person, name } })
  // oxlint-disable-next-line no-control-regex -- the control characters are the point
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(text).toContain('Eve[2J STOP31m')
})

it('[CL24] says each thing once, and leaves nothing out at full length', () => {
  const [first] = sample.options
  if (!first) throw new Error('the sample has options')
  const limit = 'Protocol start.mg: 10 mg (published). Salford leaflet.'
  const alike = { ...first, basis: [limit], against: ['Weak evidence.'] }
  const twice = { ...sample, options: [alike, { ...alike, title: 'Another', basis: [limit, 'Only here.'] }] }
  const brief = read(page(80, false, twice))
  expect(brief.match(/Weak evidence\./g)).toHaveLength(1)
  expect(brief).toContain('and 1 more, as under A')
  expect(brief).not.toContain('Liver tests are normal.')
  expect(brief).toContain('A psychosis is recorded.')
  const whole = read(page(80, false, twice, true))
  expect(whole.match(/Weak evidence\./g)).toHaveLength(2)
  expect(whole).toContain('Liver tests are normal.')
  expect(whole).toContain('Salford leaflet.')
})
