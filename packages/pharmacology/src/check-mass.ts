/**
 * Mass is conserved: what leaves a compartment arrives, or is declared to leave the body. The form of a flow sees to most of it;
 * what is checked is what could still make drug out of nothing. Rates and shares are taken at the typical values.
 */
import type { Chain, Model } from './model.ts'
import { parseExpression, type Evaluate } from './expression.ts'
import { MOLAR_MASS, type Substance } from './substance.ts'
import { isAmount, isMoles, parseUnit, type Unit } from './unit.ts'

const SUBSTANCES: readonly Substance[] = ['racemic-ketamine', 'esketamine']
/** Shares of a whole may miss 1 by this much, since they are written as x and 1 − x. */
const ROUNDING = 1e-9
/** Papers round molar masses differently: 237.7 and 237.73 g/mol are the same ketamine. */
const MOLAR_ROUNDING = 1e-3

/**
 * @param model without chains
 * @param chains that it had
 * @throws RangeError naming the line.
 */
export function checkMass(
  model: Model,
  chains: readonly Chain[],
  typical: (substance: Substance) => Float64Array,
  at: <T>(line: string, make: () => T) => T,
): void {
  // Where every parameter is a pure number it is a bare system of equations: it has no mass.
  if (model.parameters.every(({ unit }) => unit === '1')) return
  const symbols = new Map(model.parameters.map(({ symbol }, index) => [symbol, index]))
  const evaluate = (text: string): Evaluate => parseExpression(text, (symbol) => symbols.get(symbol)).evaluate
  const people = SUBSTANCES.map(typical)
  const units = new Map(model.states.map(({ name, unit }) => [name, parseUnit(unit)]))

  for (const { from, to, rate } of model.flows)
    at(`flow ${from} → ${to ?? 'out'}`, () => {
      if (from === to) throw new RangeError('leaves and arrives in the same state')
      for (const values of people) atLeastZero(`rate '${rate}'`, evaluate(rate)(values))
    })
  for (const { of, into } of model.links ?? [])
    at(`link ${of} → ${into}`, () => {
      if (isAmount(units.get(into)!)) throw new RangeError('makes an amount out of nothing: expected a flow')
    })
  for (const { name, exits } of chains)
    at(`chain ${name}`, () => {
      for (const values of people) {
        const share = exits.reduce((sum, { fraction }) => sum + evaluate(fraction)(values), 0)
        if (!(Math.abs(share - 1) <= ROUNDING)) throw new RangeError(`exits add up to ${share}: expected 1`)
      }
    })
  checkLosses(model, chains, at)
  for (const [route, parts] of Object.entries(model.routes))
    at(`route ${route}`, () => {
      const declared = model.surplus?.[route] !== undefined
      for (const values of people) {
        let given = 0
        const rounding = parts.some(({ into }) => isMoles(units.get(into)!)) ? MOLAR_ROUNDING : ROUNDING
        for (const { into, fraction } of parts) {
          const part = evaluate(fraction)(values) * milligrams(units.get(into)!)
          atLeastZero(`fraction '${fraction}'`, part)
          given += part
        }
        if (!declared && !(given <= 1 + rounding))
          throw new RangeError(`gives ${given} of the dose: expected at most 1, or a surplus with its reason`)
        if (!declared && model.leaves && !(given >= 1 - rounding))
          throw new RangeError(`gives ${given} of the dose: expected all of it`)
        if (declared && given <= 1 + rounding)
          throw new RangeError(`gives ${given} of the dose: there is no surplus to declare`)
      }
    })
}

/** Where it is stated from where drug leaves the body, it leaves from there, and from nowhere else. */
function checkLosses(
  { leaves, flows }: Model,
  chains: readonly Chain[],
  at: <T>(line: string, make: () => T) => T,
): void {
  if (!leaves) return
  const last = new Map(chains.map(({ name, length }) => [`${name}${length}`, name]))
  const losing = new Set(flows.flatMap(({ from, to }) => (to === undefined ? [last.get(from) ?? from] : [])))
  for (const state of losing)
    at(`flow ${state} → out`, () => {
      if (!leaves.includes(state))
        throw new RangeError(`drug is lost: expected a state to arrive in, or ${state} among what leaves`)
    })
  for (const state of leaves)
    at(`leaves ${state}`, () => {
      if (!losing.has(state)) throw new RangeError('nothing leaves it')
    })
}

/** mg of ketamine base in one coherent unit of a state; what is given is ketamine. */
const milligrams = (unit: Unit): number => (isMoles(unit) ? MOLAR_MASS.base / 1000 : 1)

function atLeastZero(what: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} is ${value}: expected 0 or more`)
}
