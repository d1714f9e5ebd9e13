/** The watched test dose: rounds at 0, 30, 60 and 120 min, and what must hold before the patient goes home (T02, T03). */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { credible } from './pressure.ts'
import type { Observation, Severity } from './event.ts'

/** min after the dose at which the patient is seen; 0 is before it. */
export function plannedMinutes(protocol: Protocol): readonly number[] {
  const at = (key: string) => limitOf(protocol, key).value
  return [0, at('T02.minute.second'), at('T02.minute.third'), at('test-dose.observeMinutes')]
}

export interface DischargeCriterion {
  readonly criterion:
    'rounds' | 'pressure-peak' | 'pressure-rise' | 'pressure-now' | 'dissociation' | 'sedation' | 'adult'
  readonly met: boolean
  readonly says: string
}

/** Each criterion; what was not observed is not met. Going home takes all. */
export function dischargeCriteria(
  observations: readonly Observation[],
  adultPresent: boolean | undefined,
  protocol: Protocol,
): readonly DischargeCriterion[] {
  const limit = (key: string) => limitOf(protocol, key).value
  const baseline = observations.filter((o) => o.minute <= 0)
  const latest = Math.max(...observations.map((o) => o.minute))
  const last = observations.filter((o) => o.minute === latest && latest >= limit('test-dose.observeMinutes'))
  const late = observations.filter((o) => o.minute >= limit('T02.minute.third') - limit('T02.minute.tolerance'))
  const before = Math.min(...baseline.map((o) => o.systolic ?? NaN))
  const every = (rounds: readonly Observation[], holds: (o: Observation) => boolean) =>
    rounds.length > 0 && rounds.every(holds)
  const calm = (key: 'dissociation' | 'sedation') => every(last, (o) => atMostMild(o[key]))
  return [
    criterion('rounds', roundsSeen(observations, protocol), `Seen at ${plannedMinutes(protocol).join(', ')} min`),
    criterion(
      'pressure-peak',
      every(
        observations,
        (o) => credible(o, protocol) && o.systolic! < limit('T03.systolic') && o.diastolic! < limit('T03.diastolic'),
      ),
      `Never at or above ${limit('T03.systolic')}/${limit('T03.diastolic')} mm[Hg]`,
    ),
    criterion(
      'pressure-rise',
      every(late, (o) => (o.systolic ?? NaN) - before < limit('T03.systolicRise')),
      `From ${limit('T02.minute.third')} min on less than ${limit('T03.systolicRise')} mm[Hg] above the reading before the dose`,
    ),
    criterion(
      'pressure-now',
      every(
        last,
        (o) =>
          credible(o, protocol) &&
          o.systolic! <= limit('M08.systolic.hold') &&
          o.diastolic! <= limit('M08.diastolic.hold'),
      ),
      `At the end no higher than ${limit('M08.systolic.hold')}/${limit('M08.diastolic.hold')} mm[Hg]`,
    ),
    criterion('dissociation', calm('dissociation'), 'At the end no more than mild dissociation'),
    criterion('sedation', calm('sedation'), 'At the end no more than mild sedation'),
    criterion('adult', adultPresent === true, 'An adult takes the patient home'),
  ]
}

/** Severe effects at any round end it: the test dose was not tolerated, whatever came after. */
export const tolerated = (observations: readonly Observation[]): boolean =>
  observations.length > 0 && observations.every((o) => o.dissociation !== 'severe' && o.sedation !== 'severe')

/** A complete round near each planned minute; the last not before its time. */
function roundsSeen(observations: readonly Observation[], protocol: Protocol): boolean {
  const tolerance = limitOf(protocol, 'T02.minute.tolerance').value
  const end = limitOf(protocol, 'test-dose.observeMinutes').value
  return plannedMinutes(protocol).every((planned) =>
    observations.some((o) => {
      const near =
        planned === 0 ? o.minute <= 0 : planned === end ? o.minute >= end : Math.abs(o.minute - planned) <= tolerance
      return near && credible(o, protocol) && o.dissociation !== undefined && o.sedation !== undefined
    }),
  )
}

const atMostMild = (severity: Severity | undefined) => severity === 'none' || severity === 'mild'

const criterion = (name: DischargeCriterion['criterion'], met: boolean, says: string): DischargeCriterion => ({
  criterion: name,
  met,
  says: `${says}: ${met ? 'met' : 'not met, or not known'}.`,
})
