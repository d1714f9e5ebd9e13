/** What stands open against more, the same, or any ketamine. */
import { limitOf } from '../../options/limit.ts'
import type { Course } from '../course.ts'
import type { Guard } from '../guards.ts'
import { openFindings } from '../open-findings.ts'
import { unless } from './because.ts'

/** Rules whose harm leaves only stopping (OP10): liver, bladder, blood, allergy, suicidal intent, emergency. */
const atOnce = ['M02', 'M05', 'M06', 'E14', 'E15', 'S06']
/** Rules known not to end treatment at once. Any rule outside this list does. */
const notAtOnce = ['M03', 'M07', 'M08', 'M09', 'M10', 'M11']

const rulesOf = (course: Course, stands: (f: Course['findings'][number]) => boolean) =>
  openFindings(course)
    .filter(stands)
    .map((f) => f.rule)
const none = (rules: readonly string[], expected: string) =>
  unless(rules.length === 0, `Open: ${rules.join(', ')}.`, expected)

/** For every dose that is new or higher: no hold, no stop, nothing missing. */
const nothingOpen: Guard = (course) =>
  none(
    rulesOf(course, () => true),
    'every hold and stop closed, and what is missing found out',
  )

/** For going on and reducing: no stop. */
const noStop: Guard = (course) =>
  none(
    rulesOf(course, (f) => f.kind === 'stop' || f.kind === 'emergency'),
    'no open stop; a taper or an end instead',
  )

/** For a taper: no emergency and nothing that must end at once. */
const noEmergency: Guard = (course) =>
  none(
    rulesOf(course, (f) => f.kind === 'emergency' || (f.kind === 'stop' && atOnce.includes(f.rule))),
    'no harm that ends treatment at once; stop instead',
  )

const assessed: Guard = ({ assessedAt = NaN, at }, _, protocol) => {
  const days = limitOf(protocol, 'assessed.validDays').value
  return unless(
    at - assessedAt >= 0 && at - assessedAt <= days * 24,
    'There is no assessment, or it is old.',
    `an assessment within ${days} d`,
  )
}

const endsAtOnce: Guard = (_, event) =>
  unless(
    event.what === 'harm' && !(event.emergency === false && notAtOnce.includes(event.rule)),
    'This harm does not end treatment at once.',
    'an emergency, or a harm that leaves only stopping',
  )

export const findingGuards = { nothingOpen, noStop, noEmergency, assessed, endsAtOnce }
