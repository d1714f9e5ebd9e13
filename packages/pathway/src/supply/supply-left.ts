/** How long what is at home lasts: whole doses of the plan, from lots of its strength, each used up to its beyond-use date. */
import { daysAfter, daysBetween } from '../calendar.ts'
import { isOf, leastOnHand, planOn } from './account.ts'
import type { Account } from './account.ts'
import { thousandths } from './exact.ts'

/** From `least` (every unreported dose was taken, unlabelled lots are not used) to `most`. */
export interface Between {
  readonly least: number
  readonly most: number
}

export interface SupplyLeft {
  /** Whole doses of the plan. */
  readonly doses: Between
  /** Whole days at the plan's times a day, from the day after. */
  readonly days: Between
}

/** At the end of `day`; `undefined` where no dose is prescribed on `planDay`. */
export function supplyLeft(account: Account, day: string, planDay = day): SupplyLeft | undefined {
  const plan = planOn(account, planDay)
  if (!plan) return undefined
  const dose = thousandths(plan.amount)!
  const usable = [...account.lots.values()]
    .filter((lot) => isOf(lot, plan) && usableOn(lot.label.beyondUse, daysAfter(day, 1)) !== 'no')
    .sort((a, b) => (lastDay(a.label.beyondUse) < lastDay(b.label.beyondUse) ? -1 : 1))
  const count = (bound: 'least' | 'most') => {
    let doses = 0
    for (const lot of usable) {
      const { beyondUse } = lot.label
      if (bound === 'least' && beyondUse === undefined) continue
      const amount = bound === 'most' ? lot.onHand : leastOnHand(account, lot, day)
      const inTime = beyondUse === undefined ? Infinity : daysBetween(day, beyondUse) * plan.timesPerDay - doses
      doses += Math.max(0, Math.min(Math.floor(amount / dose), inTime))
    }
    return doses
  }
  const doses = { least: count('least'), most: count('most') }
  const days = (n: number) => Math.floor(n / plan.timesPerDay)
  return { doses, days: { least: days(doses.least), most: days(doses.most) } }
}

/** May a lot be used on this day? The beyond-use date is its last day. */
export function usableOn(beyondUse: string | undefined, day: string): 'yes' | 'no' | 'unknown' {
  if (beyondUse === undefined) return 'unknown'
  return day <= beyondUse ? 'yes' : 'no'
}

const lastDay = (beyondUse: string | undefined) => beyondUse ?? '9999-12-31'
