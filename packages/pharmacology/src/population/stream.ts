/**
 * Populations of any size in a memory that does not grow with them: virtual patients are simulated in chunks, and of each chunk only
 * the sketches are kept. A generator, so that whoever runs it sees how far it is, and stops it by not asking for more. Nothing here
 * needs Node: a browser's worker runs the same.
 */
import type { Compiled } from '../compile.ts'
import type { LibraryCourse, LibraryPerson } from '../domain.ts'
import { dosingOf } from '../formulation/model-route.ts'
import { checkPerson } from '../limits.ts'
import type { Method } from '../solve/maps.ts'
import type { Dosing } from '../solve/timeline.ts'
import type { Substance } from '../substance.ts'
import { drawUncertain } from '../uncertainty/draw.ts'
import { LANES } from './groups.ts'
import { occasionTimes } from './occasions.ts'
import type { Typical } from './over-time.ts'
import { observe } from './residual-error.ts'
import { simulate, type Simulation } from './simulate.ts'
import { addNumbers, emptySketches, LARGEST_SKETCH, type Sketches } from './sketch.ts'
import { typicalOf, typicalOverPeriods, type InteractionPeriod } from './stream-over-time.ts'

export interface Study {
  readonly model: Compiled
  /** Courses of different substances have their own parameters and add up. */
  readonly courses: readonly LibraryCourse[]
  /** h, ascending; a dose at one of them counts after it */
  readonly times: readonly number[]
  /** What is the same in all virtual patients; by default 70 kg, the reference covariates and no interacting drug. */
  readonly person?: LibraryPerson
  /** Interacting drugs that are begun or stopped on the way; solved patient by patient, so slower. */
  readonly periods?: readonly InteractionPeriod[]
  /** Draws anew at each occasion what differs between them; likewise slower. Where a model has no such variability nothing changes. */
  readonly occasions?: 'dose' | 'day'
  /** Draws for each virtual patient also what is not known of the typical values: the spread then holds both. */
  readonly uncertain?: boolean
  /** Scatters what is predicted by the model's residual error, as an assay would see it. */
  readonly observed?: boolean
  readonly seed: number
  readonly method?: Method
}

/** Patients `first` to `first + n − 1` of a study. */
export interface Stretch {
  readonly n: number
  /** A multiple of 16, so that a patient has the same neighbours, and the same bits, in every shard; default 0. */
  readonly first?: number
}

export interface Chunk {
  readonly n: number
  readonly first: number
  /** `values[((group·times + time)·outputs + output)·16 + patient in group]`; overwritten by the next chunk. */
  readonly values: Float64Array
}

/** As much of an AbortSignal as is needed. */
export interface Stop {
  readonly aborted: boolean
}

export interface StreamOptions extends Stretch {
  /** Bytes that sketches and numbers in work may take together; default 1 GB. Beyond it nothing is begun. */
  readonly ceiling?: number
  readonly stop?: Stop
}

export interface Progress {
  /** Virtual patients done, and how many there will be. */
  readonly done: number
  readonly of: number
}

/** Numbers in work at once (8 MB), unless sixteen patients have more. */
const NUMBERS = 2 ** 20
/** More than this many at once gains nothing. */
const MOST = 8192

/** Numbers that one patient has: one sketch for each. */
export const cellsOf = ({ model, times }: Pick<Study, 'model' | 'times'>): number => times.length * model.outputs.length

/** Virtual patients in a chunk: whole groups. */
export const chunkLength = (cells: number): number =>
  LANES * Math.max(1, Math.min(MOST / LANES, Math.floor(NUMBERS / (cells * LANES))))

/** The most that `stream` takes in bytes, for outputs that are not negative: sketches that use their whole range, and one chunk. */
export function largestStream(cells: number): number {
  return cells * (LARGEST_SKETCH + 8 * chunkLength(cells))
}

/** A function from a stretch (at most a chunk) to its concentrations, prepared once for many. @throws RangeError */
export function chunks(study: Study): (stretch: Required<Stretch>) => Chunk {
  const { model, courses, times, seed, observed } = study
  check(study)
  const length = chunkLength(cellsOf(study))
  const parts = [...new Set(courses.map(({ substance }) => substance))].map((substance) => {
    const dosing = courses.filter((course) => course.substance === substance).map(dosingOf)
    const options = { ...optionsOf(study, substance, dosing), into: new Float64Array(length * cellsOf(study)) }
    return (stretch: Required<Stretch>) => simulate(model, dosing, times, { ...options, ...stretch })
  })
  return (stretch) => {
    if (!(stretch.n <= length)) throw new RangeError(`n ${stretch.n}: expected at most ${length} in a chunk`)
    const [sum, ...others] = parts.map((part) => part(stretch))
    // The same deviates whatever the substance, so patient by patient the concentrations add up.
    for (const { values } of others) for (let i = 0; i < values.length; i++) sum!.values[i]! += values[i]!
    return { ...stretch, values: observed ? observe(model, sum!, seed).values : sum!.values }
  }
}

