import { expect, it } from 'vitest'
import type { LibraryCourse } from './domain.ts'
import { library, modelOf } from './models/library.ts'
import { dose, halfMinutes } from './models/single-dose.fixture.ts'
import { sideBySide } from './side-by-side.ts'

const volunteer = { weight: 70, age: 24, population: 'healthy', interactions: [] } as const
const times = halfMinutes(24)
const film = sideBySide(library, [dose('sublingual', 50)], volunteer, times)
const curve = (of: typeof film, model: string, analyte: string) =>
  of.answers.find((answer) => answer.model === model)!.curves[analyte]!

it('[ML15] a film is answered by three models; the four that cannot say why', () => {
  expect(film.answers.map(({ model, sampling }) => [model, sampling])).toEqual([
    ['ketamine-composite', 'venous'],
    ['ketamine-physiological', 'venous'],
    ['simons-2022', 'arterial'],
  ])
  expect(film.answers.map(({ domain }) => domain)).toEqual([{ kind: 'ok' }, { kind: 'ok' }, { kind: 'ok' }])
  expect(film.cannot.map(({ model }) => model)).toEqual([
    'perez-ruixo-2021',
    'fanta-otto-2021',
    'ashraf-2018',
    'kamp-2020',
  ])
  for (const { because } of film.cannot) expect(because).toMatch(/^(route sublingual|incomplete): /)
})

it('[ML15] disagreement is the largest over the smallest, analyte by analyte', () => {
  const [composite, simons] = ['ketamine-composite', 'simons-2022'].map((id) => curve(film, id, 'ketamine'))
  expect(film.disagreement['ketamine']!.cmax).toBeCloseTo(simons!.cmax / composite!.cmax, 12)
  expect(film.disagreement['ketamine']!.auc).toBeCloseTo(simons!.auc / composite!.auc, 12)
  expect(film.disagreement['ketamine']!.cmax).toBeGreaterThan(2)
  expect(film.disagreement['ketamine']!.auc).toBeLessThan(1.2)
  expect(film.disagreement['norketamine']!.auc).toBeGreaterThanOrEqual(1)
})

it('[ML15] one model alone agrees with nobody, and no dose is no disagreement', () => {
  expect(film.disagreement['hydroxynorketamine']).toEqual({ auc: null, cmax: null })
  const nothing = sideBySide(library, [dose('iv', 0)], volunteer, [1, 2])
  expect(nothing.disagreement['ketamine']).toEqual({ auc: null, cmax: null })
  const twice = sideBySide([modelOf('simons-2022'), modelOf('simons-2022')], [dose('iv', 20)], volunteer, [1, 2])
  expect(twice.disagreement['ketamine']).toEqual({ auc: 1, cmax: 1 })
})

it('[ML15] five models share the vein, whose areas are D/CL', () => {
  const { answers } = sideBySide(library, [dose('iv', 20, 0, 1 / 3)], volunteer, [...times, 2000])
  const auc = Object.fromEntries(answers.map(({ model, curves }) => [model, curves['ketamine']!.auc]))
  const E = (101 * 3.88) / (151 + 101 * 3.88)
  expect(auc['ketamine-composite']).toBeCloseTo(20_000 / 95.2, 6)
  expect(auc['ketamine-physiological']).toBeCloseTo(20_000 / 95.2, 6)
  expect(auc['fanta-otto-2021']).toBeCloseTo(20_000 / 95.2, 6)
  expect(auc['simons-2022']).toBeCloseTo(20_000 / 88.8, 6)
  expect(auc['perez-ruixo-2021']).toBeCloseTo(20_000 / (151 * E), 6)
})

it('[ML15] the area is that of the curve', () => {
  const { concentration, auc } = curve(film, 'simons-2022', 'ketamine')
  const trapezoids = concentration.slice(1).reduce((sum, c, k) => sum + (c + concentration[k]!) / 2 / 120, 0)
  expect(trapezoids / auc).toBeCloseTo(1, 5)
})

it('[ML15] racemate and S-ketamine in one regimen add up, each with its own first pass', () => {
  const race: LibraryCourse = { ...dose('oral', 50), substance: 'racemic-ketamine' }
  const of = (regimen: readonly LibraryCourse[]) => sideBySide(library, regimen, volunteer, [1, 4, 9]).answers[0]!.curves['ketamine']!
  const [both, one, other] = [of([race, dose('oral', 30)]), of([race]), of([dose('oral', 30)])]
  both.concentration.forEach((c, k) => expect(c).toBeCloseTo(one.concentration[k]! + other.concentration[k]!, 12))
  expect(both.auc).toBeCloseTo(one.auc + other.auc, 10)
}) // prettier-ignore

it('[ML15] what is not known is assumed, in words, and the answer is marked as outside', () => {
  const { answers } = sideBySide(library, [dose('iv', 20)], { interactions: [] }, [1])
  const assumed = Object.fromEntries(answers.map((answer) => [answer.model, answer.assumed]))
  expect(assumed['perez-ruixo-2021']).toEqual(['age unknown: 45 years assumed'])
  expect(assumed['simons-2022']).toEqual(['weight unknown: 70 kg assumed'])
  expect(answers.every(({ domain }) => domain.kind === 'outside')).toBe(true)
})

it.each<[string, readonly LibraryCourse[], readonly number[], string]>([
  ['no course', [], [1], 'regimen: empty'],
  ['a dose that is no number', [dose('iv', NaN)], [1], 'course 1: dose NaN'],
  ['a negative dose', [dose('iv', -1)], [1], 'course 1: dose -1'],
  ['an endless course', [{ ...dose('iv', 1), until: Infinity }], [1], 'course 1: until Infinity'],
  ['too many doses', [{ ...dose('iv', 1), every: 1 / 60, until: 80_000 }], [1], 'at most 20000 doses'],
  ['a course that ends first', [{ ...dose('iv', 1), from: 3, until: 2 }], [1], 'course 1: until 2: expected later than from (3)'],
  ['an infusion that is swallowed', [dose('oral', 84, 0, 1)], [1], 'course 1: infusion 1: expected only with route iv'],
  ['times that go back', [dose('iv', 1)], [2, 1], 'output time 1'],
])('[ML15] refused: %s', (_, regimen, at, message) => {
  expect(() => sideBySide(library, regimen, volunteer, at)).toThrow(RangeError)
  expect(() => sideBySide(library, regimen, volunteer, at)).toThrow(message)
}) // prettier-ignore
