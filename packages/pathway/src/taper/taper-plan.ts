/**
 * A taper that can be followed: stages of whole measurable doses on a calendar, what to hand over and when, what to watch, and the
 * eight weeks after it. Where harm is the reason there is no taper: ketamine ends at once. Pure; signing passes the gate again.
 */
import { dayOf, daysAfter, daysBetween } from '../calendar.ts'
import { ceilingKeys, withinCeilings } from '../ceilings.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { portionsOf, refuse, tidy } from './home-dose.ts'
import type { HomeDose, Portion, TaperRefusal } from './home-dose.ts'
import { endingRules } from './reason.ts'
import type { EndingReason } from './reason.ts'
import { stagesOf, sum } from './stages.ts'
import { watchAfter, watchDuring } from './watch.ts'
import type { WatchItem } from './watch.ts'

export interface TaperStage {
  /** First and last day, both included. */
  readonly from: string
  readonly to: string
  readonly days: number
  /** mL or units at each time of day, in order; 0 where there is none. */
  readonly perTime: readonly number[]
  /** mg of free base a day */
  readonly mgPerDay: number
  /** mL or units a day */
  readonly amountPerDay: number
  readonly inWords: string
}

/** What to hand over on one day: never for longer than the protocol's supply. */
export interface TaperSupply {
  readonly on: string
  readonly days: number
  /** mL or units */
  readonly amount: number
  /** mg of free base */
  readonly mg: number
}

export interface TaperPlan {
  readonly kind: 'taper' | 'stop-at-once'
  readonly reason: EndingReason
  readonly because: string
  readonly form: HomeDose['form']
  /** mg/mL, or mg a unit */
  readonly strength: number
  readonly stages: readonly TaperStage[]
  /** Days on which a dose is taken. */
  readonly days: number
  /** First day without ketamine. */
  readonly noneFrom: string
  /** mg of free base, and mL or units, of the whole taper. */
  readonly total: { readonly mg: number; readonly amount: number }
  readonly supplies: readonly TaperSupply[]
  readonly watch: readonly WatchItem[]
  /** Keys of the limits it rests on. */
  readonly limits: readonly string[]
}

const perStageKey = { faster: 'taper.daysPerStage.faster', planned: 'taper.daysPerStage' } as const

/**
 * The way out of `dose` from the day `from`, or a refusal with what was found and what was expected.
 * @throws RangeError where the protocol lacks a limit.
 */
export function taperPlan(
  dose: HomeDose,
  reason: EndingReason,
  from: string,
  protocol: Protocol,
): TaperPlan | TaperRefusal {
  const rule = Object.hasOwn(endingRules, reason) ? endingRules[reason] : undefined
  if (!rule)
    return refuse('reason', `Reason ${JSON.stringify(reason)}: expected one of ${Object.keys(endingRules).join(', ')}.`)
  if (dayOf(from) !== from) return refuse('date', `From ${JSON.stringify(from)}: expected a calendar day, YYYY-MM-DD.`)
  const common = { reason, form: dose.form, strength: dose.strength }
  // Harm ends it whatever the dose: an order that cannot be read must not keep ketamine going.
  if (rule.pace === 'at-once') {
    return {
      ...common,
      kind: 'stop-at-once',
      because: `No further dose, and no taper, because ${rule.because} (${rule.rule}).`,
      stages: [],
      days: 0,
      noneFrom: from,
      total: { mg: 0, amount: 0 },
      supplies: [],
      watch: watchAfter(from, protocol),
      limits: ['schedule.afterStopping.weeks'],
    }
  }
  const read = portionsOf(dose, protocol)
  if ('refused' in read) return read
  const tooHigh = aboveCap(dose, protocol)
  if (tooHigh) return refuse('above-cap', tooHigh)

  const key = perStageKey[rule.pace]
  const days = wholeDays(protocol, key)
  const portions = stagesOf(
    read.perTime,
    dose.timesPerDay,
    limitOf(protocol, 'taper.fraction').value,
    dose.form === 'solution',
  )
  const stages = portions.map((perTime, k) => stageOf(perTime, read.portion, daysAfter(from, k * days), days))
  const noneFrom = daysAfter(from, stages.length * days)
  const pace = stages.length === 0 ? 'The present dose is the least that can be measured: it ends' : 'Stage by stage'
  return {
    ...common,
    kind: 'taper',
    because: `${pace}, because ${rule.because} (${rule.rule}). No source gives a rate: this one is to be signed for.`,
    stages,
    days: stages.length * days,
    noneFrom,
    total: amountOf(
      portions.flatMap((p) => Array<number>(days).fill(sum(p))),
      read.portion,
    ),
    supplies: suppliesOf(portions, days, read.portion, from, wholeDays(protocol, ceilingKeys.supplyMaintenance)),
    watch: [...stages.flatMap((stage) => watchDuring(stage)), ...watchAfter(noneFrom, protocol)],
    limits: [
      'taper.fraction',
      key,
      ceilingKeys.perDayCap,
      ceilingKeys.supplyMaintenance,
      'schedule.afterStopping.weeks',
    ],
  }
}

