/**
 * Concentrations in a population of virtual patients, for any model and any regimen: patient i depends on (seed, i) alone. What a
 * pharmacometrician asks for first; `forecast` adds a person's covariates, effects and bands.
 */
import type { Compiled } from '../compile.ts'
import { CEILING, checkDosing, checkTimes, within } from '../limits.ts'
import type { Method } from '../solve/maps.ts'
import { checkEpochs } from '../solve/happenings.ts'
import { propagator } from '../solve/propagate.ts'
import { timeline, type Dosing } from '../solve/timeline.ts'
import type { LibraryCourse } from '../domain.ts'
import type { Substance } from '../substance.ts'
import { groupsOf, LANES } from './groups.ts'
import { sampler } from './individual.ts'
import { fillOverTime } from './fill-over-time.ts'
import type { Typical, TypicalEpoch } from './over-time.ts'

export interface Simulation {
  /** Whole number of virtual patients. */
  readonly n: number
  /** Number of the first one, so that shards of one population can be simulated apart; default 0. */
  readonly first?: number
  readonly seed: number
  /** Typical values in the order of the model's parameters, for everyone or for each patient; default those at 70 kg. */
  readonly typical?: Typical
  /** Typical values that change in time, instead of `typical`: an interaction begins, a weight changes. */
  readonly epochs?: readonly TypicalEpoch[]
  /** h at which occasions begin (`occasionTimes`): what differs between them is then drawn for each, patient by patient. */
  readonly occasions?: readonly number[]
  readonly substance?: Substance
  /** Default by-structure; general is slower and agrees to 1e-10. */
  readonly method?: Method
  /** To be used again for the numbers, if it is large enough. */
  readonly into?: Float64Array
}

export interface Simulated {
  /** Patients, the number of the first one, and output times. */
  readonly n: number
  readonly first: number
  readonly times: number
  /** Whole groups of `LANES` patients: `values[((group·times + time)·outputs + output)·LANES + patient in group]`; use `place`. */
  readonly values: Float64Array
  /** Place in `values`; all three count from 0, patients from `first`. */
  place(this: void, patient: number, time: number, output: number): number
}

/**
 * @param times output times in h, ascending; a dose at an output time counts after it
 * @throws RangeError for what cannot be simulated
 */
export function simulate(
  model: Compiled,
  dosing: readonly Dosing[],
  times: readonly number[],
  { n, first = 0, seed, substance = 'racemic-ketamine', typical, epochs, occasions, method, into }: Simulation,
): Simulated {
  checkTimes(times)
  for (const [name, value] of Object.entries({ n, first, seed }))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name} ${value}: expected a whole number from 0`)
  dosing.forEach((course, index) => checkCourse(course, index, model, substance, times.at(-1)!))
  const width = model.outputs.length
  const size = times.length * width * LANES
  within('n × output times × outputs', n * times.length * width, 1, LARGEST, `1 to ${LARGEST}; simulate in shards`)
  if (typical && epochs) throw new RangeError('typical and epochs: expected one of them')
  const constant = typical ?? model.typical(substance)
  const { from, count, before } = groupsOf(first, n)
  const room = count * size
  const values = into !== undefined && into.length >= room ? into : new Float64Array(room)
  const place = (patient: number, time: number, output: number): number => {
    const at = before + patient
    return Math.floor(at / LANES) * size + (time * width + output) * LANES + (at % LANES)
  }
  const simulated: Simulated = { n, first, times: times.length, values, place }
  if (epochs !== undefined || (occasions ?? []).length > 0 || !shares(model, dosing)) {
    const start = Math.min(0, times[0]!, ...dosing.map((course) => course.from))
    const changes = epochs ?? [{ from: start, typical: constant }]
    checkEpochs(changes, start)
    fillOverTime(model, dosing, times, { seed, substance, changes, occasions: occasions ?? [], method }, simulated)
    return simulated
  }
  const propagate = propagator(model, timeline(model, dosing, substance, times), LANES, method)
  const draw = sampler(model, constant, seed)
  for (let group = 0; group < count; group++) {
    for (let lane = 0; lane < LANES; lane++) propagate.load(lane, draw(from + group * LANES + lane))
    propagate.write(values.subarray(group * size, (group + 1) * size))
  }
  return simulated
}

/** Whether one timeline serves all patients. */
const shares = (model: Compiled, dosing: readonly Dosing[]): boolean =>
  dosing.every(({ route }) => (model.routes.get(route) ?? []).every(({ differs }) => differs.length === 0))

function checkCourse(given: Dosing, index: number, model: Compiled, substance: Substance, end: number): void {
  const { route, every, from, until, infusion = 0 } = given
  const course = `course ${index + 1}: `
  checkDosing(given, course)
  const doses = Math.ceil((Math.min(until, end) - from) / every)
  if (!(doses <= MOST_DOSES))
    throw new RangeError(`${course}every ${every}: ${doses} doses, expected at most ${MOST_DOSES}`)
  if (infusion > 0 && model.routes.get(route)?.every(({ duration }) => duration !== 'given'))
    throw new RangeError(`${course}infusion ${infusion}: route ${route} is not infused, expected none`)
  // What a library course says beside its dosing would go unheard here.
  const { substance: other = substance, formulation, retention, bound } = given as Partial<LibraryCourse>
  if (other !== substance)
    throw new RangeError(`${course}substance ${other}: simulated as ${substance}, expected the same (option substance)`)
  if ((formulation ?? retention ?? bound) !== undefined)
    throw new RangeError(`${course}${formulation ?? retention ?? bound}: not read here, expected dosingOf(course)`)
}

/** Of one course until the last output time: beyond it a slip of units is likelier than a wish. */
const MOST_DOSES = 1_000_000

/** Numbers in one answer (0.8 GB); more in shards. */
const LARGEST = 10 * CEILING.cells
