import { expect, it } from 'vitest'
import { domainOf, type LibraryCourse, type LibraryPerson } from '../domain.ts'
import { library, modelOf } from '../models/library.ts'
import { sideBySide } from '../side-by-side.ts'

const volunteer: LibraryPerson = { weight: 70, age: 24, population: 'healthy', interactions: [] }
const course = (route: string, dose: number, how: Partial<LibraryCourse> = {}): LibraryCourse => ({
  substance: 'esketamine', route, dose, every: 24, from: 0, until: 1, ...how,
}) // prettier-ignore
const judge = (id: string, one: LibraryCourse) => domainOf(modelOf(id), [one], volunteer)

it.each<[string, LibraryCourse]>([
  ['ketamine-composite', course('oral', 50, { formulation: 'solution', retention: 'swallowed' })],
  [
    'ketamine-composite',
    course('oral', 80, { formulation: 'prolonged-release tablet', substance: 'racemic-ketamine' }),
  ],
  ['ketamine-composite', course('buccal', 50, { formulation: 'film' })],
  ['simons-2022', course('sublingual', 50, { formulation: 'film', retention: 'held and swallowed' })],
  ['perez-ruixo-2021', course('oral', 84, { formulation: 'solution' })],
])('[FO9] observed, in %s: %o', (id, one) => {
  expect(judge(id, one)).toEqual({ kind: 'ok' })
})

it.each<[string, LibraryCourse, string | number, string]>([
  ['ketamine-composite', course('oral', 84.1, {}), 84.1, '10–84 mg'],
  [
    'ketamine-composite',
    course('oral', 81, { formulation: 'prolonged-release tablet', substance: 'racemic-ketamine' }),
    81,
    '10–80 mg',
  ],
  [
    'ketamine-composite',
    course('oral', 50, { formulation: 'capsule' }),
    'capsule',
    '0.25 h longer than a solution (assumed)',
  ],
  ['ketamine-composite', course('sublingual', 50, { formulation: 'troche' }), 'troche', 'compounded troches differ'],
  [
    'ketamine-composite',
    course('sublingual', 50, { formulation: 'film', retention: 'held and spat', bound: 'most' }),
    'film, held and spat',
    'never measured',
  ],
  ['simons-2022', course('sublingual', 50, { formulation: 'wafer' }), 'wafer', 'film'],
  [
    'ketamine-composite',
    course('oral', 80, { formulation: 'prolonged-release tablet' }),
    'prolonged-release tablet',
    'observed with racemic-ketamine only',
  ],
])('[FO9] not observed, in %s: %o', (id, one, value, range) => {
  expect(judge(id, one)).toMatchObject({ kind: 'outside', outside: [{ value, range: expect.stringContaining(range) }] })
})

it.each<[string, LibraryCourse, string]>([
  ['ketamine-composite', course('sc', 20), 'sc: no data'],
  ['simons-2022', course('im', 20), 'im: no data, bioavailability is handed down'],
  [
    'ketamine-composite',
    course('sublingual', 50, { retention: 'held and spat' }),
    'bound undefined: expected least or most',
  ],
  [
    'ketamine-composite',
    course('oral', 50, { retention: 'held and spat' }),
    'retention held and spat: expected swallowed',
  ],
  [
    'perez-ruixo-2021',
    course('oral', 84, { formulation: 'prolonged-release tablet' }),
    'route oral-prolonged-release: expected oral',
  ],
])('[FO9] refused by %s: %o', (id, one, because) => {
  const judgement = judge(id, one)
  expect(judgement.kind === 'refused' && judgement.because).toContain(because)
})

it('[FO9] models side by side take a course as it is meant, and those that cannot say so', () => {
  const answers = (how: Partial<LibraryCourse>) => sideBySide(library, [course('oral', 60, how)], volunteer, [1, 4, 8])
  const [plain, slow] = [answers({}), answers({ formulation: 'prolonged-release tablet' })]
  const solution = 'perez-ruixo-2021'
  expect(plain.answers.map(({ model }) => model)).toContain(solution)
  expect(slow.cannot.find(({ model }) => model === solution)!.because).toContain('route oral-prolonged-release')
  const late = ({ concentration }: { concentration: readonly number[] }) => concentration[1]! / concentration[0]!
  expect(late(slow.answers[0]!.curves['ketamine']!)).toBeGreaterThan(1)
  expect(late(plain.answers[0]!.curves['ketamine']!)).toBeLessThan(1)
})
