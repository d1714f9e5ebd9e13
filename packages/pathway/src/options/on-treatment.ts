/** Options while ketamine is taken: a step up, go on, less, taper, stop. */
import type { Option } from '../option.ts'
import { withinCeilings } from '../ceilings.ts'
import { measurableDose } from '../dose-arithmetic.ts'
import { basis } from './basis.ts'
import { blocking, harms } from './blocking.ts'
import { afterwardsCare, risingCare, steadyCare } from './calendar-of-care.ts'
import { dosingOption, doubtful, mostPerDose, requestFor } from './dosing-option.ts'
import { bladderHazard, findingsAgainst, weakEvidence } from './evidence-against.ts'
import { limitOf } from './limit.ts'
import { responseOf } from './response.ts'
import { unknowns } from './unknowns.ts'
import type { Visit } from './visit.ts'

const settled = (visit: Visit) => visit.stage === 'maintenance' || visit.stage === 'taper'
/** Four weeks once settled and watched; one week in titration, and while the bladder or the pressure is not known. */
const supplyKey = (visit: Visit) =>
  settled(visit) && unwatched(visit).length === 0 ? 'M13.supply.days' : 'M13.titration.days'
/** Rules whose question is open although ketamine is being taken. */
const unwatched = ({ findings }: Visit) =>
  findings.filter((f) => f.kind === 'missing' && ['M05', 'M08'].includes(f.rule)).map((f) => f.rule)
const shortSupply = (visit: Visit) =>
  unwatched(visit).map((rule) => `${rule}: not known, so no more than a week is ordered until it is asked.`)

/** One step up: the largest that the ceilings allow, the smallest for the old, the frail and the interacting. */
export function step(visit: Visit): Option[] {
  const { facts, findings, protocol, tailoring, current } = visit
  if (!current.dose) return []
  const { mg, strength, timesPerDay } = current.dose
  const response = responseOf(facts, protocol)
  const days = limitOf(protocol, 'M13.titration.days').value
  const afterHarm = limitOf(protocol, 'step.holdDaysAfterAE')
  const rise = (key: string) => mg + Math.max(limitOf(protocol, key).value * tailoring.fraction, least(visit, strength))
  const fits = (wanted: number) => {
    const dose = measurableDose(wanted, strength, protocol)
    if ('refused' in dose) return false
    const asked = requestFor(
      visit,
      { days, titrating: true },
      { substance: 'racemic-ketamine', route: 'oral', ...dose, timesPerDay },
    )
    return withinCeilings(asked, protocol).length === 0
  }
  const larger = !tailoring.reduced && fits(rise('step.mg.max'))
  const key = larger ? 'step.mg.max' : 'step.mg.min'
  return [
    dosingOption(visit, {
      kind: 'step',
      says: `Step up from ${mg} mg`,
      mg: rise(key),
      strength,
      timesPerDay,
      days,
      titrating: true,
      blocked: blocking('step', findings),
      alsoBlockedBy: doubtful(visit),
      keys: [key, 'T09.interval.hours', 'T08.daily.soft', 'T08.daily.softPerKg', 'M13.titration.days'],
      because: [
        `From ${mg} mg ${timesPerDay} times a day. A step is 5 to 10 mg per dose; a smaller one may be chosen.`,
        ...response.says,
      ],
      monitoring: risingCare(visit),
      against: [
        ...(response.responder === 'yes'
          ? ['It helps at the present dose; the lowest dose that helps is enough.']
          : []),
        'Starting at 100 mg a day and adding 40 mg a step, 9 of 21 people stopped for adverse effects (doi:10.1016/s0885-3924(99)00011-1).',
        `Not within ${afterHarm.value} d of a moderate or severe adverse effect, which this record does not tell (protocol step.holdDaysAfterAE, ${afterHarm.source}).`,
        ...weakEvidence,
        bladderHazard,
      ],
    }),
  ]
}

/** The dose in force goes on. */
export function goOn(visit: Visit): Option {
  const { facts, findings, protocol, current } = visit
  const { dose } = current
  if (!dose) return holdUnknown(visit)
  const response = responseOf(facts, protocol)
  const says = settled(visit) ? 'Hold the present dose' : 'Hold the present dose, no step'
  return dosingOption(visit, {
    kind: 'hold',
    says,
    mg: dose.mg,
    strength: dose.strength,
    timesPerDay: dose.timesPerDay,
    days: limitOf(protocol, supplyKey(visit)).value,
    titrating: !settled(visit),
    blocked: blocking('continue', findings),
    alsoBlockedBy: doubtful(visit),
    keys: [supplyKey(visit), 'responder.painReduction', 'trial.weeksAtTarget', 'trial.weeksFromStart'],
    because: [...response.says, ...ordered(visit)],
    monitoring: steadyCare(facts, protocol),
    against: [
      ...shortSupply(visit),
      ...(response.responder === 'yes'
        ? []
        : [
            'Going on needs at least 30 % less pain and the named goal met; without both it is exposure without benefit.',
          ]),
      bladderHazard,
      ...weakEvidence,
    ],
  })
}

