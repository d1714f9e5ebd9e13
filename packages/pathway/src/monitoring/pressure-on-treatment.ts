/**
 * M08 — Is blood pressure on treatment low enough to go on?
 *
 * One high reading may be chance or a bad day and holds the next step; two end the trial. Hazard: H05.
 */
import { incredible } from '../assessment/pressure-reading.ts'
import { answers } from '../answers.ts'
import { daysBetween } from '../calendar.ts'
import type { BloodPressure, Case, Fact } from '../case.ts'
import { areFresh, newest, staleness } from '../newest.ts'
import { limitOf } from '../options/limit.ts'
import { phaseFact, takesKetamine } from '../phase.ts'
import type { Protocol } from '../protocol.ts'
import type { Rule } from '../rule.ts'

const ask = 'Measure blood pressure at home, seated, after five minutes of rest, on two days.'

export const pressureOnTreatment: Rule = {
  id: 'M08',
  asks: 'Is blood pressure on treatment low enough to go on?',
  hazard: 'H05',

  evaluate(facts, protocol) {
    const stop = pair(protocol, 'stop')
    const hold = pair(protocol, 'hold')
    const least = limitOf(protocol, 'E06.systolic.leastCredible').value
    const validDays = limitOf(protocol, 'M08.validDays').value
    const enough = limitOf(protocol, 'M08.readings.stop').value
    const say = answers('M08', limitOf(protocol, 'M08.systolic.hold').source)
    if (!takesKetamine(facts))
      return say.clear('Ketamine is not being taken; E06 asks about pressure before it.', [phaseFact(facts)])

    const isBelow = (p: BloodPressure) => p.systolic < stop.systolic && p.diastolic < stop.diastolic
    const readings = onTreatment(facts)
    const credible = readings.filter((r) => incredible(r.value, least) === undefined)
    const recent = credible.filter((r) => !(daysBetween(r.at, facts.asOf) > validDays))
    const high = recent.filter((r) => !isBelow(r.value))
    const last = newest(readings)
    const seen = [...new Set([...high, ...last])].map((r) => r.says)
    const isSettled = last.every(
      ({ value }) => isBelow(value) && value.systolic <= hold.systolic && value.diastolic <= hold.diastolic,
    )

    if (readings.length === 0)
      return say.missing('No blood pressure is recorded since treatment began.', ask, [phaseFact(facts)])
    if (high.length >= enough) {
      return say.stop(
        `${high.length} readings at or above ${stop.text} within ${validDays} d: stop ketamine and treat.`,
        seen,
      )
    }
    const odd = last.flatMap((r) => incredible(r.value, least) ?? [])
    if (odd.length > 0 && high.length === 0)
      return say.missing(`A blood pressure cannot be right: ${odd[0]}.`, ask, seen)
    if (!isSettled)
      return say.hold(`Above ${hold.text}, or at ${stop.text} once: no step until it is treated.`, seen, ask)
    if (!areFresh(last, facts.asOf, validDays)) {
      return say.missing(`The last blood pressure ${staleness(last, facts.asOf, validDays)}.`, ask, seen)
    }
    return say.clear(
      `The last day is not above ${hold.text}${high.length > 0 ? `; ${high.length} earlier at or above ${stop.text}` : ''}.`,
      seen,
    )
  },
}

/** Readings since the first dose; all of them when its date is not known, the undated ones too. */
function onTreatment(facts: Case): Fact<BloodPressure>[] {
  const { started } = facts.ketamine
  return facts.bloodPressure.filter((r) => started === undefined || !(daysBetween(started, r.at ?? '') < 0))
}

function pair(protocol: Protocol, kind: string): BloodPressure & { readonly text: string } {
  const systolic = limitOf(protocol, `M08.systolic.${kind}`).value
  const diastolic = limitOf(protocol, `M08.diastolic.${kind}`).value
  return { systolic, diastolic, text: `${systolic}/${diastolic} mm[Hg]` }
}
