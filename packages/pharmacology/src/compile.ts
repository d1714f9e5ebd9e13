/**
 * From a model as data to a model that can be solved: chains written out, every expression parsed, every symbol known, every
 * number with its source and status, units and mass balanced, the variance matrix positive definite. What is wrong is refused
 * here, naming the line.
 */
import { writeOutChains } from './chains.ts'
import { checkMass } from './check-mass.ts'
import { checkOrigin, checkParameter, checkRest } from './check-numbers.ts'
import { checkUnits } from './check-units.ts'
import { parseExpression, type Evaluate, type Expression } from './expression.ts'
import type { Model, RoutePart, Variance } from './model.ts'
import { cholesky } from './population/cholesky.ts'
import { relations, type Relate } from './relations.ts'
import type { Substance } from './substance.ts'
import { parseUnit } from './unit.ts'

/** One entry of the rate matrix: add `sign`·rate at (row, column). */
export interface Entry {
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
  readonly rate: Evaluate
}

export interface CompiledPart {
  readonly into: number
  readonly fraction: Evaluate
  /** h, of the typical person. */
  readonly lag: (substance: Substance) => number
  /** h, of the typical person; 0 = at once; `given` = the course's infusion time. */
  readonly duration: 'given' | ((substance: Substance) => number)
  /** The same of an individual, from his or her parameters in the order of the model. */
  readonly lagOf: Evaluate
  readonly durationOf: 'given' | Evaluate
  /** Parameters by which lag or duration differ between patients: none where one timeline can serve all of them. */
  readonly differs: readonly string[]
}

export interface Compiled {
  /** The model with its chains written out. */
  readonly model: Model
  readonly size: number
  readonly entries: readonly Entry[]
  readonly routes: ReadonlyMap<string, readonly CompiledPart[]>
  readonly outputs: readonly { readonly name: string; readonly state: number; readonly scale: Evaluate }[]
  /** Parameters that are drawn, as indices into `model.parameters`, and the Cholesky factor of their covariance. */
  readonly drawn: readonly number[]
  readonly factor: Float64Array
  /** Parameters that differ between the occasions of one patient, as indices, and how. Drawn only where occasions are asked for. */
  readonly occasional: readonly { readonly index: number; readonly variance: Variance }[]
  /** Parameters whose typical value is uncertain, and its standard error in coherent units (L, h, mg). Not drawn with `drawn`. */
  readonly uncertain: readonly { readonly index: number; readonly standardError: number }[]
  /** Typical values at 70 kg and the reference covariates, in coherent units, in the order of `model.parameters`. */
  typical(substance: Substance): Float64Array
  /** Puts the relations on covariates into typical values; a covariate left out is at its reference. */
  readonly relate: Relate
}

