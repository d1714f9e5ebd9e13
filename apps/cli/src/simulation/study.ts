/** The options of `simulate` as a study: which model, which courses in which people, at what times, how many. */
import {
  compile,
  domainOf,
  freeBase,
  knownInteractions,
  library,
  modelOf,
  uncertainValues,
  type InteractionPeriod,
  type LibraryCourse,
  type LibraryPerson,
  type Model,
  type Outside,
  type Substance,
} from '@anodyne/pharmacology'
import { mg } from '@anodyne/units'
import type { SimulateOptions } from '../commands/simulate.ts'
import { Refusal } from '../refusal.ts'
import { readNumber, readWord, type Range } from '../values.ts'
import type { Draws, Job } from './crew/job.ts'
import { hashOf, STATEMENT, type Drawn, type Manifest } from './manifest.ts'
import { refusingRanges } from './ranges.ts'
import { populations, readRegimenFile } from './regimen-file.ts'
import { required } from './required.ts'
import { readShard } from './shard.ts'
import { checkOccasions, unheard } from './unheard.ts'

export interface Study {
  readonly job: Job
  /** What it holds is said by whoever writes it. */
  readonly manifest: Omit<Manifest, 'holds'>
}

const DAY = 24
/** h; the finest step of the engine, rounded up */
const MINUTE = 0.0167
/** Virtual patients of one study. */
const MOST = 2_000_000_000

/** @throws Refusal */
export async function readStudy(given: SimulateOptions, stdin: AsyncIterable<Uint8Array>): Promise<Study> {
  const model = readModel(given.model)
  const { courses, periods, person, until } = await readRegimen(given, stdin)
  const step = optional('--step', given.step, 1, { unit: 'h', from: MINUTE, to: DAY })
  if (step > until)
    throw new Refusal(`--step ${step}: longer than the ${until} h simulated; expected at most ${until} h`)
  const patients = optional('--n', given.n, 300, { unit: 'virtual patients', from: 1, to: MOST, whole: true })
  const draws = readDraws(given, model)
  const times = timesOf(step, until)
  return studyOf({ model, courses, periods, person, times, patients, draws, shard: given.shard })
}

/** What is drawn beside how people differ. @throws Refusal where nothing of what is asked for can be drawn */
export function readDraws(given: SimulateOptions, model: Model): Draws {
  const { occasions } = given
  const word = occasions === undefined ? undefined : readWord('--occasions', occasions, ['dose', 'day'])
  checkOccasions(model, word)
  if (given.uncertainty && drawnOf(model).length === 0) throw nothingUncertain(model)
  return {
    seed: optional('--seed', given.seed, 1, { unit: '', from: 0, to: Number.MAX_SAFE_INTEGER, whole: true }),
    ...(word === undefined ? {} : { occasions: word }),
    ...(given.uncertainty ? { uncertain: true } : {}),
    ...(given.residual ? { observed: true } : {}),
  }
}

/** What `--uncertainty` draws of a model; nothing of one that cannot be simulated. */
export const drawnOf = (model: Model): readonly Drawn[] =>
  model.incomplete === undefined
    ? uncertainValues(refusingRanges(() => compile(model))).map(({ symbol, scale, sd, basis }) => ({
        symbol,
        scale,
        sd,
        basis,
      }))
    : []

function nothingUncertain({ id }: Model): Refusal {
  const others = library.filter((one) => drawnOf(one).length > 0).map((one) => one.id)
  return new Refusal(
    `--uncertainty with --model ${id}: no value of it is known to be uncertain by a number; expected one of ${others.join(', ')}`,
  )
}

/** From flags or from a file. @throws Refusal */
export const readRegimen = async (given: SimulateOptions, stdin: AsyncIterable<Uint8Array>): Promise<Given> =>
  given.regimen === undefined ? fromFlags(given) : fromFile(given, given.regimen, stdin)

/** Judged by the model's domain, and cut to a shard. @throws Refusal where the model has no answer */
export function studyOf(given: {
  readonly model: Model
  readonly courses: readonly LibraryCourse[]
  readonly periods: readonly InteractionPeriod[]
  readonly person: LibraryPerson
  readonly times: readonly number[]
  readonly patients: number
  readonly draws: Draws
  readonly shard: string | undefined
}): Study {
  const { model, times, patients, draws } = given
  const { person, periods } = settled(given.person, given.periods, times.at(-1)!)
  const outsideTheModel = [...judge(model, given.courses, person, periods), ...unheard(model, person)]
  const { outputs } = refusingRanges(() => compile(model)).model
  const { first, n } = readShard(given.shard, patients)
  const courses = given.courses
  return {
    job: { model, courses, times, person, periods, draws, first, n },
    manifest: {
      anodyne: 'simulation/1',
      statement: STATEMENT,
      model: { id: model.id, version: model.version, hash: hashOf(model) },
      scenario: inWords(courses, person, periods),
      courses,
      person,
      periods,
      times,
      outputs: outputs.map(({ name, unit }) => ({ name, unit })),
      outsideTheModel,
      ...draws,
      ...(draws.uncertain ? { uncertainValues: drawnOf(model) } : {}),
      patients,
      first,
      n,
    },
  }
}

