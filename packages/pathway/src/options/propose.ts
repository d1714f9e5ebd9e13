/**
 * What may be done next, side by side: at least two options, `hold` and `stop` always among them. Nothing is chosen here, and
 * nothing is hidden: an option that may not be signed is shown with the rules that block it.
 */
import type { Case } from '../case.ts'
import type { Finding } from '../finding.ts'
import type { Option } from '../option.ts'
import type { Protocol } from '../protocol.ts'
import { doNotStart, start, testDose, wait } from './before-treatment.ts'
import { limitOf } from './limit.ts'
import { goOn, reduce, step, stopNow } from './on-treatment.ts'
import { taper } from './taper.ts'
import { visitOf } from './visit.ts'
import type { ForecastOf, Visit } from './visit.ts'

export type { ForecastOf } from './visit.ts'

export function propose(
  facts: Case,
  findings: readonly Finding[],
  protocol: Protocol,
  forecastOf: ForecastOf,
): Option[] {
  return optionsOf(visitOf(facts, findings, protocol, forecastOf))
}

function optionsOf(visit: Visit): Option[] {
  switch (visit.stage) {
    case 'before-test':
      return [testDose(visit), wait(visit), doNotStart(visit)]
    case 'before-start':
      return [start(visit), wait(visit), doNotStart(visit)]
    case 'test-unknown':
    case 'test-failed':
    case 'off':
      return [wait(visit), doNotStart(visit)]
    case 'titration':
      return [goOn(visit), ...step(visit), ...reduce(visit), ...(taperDue(visit) ? [taper(visit)] : []), stopNow(visit)]
    case 'evaluation':
    case 'maintenance':
      return [goOn(visit), ...reduce(visit), taper(visit), stopNow(visit)]
    case 'taper':
      return [taper(visit), goOn(visit), stopNow(visit)]
  }
}

/** After three weeks an end is a taper (rule S04). When the start is not known, it may have been longer. */
function taperDue({ daysOn, protocol }: Visit): boolean {
  return !(daysOn <= limitOf(protocol, 'S04.taper.afterDays').value)
}
