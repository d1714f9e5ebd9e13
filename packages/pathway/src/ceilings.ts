/**
 * The one gate for amounts: per dose, per day, per kg, per step, per interval, and days of supply. Every way in passes it, and
 * signing passes it again. Only the absolute cap stands in the way of coming down from above.
 */
import { limitOf } from './options/limit.ts'
import type { Limit, Protocol } from './protocol.ts'

/** Keys of the ceilings, named once. */
export const ceilingKeys = {
  perDose: 'dose.mgPerDose.cap',
  perDay: 'T08.daily.soft',
  perDayCap: 'T08.daily.cap',
  perKgPerDay: 'T08.daily.softPerKg',
  leastWeight: 'T08.weight.least',
  mostWeight: 'T08.weight.most',
  step: 'step.mg.max',
  interval: 'T09.interval.hours',
  slowFactor: 'T09.interval.slowFactor',
  supplyTitration: 'M13.titration.days',
  supplyMaintenance: 'M13.supply.days',
} as const

export interface DoseRequest {
  /** mg of free base per dose */
  readonly mg: number
  readonly timesPerDay: number
  /** days of supply ordered */
  readonly supplyDays: number
  /** Short supply holds until the dose is settled. */
  readonly titrating: boolean
  /** kg; absent when not known or out of date */
  readonly weight?: number
  /** The dose in force; absent when this is the first. */
  readonly before?: { readonly mg: number; readonly timesPerDay: number }
  /** h since the dose was last changed; absent when not known */
  readonly hoursSinceStep?: number
  /** 65 or older, or frail: twice the interval. */
  readonly slow?: boolean
}

export interface BrokenCeiling {
  /** The rule that is broken: T08, T09 or M13 of the pathway; CE1 or CE2 of the options. */
  readonly rule: string
  /** Key of the limit in the protocol. */
  readonly limit: string
  readonly value: number
  readonly asked: number | undefined
  /** One sentence that can be read aloud. */
  readonly says: string
}

/** The ceilings that a request breaks; empty when it may be given. NaN breaks every ceiling it meets. */
export function withinCeilings(request: DoseRequest, protocol: Protocol): BrokenCeiling[] {
  const broken: (BrokenCeiling | undefined)[] = [supply(request, protocol)]
  if (!comingDown(request)) broken.push(...amounts(request, protocol))
  broken.push(absoluteCap(request, protocol))
  if (goesUp(request)) broken.push(...rise(request, protocol))
  return broken.filter((b) => b !== undefined)
}

const nothing = { mg: 0, timesPerDay: 0 }
const perDay = (dose: { readonly mg: number; readonly timesPerDay: number }) => dose.mg * dose.timesPerDay

/** Lower per day and no higher per dose than what is taken now. */
function comingDown({ before, ...asked }: DoseRequest): boolean {
  return (
    before !== undefined &&
    perDay(asked) < perDay(before) &&
    asked.mg <= before.mg &&
    asked.mg > 0 &&
    asked.timesPerDay > 0
  )
}

/** More per day, or more at once: a higher peak is a step even when the day's total is not higher. */
function goesUp({ before = nothing, ...asked }: DoseRequest): boolean {
  return !(perDay(asked) <= perDay(before) && asked.mg <= before.mg)
}

function supply({ supplyDays, titrating }: DoseRequest, protocol: Protocol): BrokenCeiling | undefined {
  const key = titrating ? ceilingKeys.supplyTitration : ceilingKeys.supplyMaintenance
  const limit = limitOf(protocol, key)
  if (supplyDays > 0 && supplyDays <= limit.value) return undefined
  const stage = titrating ? 'while the dose is being found' : 'on a settled dose'
  return breach('M13', key, limit, supplyDays, `${supplyDays} d of supply; at most ${limit.value} d ${stage}.`)
}

function amounts(request: DoseRequest, protocol: Protocol): (BrokenCeiling | undefined)[] {
  const daily = perDay(request)
  return [
    atMost(request.mg, 'CE1', ceilingKeys.perDose, protocol, 'mg per dose'),
    atMost(daily, 'T08', ceilingKeys.perDay, protocol, 'mg/d without a named specialist'),
    perKg(daily, request.weight, protocol),
  ]
}

/** For anyone, on the way down too: an order far above it may be a misreading, and three quarters of that is no safer. */
const absoluteCap = (request: DoseRequest, protocol: Protocol) =>
  atMost(perDay(request), 'T08', ceilingKeys.perDayCap, protocol, 'mg/d for anyone')

/**
 * mg/kg/d. With the weight unknown only a dose that would be right for the lightest adult passes: unknown is not 70 kg.
 */
function perKg(daily: number, weight: number | undefined, protocol: Protocol): BrokenCeiling | undefined {
  const limit = limitOf(protocol, ceilingKeys.perKgPerDay)
  const least = limitOf(protocol, ceilingKeys.leastWeight).value
  const credible = weight !== undefined && weight >= least && weight <= limitOf(protocol, ceilingKeys.mostWeight).value
  const asked = daily / (credible ? weight : least)
  if (asked <= limit.value) return undefined
  const says = credible
    ? `${round(asked)} mg/kg/d; at most ${limit.value} mg/kg/d (weight ${weight} kg).`
    : `Weight not known, or not credible: ${daily} mg/d cannot be checked against ${limit.value} mg/kg/d.`
  return breach('T08', ceilingKeys.perKgPerDay, limit, credible ? asked : undefined, says)
}

function rise(request: DoseRequest, protocol: Protocol): (BrokenCeiling | undefined)[] {
  const { before = nothing } = request
  const up = request.mg - before.mg
  const step = limitOf(protocol, ceilingKeys.step)
  // More doses a day is a step too: its rise per day may not exceed that of a full step at the new frequency.
  const dailyRise = perDay(request) - perDay(before)
  const steep = !(up <= step.value && dailyRise <= step.value * request.timesPerDay)
  return [
    steep
      ? breach(
          'CE2',
          ceilingKeys.step,
          step,
          Math.max(up, dailyRise / request.timesPerDay),
          `A rise of ${round(up)} mg per dose (${round(dailyRise)} mg/d); at most ${step.value} mg per dose at one step.`,
        )
      : undefined,
    request.before === undefined ? undefined : interval(request, protocol),
  ]
}

function interval({ hoursSinceStep, slow }: DoseRequest, protocol: Protocol): BrokenCeiling | undefined {
  const limit = limitOf(protocol, ceilingKeys.interval)
  const wanted = limit.value * (slow ? limitOf(protocol, ceilingKeys.slowFactor).value : 1)
  if (hoursSinceStep !== undefined && hoursSinceStep >= wanted) return undefined
  const since =
    hoursSinceStep === undefined
      ? 'When the dose was last changed is not known'
      : `${round(hoursSinceStep)} h since the last change of dose`
  return breach(
    'T09',
    ceilingKeys.interval,
    { ...limit, value: wanted },
    hoursSinceStep,
    `${since}; at least ${wanted} h between steps.`,
  )
}

function atMost(asked: number, rule: string, key: string, protocol: Protocol, unit: string): BrokenCeiling | undefined {
  const limit = limitOf(protocol, key)
  if (asked > 0 && asked <= limit.value) return undefined
  return breach(rule, key, limit, asked, `${round(asked)} ${unit.split(' ')[0]!}; at most ${limit.value} ${unit}.`)
}

const breach = (
  rule: string,
  limit: string,
  { value }: Limit,
  asked: number | undefined,
  says: string,
): BrokenCeiling => ({
  rule,
  limit,
  value,
  asked,
  says,
})

const round = (x: number) => Math.round(x * 100) / 100
