/**
 * `--regimen FILE.json`: courses in any order, interacting drugs and when they are taken, the person. Every number has its unit in
 * its name; a name that is not known is refused, since it may be a misspelt one that matters.
 */
import {
  bounds,
  formulations,
  freeBase,
  knownInteractions,
  retentions,
  type InteractionPeriod,
  type LibraryCourse,
  type LibraryPerson,
  type Substance,
} from '@anodyne/pharmacology'
import { mg } from '@anodyne/units'
import { readText } from '../file.ts'
import { parseJson } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { readList, readNumberAt, readObject, readWordAt, refuseTwice } from './reading.ts'

export interface RegimenFile {
  readonly courses: readonly LibraryCourse[]
  readonly periods: readonly InteractionPeriod[]
  readonly person: LibraryPerson
}

const COURSE = [
  'substance',
  'form',
  'route',
  'formulation',
  'retention',
  'bound',
  'doseMg',
  'everyHours',
  'fromHours',
  'untilHours',
  'infusionHours',
  'steadyState',
] as const
const HOURS = { unit: 'h', from: 0, to: 87_660 } as const

/** @throws Refusal with the place */
export async function readRegimenFile(path: string, stdin: AsyncIterable<Uint8Array>): Promise<RegimenFile> {
  const name = path === '-' ? 'stdin' : path
  const text = await readText(path, stdin)
  const all = readObject(name, parseJson(name, text), ['courses', 'interactions', 'person'])
  refuseTwice(name, text)
  const courses = readList(`${name}: courses`, all['courses'], 'courses')
  if (courses.length === 0) throw new Refusal(`${name}: courses: empty; expected at least one`)
  return {
    courses: courses.map((course, i) => readCourse(`${name}: courses[${i}]`, course)),
    periods: readList(`${name}: interactions`, all['interactions'] ?? [], 'interactions').map((one, i) =>
      readPeriod(`${name}: interactions[${i}]`, one),
    ),
    person: readPerson(`${name}: person`, all['person'] ?? {}),
  }
}

function readCourse(at: string, given: unknown): LibraryCourse {
  const course = readObject(at, given, COURSE)
  const place = (name: (typeof COURSE)[number]) => `${at}.${name}`
  const has = (name: (typeof COURSE)[number]) => course[name] !== undefined
  const word = <W extends string>(name: (typeof COURSE)[number], words: readonly W[]) =>
    readWordAt(place(name), course[name], words)
  const number = (name: (typeof COURSE)[number], limits: Parameters<typeof readNumberAt>[2]) =>
    readNumberAt(place(name), course[name], limits)
  const substance = word<Substance>('substance', ['racemic-ketamine', 'esketamine'])
  const form = has('form') ? word('form', ['base', 'hydrochloride']) : 'base'
  const { route } = course
  if (typeof route !== 'string' || route === '') throw new Refusal(`${place('route')}: expected a route of the model`)
  const from = has('fromHours') ? number('fromHours', HOURS) : 0
  const until = number('untilHours', HOURS)
  if (!(until > from)) throw new Refusal(`${place('untilHours')}: ${until}; expected later than fromHours (${from})`)
  if (has('steadyState') && course['steadyState'] !== true)
    throw new Refusal(`${place('steadyState')}: expected true, or nothing`)
  return {
    substance,
    route,
    dose: freeBase({ substance, form, mass: mg(number('doseMg', { unit: 'mg', above: 0, to: 5000 })) }),
    every: number('everyHours', { unit: 'h', from: 1 / 60, to: 8784 }),
    from,
    until,
    ...(has('formulation') ? { formulation: word('formulation', formulations) } : {}),
    ...(has('retention') ? { retention: word('retention', retentions) } : {}),
    ...(has('bound') ? { bound: word('bound', bounds) } : {}),
    ...(has('infusionHours') ? { infusion: number('infusionHours', { unit: 'h', above: 0, to: 8784 }) } : {}),
    ...(has('steadyState') ? { steadyState: true as const } : {}),
  }
}

function readPeriod(at: string, given: unknown): InteractionPeriod {
  const period = readObject(at, given, ['name', 'fromHours', 'untilHours'])
  const name = readWordAt(`${at}.name`, period['name'], knownInteractions)
  const from = period['fromHours'] === undefined ? 0 : readNumberAt(`${at}.fromHours`, period['fromHours'], HOURS)
  const until =
    period['untilHours'] === undefined ? HOURS.to : readNumberAt(`${at}.untilHours`, period['untilHours'], HOURS)
  if (!(until > from)) throw new Refusal(`${at}.untilHours: ${until}; expected later than fromHours (${from})`)
  return { name, from, until }
}

function readPerson(at: string, given: unknown): LibraryPerson {
  const person = readObject(at, given, ['weightKg', 'ageYears', 'population'])
  const [weight, age, population] = [person['weightKg'], person['ageYears'], person['population']]
  return {
    interactions: [],
    ...(weight === undefined
      ? {}
      : { weight: readNumberAt(`${at}.weightKg`, weight, { unit: 'kg', from: 20, to: 400 }) }),
    ...(age === undefined ? {} : { age: readNumberAt(`${at}.ageYears`, age, { unit: 'years', from: 18, to: 120 }) }),
    ...(population === undefined ? {} : { population: readWordAt(`${at}.population`, population, populations) }),
  }
}

export const populations = ['healthy', 'chronic-pain', 'treatment-resistant-depression'] as const