/** Less: the attempt to find the lowest effective dose, or the cut that an interaction asks for. */
export function reduce(visit: Visit): Option[] {
  const { facts, findings, protocol, tailoring, current } = visit
  if (!current.dose) return []
  const { mg, strength, timesPerDay } = current.dose
  const cut = tailoring.fraction < 1
  const fraction = cut ? tailoring.fraction : 1 - limitOf(protocol, 'reduce.fraction').value
  const wanted = Math.min(mg * fraction, mostPerDose(visit, current.dose))
  if ('refused' in measurableDose(wanted, strength, protocol)) return []
  return [
    dosingOption(visit, {
      kind: 'reduce',
      says: `Reduce ${cut ? 'for the interaction ' : ''}from ${mg} mg`,
      mg: wanted,
      strength,
      timesPerDay,
      days: limitOf(protocol, supplyKey(visit)).value,
      titrating: !settled(visit),
      blocked: blocking('reduce', findings),
      alsoBlockedBy: doubtful(visit),
      keys: cut ? [supplyKey(visit)] : ['reduce.fraction', supplyKey(visit)],
      because: [`From ${mg} mg ${timesPerDay} times a day.`, ...ordered(visit)],
      monitoring: steadyCare(facts, protocol),
      against: [
        ...shortSupply(visit),
        'Pain may rise over weeks: the slow effect has a half-life of about 11 days (doi:10.1016/j.ejpain.2010.06.016).',
        ...(cut ? ['If the present dose was already cut for this interaction, this is too low.'] : []),
        bladderHazard,
      ],
    }),
  ]
}

/** No more doses. Never blocked. */
export function stopNow(visit: Visit): Option {
  const { facts, findings, protocol, daysOn, current } = visit
  const harmful = harms(findings)
  const after = limitOf(protocol, 'S04.taper.afterDays')
  const long = !(daysOn <= after.value)
  const time = Number.isFinite(daysOn) ? `${daysOn} d on treatment` : 'Time on treatment not known'
  return {
    kind: 'stop',
    title: 'Stop ketamine now',
    blockedBy: [],
    monitoring: afterwardsCare(facts, protocol, 0),
    basis: [
      ...findingsAgainst(findings, harmful),
      ...responseOf(facts, protocol).says,
      ...ordered(visit),
      ...basis(facts, protocol, ['responder.painReduction']),
    ],
    missing: unknowns(visit),
    against: [
      ...(long
        ? [
            `S04: ${time}: after ${after.value} d a taper is kinder than stopping at once${harmful.length > 0 ? ', but harm outweighs that here' : ''} (${after.source}).`,
          ]
        : []),
      ...(current.doubts.length > 0
        ? ['The present dose is not certain, so neither is what stopping will feel like.']
        : []),
      ...(responseOf(facts, protocol).responder === 'yes'
        ? ['It helps: at least 30 % less pain, and the goal is met.']
        : []),
      'Relief, if there is any, fades over weeks, and pain may rebound.',
    ],
  }
}

/** The dose in force is not known: nothing can be written, and nothing more is given until it is. */
function holdUnknown(visit: Visit): Option {
  const { facts, protocol } = visit
  return {
    kind: 'hold',
    title: 'Hold: order nothing until the present dose is known',
    blockedBy: [],
    monitoring: steadyCare(facts, protocol),
    basis: basis(facts, protocol, []),
    missing: unknowns(visit),
    against: [
      'Supply may run out meanwhile, and after more than three weeks an abrupt end is unkind (rule S04).',
      bladderHazard,
    ],
  }
}

function ordered({ current }: Visit): string[] {
  return current.ordered !== undefined && current.dose
    ? [`Ordered ${current.ordered} mg; ${current.dose.mg} mg is the most of it that can be measured.`]
    : []
}

/** mg of one graduation of the syringe. */
const least = ({ protocol }: Visit, strength: number) => limitOf(protocol, 'dose.mLIncrement').value * strength
