/**
 * E06 — Is the resting blood pressure low enough?
 *
 * Ketamine raises pressure for an hour or two after a dose, so one that is already high is treated first. Hazard: H05.
 */
import { incredible } from './pressure-reading.ts'
import { answers } from '../answers.ts'
import type { BloodPressure } from '../case.ts'
import { areFresh, newest, staleness } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import type { Rule } from '../rule.ts'

const ask = 'Measure blood pressure, seated, after five minutes of rest.'

export const bloodPressure: Rule = {
  id: 'E06',
  asks: 'Is the resting blood pressure low enough?',
  hazard: 'H05',

  evaluate(facts, protocol) {
    const say = answers('E06', limitOf(protocol, 'E06.systolic.stop').source)
    const readings = newest(facts.bloodPressure)
    const seen = readings.map((r) => r.says)
    const validDays = limitOf(protocol, 'E06.validDays').value
    const least = limitOf(protocol, 'E06.systolic.leastCredible').value
    const credible = readings.filter((r) => incredible(r.value, least) === undefined)
    const fresh = areFresh(readings, facts.asOf, validDays)
    const age = staleness(readings, facts.asOf, validDays)
    const stale = fresh ? '' : ` The reading ${age}. It still counts.`
    // Two readings on one day: every one has to be below the limit.
    const all = (test: (p: BloodPressure) => boolean) => credible.every((r) => test(r.value))
    const at = (kind: string) => pair(protocol, kind)

    if (readings.length === 0) return say.missing('No blood pressure is recorded.', ask)
    const stop = at('stop')
    if (!all((p) => p.systolic < stop.systolic && p.diastolic < stop.diastolic)) {
      return say.stop(`At or above ${stop.text}: contraindicated until treated.${stale}`, seen, ask)
    }
    const hold = at('hold')
    if (!all((p) => p.systolic <= hold.systolic && p.diastolic <= hold.diastolic)) {
      return say.hold(`Above ${hold.text}: defer and treat first.${stale}`, seen, ask)
    }
    const odd = readings.flatMap((r) => incredible(r.value, least) ?? [])
    if (odd.length > 0) return say.missing(`A blood pressure cannot be right: ${odd[0]}.`, ask, seen)
    if (!fresh) return say.missing(`The last blood pressure ${age}.`, ask, seen)
    const caution = at('caution')
    if (!all((p) => p.systolic <= caution.systolic && p.diastolic <= caution.diastolic)) {
      return say.caution(`Above ${caution.text}: weigh the rise after a dose, and measure at home.`, seen)
    }
    return say.clear(`Not above ${caution.text}.`, seen)
  },
}

function pair(protocol: Protocol, kind: string): BloodPressure & { readonly text: string } {
  const systolic = limitOf(protocol, `E06.systolic.${kind}`).value
  const diastolic = limitOf(protocol, `E06.diastolic.${kind}`).value
  return { systolic, diastolic, text: `${systolic}/${diastolic} mm[Hg]` }
}