/** @throws RangeError naming the model and the line. */
export function compile(given: Model): Compiled {
  const at = <T>(line: string, make: () => T): T => {
    try {
      return make()
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`${given.id}: ${line}: ${error.message}`, { cause: error })
      throw error
    }
  }
  for (const { name, length } of given.chains ?? [])
    at(`chain ${name}`, () => {
      if (!(Number.isSafeInteger(length) && length >= 1 && length <= 100))
        throw new RangeError(`length ${length}: expected a whole number, 1 to 100`)
    })
  const model = writeOutChains(given)
  const symbols = new Map<string, number>()
  model.parameters.forEach((parameter, index) =>
    at(`parameter ${parameter.symbol}`, () => {
      if (symbols.has(parameter.symbol)) throw new RangeError('defined twice')
      checkParameter(parameter)
      symbols.set(parameter.symbol, index)
    }),
  )
  checkRest(model, at)
  if (model.incomplete !== undefined)
    throw new RangeError(`${model.id}: incomplete, cannot be simulated: ${model.incomplete}`)
  const states = new Map<string, number>()
  model.states.forEach(({ name }, index) =>
    at(`state ${name}`, () => {
      if (states.has(name)) throw new RangeError('defined twice')
      states.set(name, index)
    }),
  )
  const state = (name: string): number => {
    const index = states.get(name)
    if (index === undefined) throw new RangeError(`unknown state ${name}`)
    return index
  }
  const parse = (text: string): Expression => parseExpression(text, (symbol) => symbols.get(symbol))
  const { drawn, factor } = variances(model, symbols, at)
  const ofTypical = (expression: Expression) => (substance: Substance) => expression.evaluate(typical(substance))
  const differs = (symbol: string): boolean => {
    const index = symbols.get(symbol)!
    const { weightExponent, relation } = model.parameters[index]!
    return drawn.includes(index) || weightExponent !== undefined || relation !== undefined
  }
  const sizes = model.parameters.map(({ unit }) => parseUnit(unit).size)
  const typical = (substance: Substance): Float64Array =>
    Float64Array.from(
      model.parameters,
      ({ value }, index) => (typeof value === 'number' ? value : value[substance]) * sizes[index]!,
    )

  const entries: Entry[] = []
  for (const { from, to, rate } of model.flows) {
    at(`flow ${from} → ${to ?? 'out'}`, () => {
      const [column, { evaluate }] = [state(from), parse(rate)]
      entries.push({ row: column, column, sign: -1, rate: evaluate })
      if (to !== undefined) entries.push({ row: state(to), column, sign: 1, rate: evaluate })
    })
  }
  for (const { of, into, rate } of model.links ?? []) {
    at(`link ${of} → ${into}`, () =>
      entries.push({ row: state(into), column: state(of), sign: 1, rate: parse(rate).evaluate }),
    )
  }
  const part = ({ into, fraction, lag = '0', duration = '0' }: RoutePart): CompiledPart => {
    const after = parse(lag)
    const during = duration === 'given' ? duration : parse(duration)
    const used = during === 'given' ? after.symbols : [...after.symbols, ...during.symbols]
    return {
      into: state(into),
      fraction: parse(fraction).evaluate,
      lag: ofTypical(after),
      duration: during === 'given' ? during : ofTypical(during),
      lagOf: after.evaluate,
      durationOf: during === 'given' ? during : during.evaluate,
      differs: used.filter(differs),
    }
  }
  const routes = new Map(
    Object.entries(model.routes).map(([name, parts]) => [name, at(`route ${name}`, () => parts.map(part))] as const),
  )
  const outputs = model.outputs.map((output) =>
    at(`output ${output.name}`, () => ({
      name: output.name,
      state: state(output.state),
      scale: parse(output.scale).evaluate,
    })),
  )
  const uncertain = model.parameters.flatMap(({ standardError }, index) =>
    standardError === undefined ? [] : [{ index, standardError: standardError * sizes[index]! }],
  )
  const occasional = model.parameters.flatMap(({ variance, occasionVariance }, index) => {
    const between = occasionVariance ?? (variance?.kind === 'between-occasion' ? variance : undefined)
    return between ? [{ index, variance: between }] : []
  })
  const relate = relations(model, symbols, typical, at)
  checkUnits(model, at)
  checkMass(model, given.chains ?? [], typical, at)
  return {
    model,
    size: model.states.length,
    entries,
    routes,
    outputs,
    drawn,
    factor,
    occasional,
    uncertain,
    typical,
    relate,
  }
}

function variances(
  model: Model,
  symbols: ReadonlyMap<string, number>,
  at: <T>(line: string, make: () => T) => T,
): { drawn: readonly number[]; factor: Float64Array } {
  const drawn = model.parameters.flatMap(({ variance }, index) =>
    variance && variance.kind !== 'between-occasion' ? [index] : [],
  )
  const n = drawn.length
  const omega = new Float64Array(n * n)
  drawn.forEach((index, i) => (omega[i * n + i] = model.parameters[index]!.variance!.value))
  for (const { between, value, status, source } of model.covariances) {
    at(`covariance ${between.join(', ')}`, () => {
      checkOrigin(status, source)
      const [i, j] = between.map((symbol) => drawn.indexOf(symbols.get(symbol) ?? -1)) as [number, number]
      if (i < 0 || j < 0 || i === j) throw new RangeError('expected two different parameters that have a variance')
      omega[i * n + j] = omega[j * n + i] = value
    })
  }
  return at('variance matrix', () => {
    const factor = cholesky(omega, n)
    if (!factor)
      throw new RangeError(`not positive definite (${drawn.map((i) => model.parameters[i]!.symbol).join(', ')})`)
    return { drawn, factor }
  })
}
