/**
 * T01 — Is the dose written as mg and mL and strength, and do they agree?
 *
 * Patients have been given the wrong amount because two strengths look alike; three numbers check each other. Hazard: H17.
 */
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import { needsOrder, phaseFact } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const formulation: Rule = {
  id: 'T01',
  asks: 'Is the ordered dose complete, and does mg equal mL × strength?',
  hazard: 'H17',

  evaluate(facts, protocol) {
    const tolerance = limitOf(protocol, 'T01.arithmetic.tolerance')
    const say = answers('T01', `Dosing incidents in the Mid Essex guideline; ${tolerance.source}`)
    const order = facts.ketamine.order
    if (!order) {
      if (!needsOrder(facts)) {
        return say.clear('No ketamine is ordered in this phase; a new dose states mg, mL and strength.', [
          phaseFact(facts),
        ])
      }
      return say.missing(
        'Ketamine is being taken and no order for it is on record.',
        'Which product, mg, mL and strength is taken now?',
        [phaseFact(facts)],
      )
    }
    const { substance, route, mg, mL, strength } = order.value
    const lacking = [
      ...(substance === undefined ? ['substance (racemic ketamine or esketamine)'] : []),
      ...(route === undefined ? ['route'] : []),
      ...(isAmount(mg) ? [] : ['mg per dose']),
      ...(isAmount(mL) ? [] : ['mL per dose']),
      ...(isAmount(strength) ? [] : ['strength in mg/mL']),
    ]
    if (!isAmount(mg) || !isAmount(mL) || !isAmount(strength) || lacking.length > 0) {
      return say.missing(`The order does not say: ${lacking.join(', ')}.`, `State ${lacking.join(', ')}.`, [order.says])
    }
    const product = mL * strength
    const sum = `${mL} mL × ${strength} mg/mL = ${Number(product.toPrecision(6))} mg`
    if (!(Math.abs(product - mg) <= tolerance.value * mg)) {
      return say.stop(
        `The order contradicts itself: it says ${mg} mg, but ${sum}. No dose until it is corrected.`,
        [order.says],
        'Check the bottle and the order with the pharmacy.',
      )
    }
    return say.clear(`${sum}, as ordered.`, [order.says])
  },
}

const isAmount = (n: number | undefined): n is number => n !== undefined && Number.isFinite(n) && n > 0
