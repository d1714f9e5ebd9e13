/** A data set of people beside a model: the trial simulated many times over, with the same people, doses and times. */
import {
  compile,
  observe,
  simulate,
  typicalOfPersons,
  type DataSet,
  type DataSubject,
  type Model,
  type Substance,
} from '@anodyne/pharmacology'
import type { VpcPlot } from './data.ts'
import { binsOf, edgesOf, type VpcPoint } from './vpc-bins.ts'

export interface VpcQuestion {
  readonly model: Model
  readonly data: DataSet
  /** Of the model, e.g. `ketamine`. */
  readonly output: string
  readonly substance: Substance
  /** How many times the trial is simulated. */
  readonly trials: number
  readonly seed: number
  readonly scale: 'linear' | 'log'
  /** Column that holds the weight in kg. */
  readonly weight?: string
}

/**
 * Virtual patient k·subjects + i stands for person i in trial k, scattered by the model's residual error. A weight is the first one that is
 * known of a person.
 * @throws RangeError for a data set without observations of the output, with resets, and for a model without residual error
 */
export function dataVpc({ model, data, output, substance, trials, seed, scale, weight }: VpcQuestion): VpcPlot {
  const compiled = compile(model)
  const place = compiled.outputs.findIndex(({ name }) => name === output)
  const { unit } = compiled.model.outputs[place] ?? {}
  if (unit === undefined)
    throw new RangeError(`output ${output}: expected ${compiled.outputs.map(({ name }) => name).join(', ')}`)
  const subjects = data.subjects.filter(({ observations }) => observations.some((one) => one.output === output))
  if (subjects.length === 0) throw new RangeError(`data set: no observation of ${output}`)
  // What differs between occasions is drawn once for each person: the data set does not say when another occasion begins.
  const occasions = compiled.occasional.length > 0 ? [0] : []
  const points = subjects.flatMap((subject, i): VpcPoint[] => {
    if (subject.resets.length > 0) throw new RangeError(`data set: subject ${subject.id} has a reset (EVID 3 or 4), which a check cannot simulate`) // prettier-ignore
    const own = subject.observations.filter((one) => one.output === output)
    const times = [...new Set(own.map(({ time }) => time))].sort((a, b) => a - b)
    const kg = weightOf(subject, weight)
    const typical = kg === undefined ? compiled.typical(substance) : typicalAt(kg)
    const drawn = simulate(compiled, subject.dosing, times, {
      n: trials,
      first: i * trials,
      seed,
      substance,
      typical,
      occasions,
    })
    const scattered = observe(compiled, drawn, seed)
    return own.map(({ time, dv, blq }) => ({
      time,
      observed: blq ? -Infinity : dv,
      simulated: Float64Array.from(
        { length: trials },
        (_, k) => scattered.values[scattered.place(k, times.indexOf(time), place)]!,
      ),
    }))
  })
  function typicalAt(kg: number): Float64Array {
    const source = { dois: [], where: 'the data set' }
    const alike = { kind: 'normal', centre: kg, sd: 0, status: 'assumed', source } as const
    return typicalOfPersons(compiled, substance, { weight: alike }, seed)(0)
  }
  const below = points.filter(({ observed }) => observed === -Infinity).length
  const known = subjects.filter((subject) => weightOf(subject, weight) !== undefined).length
  return {
    title: `Visual predictive check: ${output}, ${model.id}`,
    subtitle: `${subjects.length} people, ${points.length} observations; ${trials} simulated trials with the same people, doses and times`,
    basis: { kind: 'simulated', models: [`${model.id} ${model.version}`], patients: subjects.length * trials, seed },
    notes: [
      `Bands: 90 % of the simulated trials, residual error included. Weight known of ${known} of ${subjects.length}, 70 kg otherwise.`,
      ...(below > 0
        ? [`${below} observations below the limit of quantification count in the percentiles and are not drawn.`]
        : []),
    ],
    label: output.charAt(0).toUpperCase() + output.slice(1),
    unit,
    level: 0.9,
    scale,
    bins: binsOf(points, edgesOf(points.map(({ time }) => time))),
    observations: seen(points),
  }
}

function weightOf({ covariates }: DataSubject, column: string | undefined): number | undefined {
  return column === undefined ? undefined : covariates[column]?.[0]?.value
}

function seen(points: readonly VpcPoint[]) {
  const above = points.filter(({ observed }) => observed !== -Infinity)
  return { hours: above.map(({ time }) => time), values: above.map(({ observed }) => observed) }
}
