/** Relations of parameters to covariates, such as hepatic flow that falls with age above sixty. */
import { parseExpression } from './expression.ts'
import type { Covariate, Model } from './model.ts'
import type { Substance } from './substance.ts'
import { parseUnit } from './unit.ts'

/** Changes typical values for what is known of a person; a covariate left out is at its reference. */
export type Relate = (
  values: Float64Array,
  covariates: Readonly<Partial<Record<Covariate['name'], number | undefined>>>,
) => void

/** @throws RangeError naming the line. */
export function relations(
  model: Model,
  symbols: ReadonlyMap<string, number>,
  typical: (substance: Substance) => Float64Array,
  at: <T>(line: string, make: () => T) => T,
): Relate {
  const covariates = model.covariates ?? []
  const sizes = covariates.map(({ unit }) => parseUnit(unit).size)
  const n = model.parameters.length
  const related = model.parameters.flatMap(({ symbol, relation }, index) => {
    if (relation === undefined) return []
    const expression = at(`relation ${symbol}`, () =>
      parseExpression(relation, (name) => {
        const covariate = covariates.findIndex((one) => one.name === name)
        return symbols.get(name) ?? (covariate < 0 ? undefined : n + covariate)
      }),
    )
    const other = model.parameters.find(
      (one) => one.symbol !== symbol && one.relation !== undefined && expression.symbols.includes(one.symbol),
    )
    if (other)
      at(`relation ${symbol}`, () => {
        throw new RangeError(`uses ${other.symbol}, which has a relation itself`)
      })
    return [{ symbol, index, expression }]
  })
  const wide = new Float64Array(n + covariates.length)
  const relate: Relate = (values, known) => {
    if (related.length === 0) return
    wide.set(values)
    covariates.forEach(({ name, reference }, k) => (wide[n + k] = (known[name] ?? reference) * sizes[k]!))
    for (const { index, expression } of related) values[index] = expression.evaluate(wide)
  }
  for (const substance of ['racemic-ketamine', 'esketamine'] as const) {
    const [before, after] = [typical(substance), typical(substance)]
    relate(after, {})
    for (const { symbol, index } of related)
      at(`relation ${symbol}`, () => {
        if (!(Math.abs(after[index]! - before[index]!) <= 1e-12 * Math.abs(before[index]!)))
          throw new RangeError(`is ${after[index]} at the reference: expected the typical value ${before[index]}`)
      })
  }
  return relate
}