/** The stage in force on a day; `undefined` before the taper and once nothing is taken. */
export const stageOn = (plan: TaperPlan, day: string): TaperStage | undefined =>
  plan.stages.find((s) => daysBetween(s.from, day) >= 0 && daysBetween(day, s.to) >= 0)

function stageOf(perTime: readonly number[], portion: Portion, from: string, days: number): TaperStage {
  const amounts = perTime.map((n) => tidy(n * portion.amount))
  const daily = amountOf([sum(perTime)], portion)
  return {
    from,
    to: daysAfter(from, days - 1),
    days,
    perTime: amounts,
    mgPerDay: daily.mg,
    amountPerDay: daily.amount,
    inWords: inWords(perTime, portion),
  }
}

/** "15 mg = 1.5 mL of 10 mg/mL at each of 3 times of day", or time by time where they differ. */
function inWords(perTime: readonly number[], portion: Portion): string {
  const one = (n: number) => {
    if (n === 0) return 'none'
    const amount = tidy(n * portion.amount)
    const measured = portion.form === 'solution' ? `${amount} mL` : `${amount} ${amount === 1 ? 'unit' : 'units'}`
    const strength = portion.form === 'solution' ? `${portion.strength} mg/mL` : `${portion.strength} mg`
    return `${tidy(n * portion.mg)} mg = ${measured} of ${strength}`
  }
  if (new Set(perTime).size > 1) return perTime.map((n, i) => `time ${i + 1}: ${one(n)}`).join('; ')
  return `${one(perTime[0]!)} at each of ${perTime.length} ${perTime.length === 1 ? 'time' : 'times'} of day`
}

/** Handed over from `from` on, never for more than `most` days at once. */
function suppliesOf(portions: readonly number[][], perStage: number, portion: Portion, from: string, most: number) {
  const daily = portions.flatMap((p) => Array<number>(perStage).fill(sum(p)))
  // Whole stages at once where they fit, so that a change of stage does not fall inside a bottle.
  const chunk = Math.max(1, most >= perStage ? most - (most % perStage) : most)
  const supplies: TaperSupply[] = []
  for (let day = 0; day < daily.length; day += chunk) {
    const days = daily.slice(day, day + chunk)
    supplies.push({ on: daysAfter(from, day), days: days.length, ...amountOf(days, portion) })
  }
  return supplies
}

/** Portions add up as whole numbers; they are turned into mg and mL once, at the end. */
const amountOf = (portions: readonly number[], portion: Portion) => ({
  mg: tidy(sum(portions) * portion.mg),
  amount: tidy(sum(portions) * portion.amount),
})

/** An order above the cap for anyone may be a misread one of any size, and three quarters of it is no safer. */
function aboveCap({ mg, timesPerDay }: HomeDose, protocol: Protocol): string | undefined {
  const request = { mg, timesPerDay, supplyDays: 1, titrating: false, before: { mg, timesPerDay } }
  return withinCeilings(request, protocol).find((b) => b.limit === ceilingKeys.perDayCap)?.says
}

function wholeDays(protocol: Protocol, key: string): number {
  const days = Math.floor(limitOf(protocol, key).value)
  if (!(days >= 1)) throw new RangeError(`${key} ${days}: expected at least 1 whole day`)
  return days
}