/** Interactions that hold from the first hour to the last belong to the person: they need no epochs. */
function settled(person: LibraryPerson, periods: readonly InteractionPeriod[], end: number) {
  const always = periods.filter(({ from, until }) => from <= 0 && until >= end)
  const interactions = [...new Set([...person.interactions, ...always.map(({ name }) => name)])]
  return {
    person: { ...person, interactions },
    periods: periods.filter((one) => !always.includes(one) && !interactions.includes(one.name)),
  }
}

function judge(
  model: Model,
  courses: readonly LibraryCourse[],
  person: LibraryPerson,
  periods: readonly InteractionPeriod[],
): readonly string[] {
  const interactions = [...person.interactions, ...periods.map(({ name }) => name)]
  const judgement = refusingRanges(() => domainOf(model, courses, { ...person, interactions }))
  if (judgement.kind === 'refused') throw new Refusal(`--model ${model.id} cannot answer: ${judgement.because}`)
  return judgement.kind === 'ok' ? [] : judgement.outside.map(said)
}

export const said = ({ what, value, range }: Outside): string => `${what}: ${value}, observed ${range}`

export function readModel(id: string | undefined): Model {
  if (id === undefined) return modelOf('ketamine-composite')
  const model = library.find((one) => one.id === id)
  if (!model) throw new Refusal(`--model ${id}: not known; expected one of ${library.map((one) => one.id).join(', ')}`)
  return model
}

export interface Given {
  readonly courses: readonly LibraryCourse[]
  readonly periods: readonly InteractionPeriod[]
  readonly person: LibraryPerson
  /** h, the last output time */
  readonly until: number
}

async function fromFile(given: SimulateOptions, path: string, stdin: AsyncIterable<Uint8Array>): Promise<Given> {
  for (const name of ['dose', 'route', 'every', 'infusion', 'substance', 'salt'] as const)
    if (given[name] !== undefined) throw new Refusal(`--${name} and --regimen are both given; expected one of them`)
  const { courses, periods, person } = await readRegimenFile(path, stdin)
  const flags = personFrom(given)
  const until =
    given.days === undefined ? Math.max(...courses.map((course) => course.until)) : DAY * readDays(given.days)
  return { courses, periods, person: { ...person, ...flags }, until }
}

function fromFlags(given: SimulateOptions): Given {
  const { dose, route, every, days } = required(given)
  const word = given.substance === undefined ? 'racemic' : readWord('--substance', given.substance, ['racemic', 'esketamine']) // prettier-ignore
  const substance: Substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
  const form = given.salt === undefined ? 'base' : readWord('--salt', given.salt, ['base', 'hydrochloride'])
  const mass = mg(readNumber('--dose', dose, { unit: 'mg', above: 0, to: 5000 }))
  const until = DAY * readDays(days)
  const infusion =
    given.infusion === undefined
      ? {}
      : { infusion: readNumber('--infusion', given.infusion, { unit: 'h', above: 0, to: 24 }) }
  const course: LibraryCourse = {
    substance,
    route,
    dose: freeBase({ substance, form, mass }),
    every: readNumber('--every', every, { unit: 'h', from: MINUTE, to: 8784 }),
    from: 0,
    until,
    ...infusion,
  }
  return { courses: [course], periods: [], person: personFrom(given), until }
}

export function personFrom({ weight, age, population, interaction }: SimulateOptions): LibraryPerson {
  return {
    interactions: [...new Set(interaction.map((name) => readWord('--interaction', name, knownInteractions)))],
    ...(weight === undefined ? {} : { weight: readNumber('--weight', weight, { unit: 'kg', from: 20, to: 400 }) }),
    ...(age === undefined ? {} : { age: readNumber('--age', age, { unit: 'years', from: 18, to: 120 }) }),
    ...(population === undefined ? {} : { population: readWord('--population', population, populations) }),
  }
}

const readDays = (days: string): number => readNumber('--days', days, { unit: 'days', above: 0, to: 3660 })

/** From 0 to the end, the end included where the step does not meet it. */
function timesOf(step: number, until: number): readonly number[] {
  const all = Array.from({ length: Math.floor(until / step + 1e-9) + 1 }, (_, i) => i * step)
  return all.at(-1)! < until - 1e-9 ? [...all, until] : all
}

function inWords(
  courses: readonly LibraryCourse[],
  { weight, age, interactions }: LibraryPerson,
  periods: readonly InteractionPeriod[],
): string {
  const doses = courses.map(
    ({ dose, substance, route, formulation, retention, bound, every, from, until, infusion, steadyState }) =>
      [
        `${Math.round(dose * 1e4) / 1e4} mg ${substance} (free base) ${route}`,
        ...(formulation === undefined ? [] : [formulation]),
        ...(retention === undefined ? [] : [retention]),
        ...(bound === undefined ? [] : [`bound: ${bound}`]),
        ...(infusion === undefined ? [] : [`over ${infusion} h`]),
        `every ${every} h from ${from} h to ${until} h`,
        ...(steadyState ? ['at steady state'] : []),
      ].join(', '),
  )
  return [
    doses.join('; then or with '),
    ...(weight === undefined ? [] : [`${weight} kg`]),
    ...(age === undefined ? [] : [`${age} years`]),
    ...(interactions.length > 0 ? [`with ${interactions.join(' and ')}`] : []),
    ...periods.map(({ name, from, until }) => `${name} from ${from} h to ${until} h`),
  ].join('; ')
}

const optional = (name: string, text: string | undefined, otherwise: number, range: Range): number =>
  text === undefined ? otherwise : readNumber(name, text, range)
