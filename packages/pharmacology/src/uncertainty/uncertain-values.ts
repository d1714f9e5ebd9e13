/**
 * What of a model's typical values is not well known, and how badly: from its standard errors, its 95 % intervals, its variances that are
 * uncertainty and, for the composite, the spread between studies. How people differ is not among them.
 */
import type { Compiled } from '../compile.ts'
import { logSD } from '../effects/compartments.ts'
import { fantaOtto2021 } from '../models/fanta-otto-2021.ts'
import { parseUnit } from '../unit.ts'
import { betweenStudiesSD, compositeBetweenStudies } from './between-studies.ts'

export interface UncertainValue {
  readonly symbol: string
  /** Place among the model's parameters. */
  readonly index: number
  /** The value spreads normally on this scale; on both it stays possible (above 0; below 1 on the logit). */
  readonly scale: 'log' | 'logit'
  /** Standard deviation on the scale. */
  readonly sd: number
  readonly basis: 'standard-error' | 'interval' | 'variance' | 'between-studies'
}

/**
 * In the order of the parameters. A standard error is read as log-normal, SD² of the logarithm = ln(1 + (SE/value)²), so that no draw is
 * negative; an interval as the central 95 % of a log-normal. A parameter without any is taken as known, for want of a number: the
 * list says which are drawn, and silence is no certainty.
 */
export function uncertainValues(model: Compiled): readonly UncertainValue[] {
  const known = found.get(model) ?? find(model)
  found.set(model, known)
  return known
}

/** A model does not change once it is compiled; a study draws a world per patient. */
const found = new WeakMap<Compiled, readonly UncertainValue[]>()

function find(model: Compiled): readonly UncertainValue[] {
  const typical = model.typical('racemic-ketamine')
  const isComposite = model.model.id.startsWith('ketamine-composite')
  return model.model.parameters.flatMap((parameter, index): UncertainValue[] => {
    const { symbol, variance, interval95, unit } = parameter
    const value = typical[index]!
    const studies = isComposite ? compositeBetweenStudies.find((one) => one.symbol === symbol) : undefined
    if (studies)
      return [{ symbol, index, scale: studies.scale, sd: betweenStudiesSD(studies), basis: 'between-studies' }]
    if (variance?.kind === 'uncertainty')
      return [{ symbol, index, scale: variance.scale, sd: Math.sqrt(variance.value), basis: 'variance' }]
    const standardError =
      model.uncertain.find((one) => one.index === index)?.standardError ??
      (isComposite ? value * relativeError(symbol) : 0)
    if (standardError > 0 && value > 0)
      return [{ symbol, index, scale: 'log', sd: Math.sqrt(Math.log1p((standardError / value) ** 2)), basis: 'standard-error' }]
    if (interval95 && interval95[0] > 0) {
      const { size } = parseUnit(unit)
      return [{ symbol, index, scale: 'log', sd: logSD(interval95[0] * size, interval95[1] * size), basis: 'interval' }]
    }
    return []
  })
} // prettier-ignore

/** The composite's norketamine is Otto's; so are its standard errors. */
const OTTO: Readonly<Record<string, string>> = { CLn: 'CLn', Vn: 'Vn', Qn: 'Qn', Vp: 'Vpn' }

function relativeError(symbol: string): number {
  const there = fantaOtto2021.parameters.find((one) => one.symbol === OTTO[symbol])
  return there?.standardError === undefined ? 0 : there.standardError / (there.value as number)
}
