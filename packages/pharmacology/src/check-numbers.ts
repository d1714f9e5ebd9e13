/** No number without unit, source and status, and none outside its own scale: placeholders do not dose people. */
import type { Gap, Model, Parameter, Residual, Source, Status, Variance } from './model.ts'
import { NUMBER, parseUnit, alike, type Unit } from './unit.ts'

const STATUSES: readonly Status[] = ['published', 'derived', 'assumed']

export function checkOrigin(status: Status, source: Source): void {
  if (!STATUSES.includes(status)) throw new RangeError(`status ${String(status)}: expected ${STATUSES.join(', ')}`)
  checkSource(source)
  if (status === 'published' && source.dois.length === 0) throw new RangeError('published, but no DOI')
}

function checkSource(source: Source): void {
  if (!source?.where) throw new RangeError('no source')
}

export function checkParameter(parameter: Parameter): void {
  const { value, status, source, variance, occasionVariance, weightExponent, weightBasis } = parameter
  const values = typeof value === 'number' ? [value] : Object.values(value)
  for (const one of values) if (!Number.isFinite(one)) throw new RangeError(`value ${one}: expected a finite number`)
  const unit = parseUnit(parameter.unit)
  checkOrigin(status, source)
  if (weightExponent !== undefined && !Number.isFinite(weightExponent))
    throw new RangeError(`weight exponent ${weightExponent}: expected a finite number`)
  if (weightBasis) checkOrigin(weightBasis.status, weightBasis.source)
  if (variance) checkVariance(variance, values, unit)
  if (occasionVariance) {
    checkVariance(occasionVariance, values, unit)
    if (occasionVariance.kind !== 'between-occasion')
      throw new RangeError(`occasion variance of kind ${occasionVariance.kind}: expected between-occasion`)
  }
  checkUncertainty(parameter, values)
}

function checkVariance({ value, scale, status, source }: Variance, typical: readonly number[], unit: Unit): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`variance ${value}: expected a positive number`)
  checkOrigin(status, source)
  const ceiling = scale === 'logit' ? 1 : Infinity
  for (const one of typical)
    if (!(one > 0 && one * unit.size < ceiling))
      throw new RangeError(`value ${one}: expected between 0 and ${ceiling} on a ${scale} scale`)
}

function checkUncertainty({ standardError, interval95 }: Parameter, values: readonly number[]): void {
  if (standardError !== undefined && !(standardError > 0 && standardError < Infinity))
    throw new RangeError(`standard error ${standardError}: expected a positive number`)
  if (!interval95) return
  const [low, high] = interval95
  for (const value of values)
    if (!(low <= value && value <= high))
      throw new RangeError(`value ${value}: outside its own interval ${low}–${high}`)
}

/** Everything of a model that is a number and not a parameter. */
export function checkRest(model: Model, at: <T>(line: string, make: () => T) => T): void {
  for (const { name, unit, reference, status, source } of model.covariates ?? [])
    at(`covariate ${name}`, () => {
      parseUnit(unit)
      if (!Number.isFinite(reference)) throw new RangeError(`reference ${reference}: expected a finite number`)
      checkOrigin(status, source)
    })
  for (const residual of model.residuals ?? []) at(`residual ${residual.output}`, () => checkResidual(residual, model))
  for (const gap of model.gaps ?? []) at(`gap ${gap.symbol}`, () => checkGap(gap))
  if (model.incomplete !== undefined && model.incomplete === '')
    at('incomplete', () => {
      throw new RangeError('expected a reason')
    })
  for (const [route, { dose, source, status }] of Object.entries(model.domain?.routes ?? {}))
    at(`domain ${route}`, () => {
      checkRange('dose', dose)
      checkOrigin(status, source)
    })
  for (const what of ['weight', 'age'] as const) {
    const range = model.domain?.[what]
    if (range)
      at(`domain ${what}`, () => {
        checkRange(what, range.range)
        checkOrigin(range.status, range.source)
      })
  }
}

function checkResidual({ output, kind, sd, unit, status, source }: Residual, { outputs }: Model): void {
  const observed = outputs.find(({ name }) => name === output)
  if (!observed) throw new RangeError('no such output')
  if (!(sd > 0 && sd < Infinity)) throw new RangeError(`sd ${sd}: expected a positive number`)
  const expected = kind === 'additive' ? parseUnit(observed.unit) : NUMBER
  const found = parseUnit(unit)
  if (!alike(found, expected) || found.size !== expected.size)
    throw new RangeError(`unit ${unit}: expected ${kind === 'additive' ? observed.unit : '1'}`)
  checkOrigin(status, source)
}

function checkGap({ unit, why, interval95, source }: Gap): void {
  parseUnit(unit)
  if (!why) throw new RangeError('no reason')
  if (interval95) checkRange('interval', interval95)
  checkSource(source)
}

function checkRange(what: string, [low, high]: readonly [number, number]): void {
  if (!(low <= high && low >= 0 && high < Infinity)) throw new RangeError(`${what} ${low}–${high}: not a range`)
}
