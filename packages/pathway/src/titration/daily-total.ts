/**
 * T08 — Is the daily total within the ceilings?
 *
 * Above 200 mg a day little relief is gained while exposure of bladder and liver doubles; 400 mg is the absolute cap.
 * Ceilings are for racemic ketamine. Hazard: H18.
 */
import { answers } from '../answers.ts'
import { isFresh } from '../calendar.ts'
import type { Case } from '../case.ts'
import { areFresh, newest } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import { needsOrder, phaseFact } from '../phase.ts'
import type { Protocol } from '../protocol.ts'
import type { Rule } from '../rule.ts'

export const dailyTotal: Rule = {
  id: 'T08',
  asks: 'Is the ordered daily total within 200 mg, within 2 mg/kg, and never above 400 mg?',
  hazard: 'H18',

  evaluate(facts, protocol) {
    const soft = limitOf(protocol, 'T08.daily.soft')
    const perKg = limitOf(protocol, 'T08.daily.softPerKg')
    const cap = limitOf(protocol, 'T08.daily.cap')
    const say = answers('T08', `${soft.source}; cap: ${cap.source}`)
    const order = facts.ketamine.order
    if (!order) {
      return needsOrder(facts)
        ? say.missing(
            'Ketamine is being taken and its daily total is not on record.',
            'What is the dose, and how many times a day?',
            [phaseFact(facts)],
          )
        : say.clear('No ketamine is ordered in this phase, so there is no daily total.', [phaseFact(facts)])
    }
    const { substance, mg, timesPerDay } = order.value
    const total = mg !== undefined && timesPerDay !== undefined && mg > 0 && timesPerDay > 0 ? mg * timesPerDay : NaN
    if (!Number.isFinite(total)) {
      return say.missing('The daily total of the order cannot be worked out.', 'State mg per dose and doses per day.', [
        order.says,
      ])
    }
    const sum = `${mg} mg × ${timesPerDay} = ${total} mg/d`
    if (!(total <= cap.value))
      return say.stop(`${sum}, above the absolute cap of ${cap.value} ${cap.unit}.`, [order.says])
    if (substance === 'esketamine') {
      return say.hold(`${sum} of esketamine: the ceilings are for racemic ketamine and cannot be read across.`, [
        order.says,
      ])
    }
    const weight = credibleWeight(facts, protocol)
    const seen = [order.says, ...weight.facts]
    const isLight = weight.kg !== undefined && !(total <= perKg.value * weight.kg)
    if (!(total <= soft.value) || isLight) {
      const limit = isLight ? `${perKg.value} ${perKg.unit} (${weight.kg} kg)` : `${soft.value} ${soft.unit}`
      // The pack allows more only "with the named specialist"; his or her part is a matter of record, so it can be a caution.
      // A "yes" is the good news here, so it expires as in E01.
      const specialist = facts.screening['specialist-initiated']
      const named = isFresh(specialist?.at, facts.asOf, limitOf(protocol, 'E01.validDays').value)
      return specialist?.value === true && named
        ? say.caution(
            `${sum}, above ${limit}: only with the named specialist, who is on record.`,
            seen,
            'Does the specialist confirm this total?',
          )
        : say.hold(
            `${sum}, above ${limit}: not without the named specialist.`,
            seen,
            'Which specialist approves this total?',
          )
    }
    if (weight.kg === undefined || !weight.fresh) {
      return say.missing(
        `${sum}, not above ${soft.value} ${soft.unit}; the limit by weight is not known: ${weight.doubt}.`,
        'Weigh the person.',
        seen,
      )
    }
    return say.clear(`${sum}, not above ${soft.value} ${soft.unit} nor ${perKg.value} ${perKg.unit}.`, seen)
  },
}

/** The lightest weight of the newest day; a stale one still lowers the ceiling, and never shows that the dose is within it. */
function credibleWeight(facts: Case, protocol: Protocol) {
  const readings = newest(facts.measurements.weight ?? [])
  const least = limitOf(protocol, 'T08.weight.least').value
  const most = limitOf(protocol, 'T08.weight.most').value
  const credible = readings.map((r) => r.value).filter((kg) => kg >= least && kg <= most)
  const fresh = areFresh(readings, facts.asOf, limitOf(protocol, 'T08.weight.validDays').value)
  const doubt =
    readings.length === 0
      ? 'no weight recorded'
      : credible.length === 0
        ? 'the weight cannot be right'
        : 'the weight is undated or too old'
  return {
    ...(credible.length > 0 ? { kg: Math.min(...credible) } : {}),
    fresh: fresh && credible.length === readings.length,
    doubt,
    facts: readings.map((r) => r.says),
  }
}
