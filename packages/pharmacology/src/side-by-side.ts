/**
 * One regimen in one person, asked of several models: the typical curve of each that can answer, who cannot and why, and how far
 * apart they are. Models disagree more than their intervals say; that is shown, not averaged away.
 */
import { compile, type Compiled } from './compile.ts'
import { domainOf, type Judgement, type LibraryCourse, type LibraryPerson } from './domain.ts'
import { dosingOf } from './formulation/model-route.ts'
import { CEILING, checkPerson, checkTimes, within } from './limits.ts'
import type { Model } from './model.ts'
import { REFERENCE_WEIGHT, typicalValues } from './population/individual.ts'
import { solve } from './solve/propagate.ts'
import { timeline } from './solve/timeline.ts'

export interface TypicalCurve {
  /** ng/mL at each time */
  readonly concentration: readonly number[]
  /** Exact area from 0 to the last time, ng·h/mL. */
  readonly auc: number
  /** Highest at the given times, ng/mL. */
  readonly cmax: number
}

export interface ModelAnswer {
  readonly model: string
  readonly version: string
  readonly sampling: 'arterial' | 'venous'
  readonly domain: Exclude<Judgement, { kind: 'refused' }>
  /** By analyte: ketamine, norketamine, hydroxynorketamine. */
  readonly curves: Readonly<Record<string, TypicalCurve>>
  readonly assumed: readonly string[]
}

/** Largest over smallest among the models that answer: 1 = they agree. `null`: fewer than two do, or one says zero. */
export interface Disagreement {
  readonly auc: number | null
  readonly cmax: number | null
}

export interface SideBySide {
  readonly hours: readonly number[]
  readonly answers: readonly ModelAnswer[]
  readonly cannot: readonly { readonly model: string; readonly because: string }[]
  readonly disagreement: Readonly<Record<string, Disagreement>>
}

/**
 * @param times h, ascending, on the clock of the regimen; a dose at one of them counts after it
 * @throws RangeError for a regimen, person or times that are not finite, negative, empty or endless.
 */
export function sideBySide(
  models: readonly Model[],
  regimen: readonly LibraryCourse[],
  person: LibraryPerson,
  times: readonly number[],
): SideBySide {
  checkCourses(regimen)
  checkPerson(person)
  checkTimes(times)
  const answers: ModelAnswer[] = []
  const cannot: { model: string; because: string }[] = []
  for (const model of models) {
    const domain = domainOf(model, regimen, person)
    if (domain.kind === 'refused') cannot.push({ model: model.id, because: domain.because })
    else
      answers.push({
        model: model.id,
        version: model.version,
        sampling: model.domain!.sampling,
        domain,
        curves: typicalCurves(model, regimen, person, times),
        assumed: assumptions(model, person),
      })
  }
  const analytes = [...new Set(answers.flatMap(({ curves }) => Object.keys(curves)))]
  const disagreement = Object.fromEntries(
    analytes.map((analyte) => {
      const curves = answers.flatMap(({ curves }) => (curves[analyte] ? [curves[analyte]] : []))
      return [analyte, { auc: ratio(curves.map(({ auc }) => auc)), cmax: ratio(curves.map(({ cmax }) => cmax)) }]
    }),
  )
  return { hours: [...times], answers, cannot, disagreement }
}

/** Typical concentrations of every analyte in ng/mL. Doses of different substances have their own parameters and add up. */
export function typicalCurves(
  model: Model,
  regimen: readonly LibraryCourse[],
  person: LibraryPerson,
  times: readonly number[],
): Readonly<Record<string, TypicalCurve>> {
  const compiled = compiledWithAreas(model)
  const { outputs } = compiled
  const sink = new Float64Array(times.length * outputs.length)
  for (const substance of new Set(regimen.map((course) => course.substance))) {
    const courses = regimen.filter((course) => course.substance === substance).map(dosingOf)
    solve(compiled, timeline(compiled, courses, substance, times), valuesOf(compiled, substance, person), sink)
  }
  const analytes = outputs.length / 2
  return Object.fromEntries(
    outputs.slice(0, analytes).map(({ name }, o) => {
      const concentration = times.map((_, k) => sink[k * outputs.length + o]!)
      const auc = sink[(times.length - 1) * outputs.length + analytes + o]!
      return [name, { concentration, auc, cmax: Math.max(...concentration) }]
    }),
  )
}

/** Typical values of this person: weight, interacting drugs, then the relations to what is known of him or her. */
export function valuesOf(
  compiled: Compiled,
  substance: LibraryCourse['substance'],
  person: LibraryPerson,
): Float64Array {
  const { weight = REFERENCE_WEIGHT, age } = person
  const values = typicalValues(compiled, substance, { weight, interactions: [...new Set(person.interactions)] })
  compiled.relate(values, { weight, age })
  return values
}

const ready = new WeakMap<Model, Compiled>()

/** Made once for each model. */
function compiledWithAreas(model: Model): Compiled {
  const before = ready.get(model)
  if (before) return before
  const compiled = compile(withAreas(model))
  ready.set(model, compiled)
  return compiled
}

/** The model's concentrations in ng/mL, and behind them the area under each as one more state, so that AUC is exact too. */
function withAreas(model: Model): Model {
  const read = model.outputs.filter(({ unit }) => unit === 'ng/mL')
  const unit = 'ng.h/mL'
  const area = (name: string): string => `area ${name}`
  return {
    ...model,
    residuals: [],
    states: [...model.states, ...read.map(({ name }) => ({ name: area(name), meaning: `area under ${name}`, unit }))],
    links: [
      ...(model.links ?? []),
      ...read.map(({ name, state, scale }) => ({ of: state, into: area(name), rate: scale })),
    ],
    outputs: [...read, ...read.map(({ name }) => ({ name: area(name), state: area(name), scale: '1', unit }))],
  }
}

function assumptions(model: Model, { weight, age }: LibraryPerson): readonly string[] {
  const assumed: string[] = []
  if (weight === undefined && model.parameters.some(({ weightExponent }) => weightExponent !== undefined))
    assumed.push(`weight unknown: ${REFERENCE_WEIGHT} kg assumed`)
  const reference = model.covariates?.find(({ name }) => name === 'age')?.reference
  if (age === undefined && reference !== undefined) assumed.push(`age unknown: ${reference} years assumed`)
  return assumed
}

/** Written so that NaN gives `null`. */
function ratio(values: readonly number[]): number | null {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return values.length >= 2 && low > 0 ? high / low : null
}

function checkCourses(regimen: readonly LibraryCourse[]): void {
  if (regimen.length === 0) throw new RangeError('regimen: empty, expected at least one course')
  let doses = 0
  regimen.forEach(({ route, dose, every, from, until, infusion = 0 }, index) => {
    const course = `course ${index + 1}: `
    within(`${course}dose`, dose, 0, 10_000, 'mg of free base, 0 to 10000')
    within(`${course}every`, every, 1 / 60, CEILING.hours, `h between doses, 1/60 to ${CEILING.hours}`)
    within(`${course}from`, from, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    within(`${course}until`, until, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    within(`${course}infusion`, infusion, 0, CEILING.hours, `h, 0 to ${CEILING.hours}`)
    if (route !== 'iv' && infusion > 0)
      throw new RangeError(`${course}infusion ${infusion}: expected only with route iv`)
    if (!(until > from)) throw new RangeError(`${course}until ${until}: expected later than from (${from})`)
    doses += Math.ceil((until - from) / every)
  })
  within('regimen', doses, 1, CEILING.doses, `at most ${CEILING.doses} doses`)
}
