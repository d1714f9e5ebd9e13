/** The command's figures: what the engine says is what is drawn. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { forecast, forecastSensitivity, library, modelOf, validate } from '@anodyne/pharmacology'
import { hours, mg } from '@anodyne/units'
import { expect, it, vi } from 'vitest'
import { forecastBands } from './forecast-bands.ts'
import { parseXml, within } from './markup.fixture.ts'
import { sensitivityTornado } from './sensitivity-tornado.ts'
import { validationForest } from './validation-forest.ts'

vi.setConfig({ testTimeout: 120_000 })

const bin = fileURLToPath(new URL('../../bin/anodyne.mjs', import.meta.url))
function plot(words: string) {
  const run = spawnSync(process.execPath, [bin, 'plot', ...words.split(' ')], { encoding: 'utf8', maxBuffer: 1e8 })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
const words = (svg: string) => within(parseXml(svg)).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
const course = '--dose 25 --route oral --every 8 --days 1'
const regimen = [
  { substance: 'racemic-ketamine', route: 'oral', dose: mg(25), every: hours(8), from: hours(0), until: hours(24) },
] as const

it('[PL9] the bands are the people of the forecast, the ribbon is what is not known, and what was assumed is said', () => {
  const asked = forecast(regimen, { interactions: [] }, 50, 3, { step: 4 })
  const { panels, notes } = forecastBands('says', asked, 'linear')
  expect(panels.map(({ band }) => band)).toEqual([asked.people.ketamine, asked.people.norketamine, asked.people.dissociation, asked.people.pressure]) // prettier-ignore
  expect(panels[0]!.uncertainty).toMatchObject({
    low: asked.knowledge.ketamine.p05,
    high: asked.knowledge.ketamine.p95,
  })
  expect(notes?.join(' ')).toContain('weight unknown: 70 kg assumed')
})

it('[PL9] of a course longer than three days the levels of the last day are drawn, and relief over the whole from a week on', () => {
  const said = words(plot(`bands ${course.replace('--days 1', '--days 14')} --n 20`).out)
  expect(said).toEqual(expect.arrayContaining(['Ketamine in venous plasma, last day (ng/mL)', '336', 'Relief, if a responder (% of pain)', 'Time since the first dose (d)', '14'])) // prettier-ignore
  const short = words(plot(`bands ${course} --n 20`).out)
  expect(short).toContain('Ketamine in venous plasma (ng/mL)')
  expect(short.join(' ')).not.toContain('Relief')
})

it('[PL9] every lever of the sensitivity is a bar, or is named as too small', () => {
  const { typical, bars } = forecastSensitivity(regimen, { interactions: [] }, 'peakKetamine')
  const { rows, base, notes } = sensitivityTornado('says', 'peakKetamine', { typical, bars })
  expect(base).toBe(typical)
  const fpo = bars.find(({ symbol, kind }) => symbol === 'Fpo' && kind === 'people')!
  expect(rows[0]).toMatchObject({ kind: 'between-patient', low: { value: fpo.low }, high: { value: fpo.high } })
  expect(rows[0]!.label).toMatch(/^Fpo: /)
  const named = notes!.join(' ').match(/\((people|uncertainty)\)/g) ?? []
  expect(rows.length + named.length).toBe(bars.length)
  const undrawable = sensitivityTornado('says', 'peakKetamine', { typical, bars: [fpo, { ...fpo, low: NaN }] })
  expect(undrawable.rows).toHaveLength(2)
})

it('[PL9] every row of the validation stands in the forest, and its mark lies within its tolerance exactly where it passes', () => {
  const models = library.filter(({ id }) => ['fanta-otto-2021', 'ketamine-composite', 'simons-2022'].includes(id))
  const validated = validate(models)
  const { rows, basis } = validationForest(models, validated)
  expect(rows).toHaveLength(validated.length)
  expect(basis.models).toContain(`fanta-otto-2021 ${modelOf('fanta-otto-2021').version}`)
  for (const { target, ratio, tolerance, status } of rows) {
    const [low, high] = tolerance!
    expect([target, ratio > low - 1e-12 && ratio < high + 1e-12]).toEqual([target, status === 'pass'])
  }
})

it('[PL9] with --model the bands are those of that model’s own outputs, and what lies outside of it is said', () => {
  const given =
    'bands --model fanta-otto-2021 --substance esketamine --dose 10 --route iv --infusion 0.5 --every 24 --days 0.5'
  const { out, err } = plot(`${given} --n 2000 --step 0.5`)
  expect(err).toBe('')
  const [ketamine] = parseXml(out).children[1]!.text.split('Norketamine')
  // The typical curve's highest, 49.9 ng/mL at the end of the infusion, within what 2,000 people and the sketches leave.
  const [, at, highest] = /highest at ([\d.]+) h with ([\d.]+) ng\/mL/.exec(ketamine!)!
  expect(Number(at)).toBe(0.5)
  expect(Math.abs(Number(highest) / 49.9 - 1)).toBeLessThan(0.04)
  expect(words(out).join(' ')).toContain('Outside what the model was made from: weight: unknown')
  expect(words(out)).toContain('Norketamine (ng/mL)')
})

it('[PL10] plot prints one whole SVG, the same for the same words', () => {
  const first = plot(`bands ${course} --n 40 --seed 5`)
  expect([first.code, first.err]).toEqual([0, ''])
  expect(words(first.out)).toContain('25 mg racemic ketamine base oral, every 8 h for 1 day')
  expect(words(first.out).join(' ')).toContain('40 virtual patients; seed 5')
  expect(plot(`bands ${course} --n 40 --seed 5`).out).toBe(first.out)
  expect(words(plot(`tornado ${course} --measure relief`).out)).toContain(
    'Relief at the end, if a responder (% of pain)',
  )
  expect(words(plot('forest --model fanta-otto-2021').out)).toContain('Otto IV S 10 mg, K at 1 h (ng/mL)')
})

it.each([
  ['pie', 'KIND pie'],
  [`bands ${course} --model nobody`, '--model nobody'],
  [`bands ${course} --age 50`, '--age without --model'],
  [`tornado ${course} --regimen x.json`, '--regimen with plot tornado'],
  [`tornado ${course} --log`, '--log with plot tornado'],
  ['forest --dose 25', '--dose with plot forest'],
  ['forest --model nobody', '--model nobody'],
  ['bands --dose 25', '--route is missing'],
  [`tornado ${course} --measure joy`, '--measure joy'],
  [`bands ${course} --infusion 1`, 'only iv is infused'],
])('[PL10] plot %s is refused', (given, said) => {
  const { code, out, err } = plot(given)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^anodyne: [^\n]+\n$/)
  expect(err).toContain(said)
})