/** What would otherwise be answered as if it were something else: another substance's numbers, NaN, no occasions. */
function check({ model: { model }, courses, person, occasions }: Study): void {
  if (courses.length === 0) throw new RangeError('courses: none, expected at least one')
  const known = model.domain?.substances
  for (const { substance } of courses)
    if (known && !known.includes(substance))
      throw new RangeError(`${model.id}: substance ${substance}: expected ${known.join(', ')}`)
  if (person) checkPerson(person)
  if (occasions !== undefined && !['dose', 'day'].includes(occasions))
    throw new RangeError(`occasions ${String(occasions)}: expected dose or day`)
}

/** How `simulate` is asked for the people of a study. */
function optionsOf(study: Study, substance: Substance, dosing: readonly Dosing[]): Omit<Simulation, 'n'> {
  const { model, times, seed, method, person = { interactions: [] }, periods = [], occasions, uncertain } = study
  const inWorlds = (typical: Float64Array): Typical =>
    uncertain ? (patient) => drawUncertain(model, seed, patient, typical) : typical
  const values =
    periods.length === 0
      ? { typical: inWorlds(typicalOf(model, substance, person)) }
      : {
          epochs: typicalOverPeriods(model, substance, person, periods).map(({ from, typical }) => ({
            from,
            typical: inWorlds(typical as Float64Array),
          })),
        }
  return {
    seed,
    substance,
    ...values,
    ...(occasions === undefined ? {} : { occasions: occasionTimes(dosing, occasions, times.at(-1)!) }),
    ...(method === undefined ? {} : { method }),
  }
}

/**
 * Sketches of every output at every time: cell `time·outputs + output`. The same bits however a population is cut into stretches that
 * begin at multiples of 16, and merged.
 * @throws RangeError for what cannot be simulated, and, before anything is done, for what might not fit under the ceiling
 * @throws Stopped when `stop` says so
 */
export function* stream(study: Study, options: StreamOptions): Generator<Progress, Sketches> {
  const { n, first = 0, ceiling = 2 ** 30, stop } = options
  const cells = cellsOf(study)
  checkStretch({ n, first })
  checkCeiling(cells, ceiling)
  const simulateChunk = chunks(study)
  const length = chunkLength(cells)
  const sketches = emptySketches(cells)
  for (let done = 0; done < n;) {
    if (stop?.aborted) throw new Stopped(done, n)
    const chunk = simulateChunk({ n: Math.min(length, n - done), first: first + done })
    addNumbers(sketches, chunk.values, chunk.n)
    done += chunk.n
    yield { done, of: n }
  }
  return sketches
}

/** Stopped on demand: there is no answer. */
export class Stopped extends Error {
  constructor(done: number, of: number) {
    super(`stopped after ${done} of ${of} virtual patients`)
    this.name = 'Stopped'
  }
}

/** @throws RangeError */
export function checkStretch({ n, first }: Required<Stretch>): void {
  if (!(Number.isSafeInteger(n) && n >= 1 && n < 2 ** 31))
    throw new RangeError(`n ${n}: expected a whole number of virtual patients, 1 to ${2 ** 31 - 1}`)
  if (!(Number.isSafeInteger(first + n) && first >= 0 && first % LANES === 0))
    throw new RangeError(`first ${first}: expected a multiple of ${LANES} from 0`)
}

/** @throws RangeError that says what would fit */
export function checkCeiling(cells: number, ceiling: number): void {
  const needed = largestStream(cells)
  if (needed <= ceiling) return
  const fits = Math.floor((ceiling - 8 * NUMBERS) / LARGEST_SKETCH)
  throw new RangeError(
    `${cells} output times × outputs: summaries may take ${inMegabytes(needed)} MB; expected at most ${inMegabytes(ceiling)} MB, ` +
      `which ${fits > 0 ? `about ${fits} fit into` : 'is too little for one'}`,
  )
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6)
