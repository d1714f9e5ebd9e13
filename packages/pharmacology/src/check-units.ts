/**
 * Units balance, line by line: a rate is 1/h, a link brings what its site holds, a fraction of a dose in mg is what its state
 * counts, a lag is h, and an output's factor is exactly that between the coherent unit and the one it is read in.
 */
import { interpret, type Algebra } from './expression.ts'
import type { Model } from './model.ts'
import { alike, divide, kind, multiply, NUMBER, parseUnit, type Unit } from './unit.ts'

/** A unit, and the product of the numbers written out in the expression (1 for a sum: it has no factor of its own). */
interface Measure {
  readonly unit: Unit
  readonly factor: number
  /** A written 0 is nothing of anything. */
  readonly zero?: boolean
}

/** @param model without chains. @throws RangeError naming the line. */
export function checkUnits(model: Model, at: <T>(line: string, make: () => T) => T): void {
  // Where every parameter is a pure number it is a bare system of equations, and there is nothing to balance.
  if (model.parameters.every(({ unit }) => unit === '1')) return
  const known = new Map(model.parameters.map(({ symbol, unit }) => [symbol, parseUnit(unit)]))
  const covariates = new Map((model.covariates ?? []).map(({ name, unit }) => [name as string, parseUnit(unit)]))
  const states = new Map(
    model.states.map(({ name, unit }) => [name, at(`state ${name}`, () => parseUnit(unit))] as const),
  )
  const measure = (text: string, more?: ReadonlyMap<string, Unit>): Measure =>
    interpret(text, {
      ...algebra(text),
      symbol(name) {
        const unit = known.get(name) ?? more?.get(name)
        return unit && { unit: { ...unit, size: 1 }, factor: 1 }
      },
    })
  const expectUnit = (text: string, expected: Unit, more?: ReadonlyMap<string, Unit>): Measure => {
    const found = measure(text, more)
    if (!found.zero && !alike(found.unit, expected))
      throw new RangeError(`'${text}' is ${kind(found.unit)}: expected ${kind(expected)}`)
    return found
  }

  for (const { symbol, relation } of model.parameters)
    if (relation !== undefined) at(`relation ${symbol}`, () => expectUnit(relation, known.get(symbol)!, covariates))
  for (const { from, to, rate } of model.flows)
    at(`flow ${from} → ${to ?? 'out'}`, () => {
      expectUnit(rate, PER_HOUR)
      if (to === undefined) return
      const [left, right] = [states.get(from)!, states.get(to)!]
      if (!alike(left, right) || left.size !== right.size)
        throw new RangeError(`from ${kind(left)} into ${kind(right)}: what leaves must arrive as the same thing`)
    })
  for (const { of, into, rate } of model.links ?? [])
    at(`link ${of} → ${into}`, () => expectUnit(rate, multiply(divide(states.get(into)!, states.get(of)!), PER_HOUR)))
  for (const [route, parts] of Object.entries(model.routes))
    for (const { into, fraction, lag, duration } of parts)
      at(`route ${route}`, () => {
        const counted = states.get(into)!
        if (counted.size !== 1) throw new RangeError(`${into} is not counted in mg or umol`)
        expectUnit(fraction, divide(counted, MILLIGRAM))
        if (lag !== undefined) expectUnit(lag, HOUR)
        if (duration !== undefined && duration !== 'given') expectUnit(duration, HOUR)
      })
  for (const { name, state, scale, unit } of model.outputs)
    at(`output ${name}`, () => {
      const [read, held] = [parseUnit(unit), states.get(state)!]
      const { factor } = expectUnit(scale, divide(read, held))
      const needed = held.size / read.size
      if (!(Math.abs(factor / needed - 1) < 1e-9))
        throw new RangeError(
          `'${scale}' has the factor ${factor}: expected ${Number(needed.toPrecision(6))} for ${unit}`,
        )
    })
}

const HOUR = parseUnit('h')
const PER_HOUR = parseUnit('/h')
const MILLIGRAM = parseUnit('mg')

function algebra(text: string): Omit<Algebra<Measure>, 'symbol'> {
  const same = (a: Measure, b: Measure): Measure => {
    if (a.zero) return { ...b, factor: 1 }
    if (b.zero) return { ...a, factor: 1 }
    if (!alike(a.unit, b.unit))
      throw new RangeError(`'${text}': ${kind(a.unit)} and ${kind(b.unit)} do not add or compare`)
    return { unit: a.unit, factor: 1 }
  }
  return {
    constant: (value) => ({ unit: NUMBER, factor: value, ...(value === 0 ? { zero: true } : {}) }),
    negate: (a) => ({ ...a, factor: -a.factor }),
    add: same,
    subtract: same,
    max: same,
    min: same,
    multiply: (a, b) => ({ unit: multiply(a.unit, b.unit), factor: a.factor * b.factor }),
    divide: (a, b) => ({ unit: divide(a.unit, b.unit), factor: a.factor / b.factor }),
  }
}
