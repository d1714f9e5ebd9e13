/**
 * The account itself: entries in order, lot by lot, in whole thousandths. For every lot, at every moment, exactly:
 *
 *     dispensed = taken + returned + lost + spilled + destroyed + on hand + unexplained
 *
 * *On hand* is what is there if none of the unreported doses was taken; it is at least that less those doses. *Unexplained* is what
 * counts found missing (positive) or too much (negative). A dose nobody reported is neither taken nor zero.
 */
import { daysAfter } from '../calendar.ts'
import type { Dispensed, Ended, Prescribed, SupplyEvent, SupplyRefusal } from './events.ts'
import { mgOf, thousandths } from './exact.ts'
import type { MicroMg, Thousandths } from './exact.ts'

export interface LotAccount {
  readonly label: Dispensed
  /** Thousandths of a mg per mL or unit. */
  readonly strength: Thousandths
  dispensed: Thousandths
  taken: Thousandths
  returned: Thousandths
  lost: Thousandths
  spilled: Thousandths
  destroyed: Thousandths
  /** If none of the unreported doses was taken. */
  onHand: Thousandths
  unexplained: Thousandths
  /** Something of it was lost, nobody knows how much, and it has not been counted since. */
  lostUnknown: boolean
  /** First day on which an unreported dose may have come from this lot: dispensing, or the day after a count. */
  openFrom: string
  /** Doses drawn from it since then, as reported. */
  draws: number
}

export interface Account {
  readonly lots: Map<string, LotAccount>
  /** The plans in force, by their first day. */
  readonly plans: (Prescribed | Ended)[]
  /** Doses reported, taken or missed, by day. */
  readonly reports: Map<string, number>
  readonly refused: SupplyRefusal[]
}

export const newAccount = (): Account => ({ lots: new Map(), plans: [], reports: new Map(), refused: [] })

/** Enters one event. False, and a refusal, where it cannot be true. Events come in the order of `inOrder`. */
export function enter(account: Account, event: SupplyEvent): boolean {
  const refuse = (code: string, message: string): false => {
    account.refused.push({ id: event.id, code, message })
    return false
  }
  if (event.kind === 'prescribed' || event.kind === 'ended') {
    account.plans.push(event)
    return true
  }
  if (event.kind === 'missed') return report(account, event.on, event.doses ?? 1)
  if (event.kind === 'dispensed') return dispense(account, event, refuse)

  const at = event.kind === 'taken' && event.lot === undefined ? onlyLot(account) : event.lot
  if (at === undefined) {
    const open = openLots(account).map((lot) => lot.label.lot)
    const found = open.length === 0 ? 'nothing is at home' : `at home are ${open.join(', ')}`
    return refuse('lot-not-said', `Taken without its lot, and ${found}; expected the lot on the label.`)
  }
  const lot = account.lots.get(at)
  if (!lot) return refuse('lot-unknown', `Lot ${at}: expected a lot dispensed on or before ${event.on}.`)

  const amount = thousandths(event.amount ?? 0)!
  if (event.kind === 'counted') {
    lot.unexplained += lot.onHand - amount
    lot.onHand = amount
    lot.lostUnknown = false
    lot.openFrom = daysAfter(event.on, 1)
    lot.draws = 0
    return true
  }
  if (event.kind !== 'taken') {
    const left = lot.dispensed - lot.returned - lot.lost - lot.spilled - lot.destroyed
    if (amount > left) {
      const message = `${event.kind} ${event.amount} of lot ${at}: expected at most ${left / 1000}, what was dispensed and has not gone out so.`
      return refuse('more-than-dispensed', message)
    }
  }
  if (event.kind === 'lost' && event.amount === undefined) lot.lostUnknown = true
  lot[event.kind] += amount
  // More has gone out than the account knew of: the rest is unexplained, and nothing is below zero.
  lot.onHand -= amount
  lot.unexplained += Math.min(0, lot.onHand)
  lot.onHand = Math.max(0, lot.onHand)
  if (event.kind === 'taken') {
    lot.draws += event.doses ?? 1
    report(account, event.on, event.doses ?? 1)
  }
  return true
}

function dispense(account: Account, event: Dispensed, refuse: (code: string, message: string) => false): boolean {
  const amount = thousandths(event.amount)!
  const known = account.lots.get(event.lot)
  if (!known) {
    account.lots.set(event.lot, {
      label: event,
      strength: thousandths(event.strength)!,
      ...{ dispensed: amount, taken: 0, returned: 0, lost: 0, spilled: 0, destroyed: 0 },
      ...{ onHand: amount, unexplained: 0, lostUnknown: false, openFrom: event.on, draws: 0 },
    })
    return true
  }
  const differs = (['pharmacy', 'form', 'formulation', 'strength', 'beyondUse'] as const).filter(
    (key) => known.label[key] !== event[key],
  )
  if (differs.length > 0) {
    const expected = differs.map((key) => `${key} ${known.label[key]}`).join(', ')
    return refuse('lot-differs', `Lot ${event.lot} again, with another ${differs.join(', ')}; expected ${expected}.`)
  }
  known.dispensed += amount
  known.onHand += amount
  return true
}

function report(account: Account, on: string, doses: number): true {
  account.reports.set(on, (account.reports.get(on) ?? 0) + doses)
  return true
}

const openLots = (account: Account) => [...account.lots.values()].filter((lot) => lot.onHand > 0)

function onlyLot(account: Account): string | undefined {
  const open = openLots(account)
  return open.length === 1 ? open[0]!.label.lot : undefined
}

/** The plan in force on a day; `undefined` before the first and after an end. */
export function planOn(account: Account, day: string): Prescribed | undefined {
  const plan = account.plans.findLast((p) => p.on <= day)
  return plan?.kind === 'prescribed' ? plan : undefined
}

/** Doses planned and not reported on a day. */
export function notReportedOn(account: Account, day: string): number {
  const plan = planOn(account, day)
  return plan ? Math.max(0, plan.timesPerDay - (account.reports.get(day) ?? 0)) : 0
}

/** What one planned dose takes out of this lot, at most: by its mg, and by its mL where the strengths could be confused. */
export function doseFrom(lot: LotAccount, plan: Prescribed): Thousandths {
  const amount = thousandths(plan.amount)!
  const strength = thousandths(plan.strength)!
  if (isOf(lot, plan)) return amount
  const byMg = Math.ceil(mgOf(amount, strength) / lot.strength)
  return lot.label.form === plan.form ? Math.max(amount, byMg) : byMg
}

export const isOf = (lot: LotAccount, plan: Prescribed): boolean =>
  lot.label.form === plan.form && lot.label.strength === plan.strength

/** The least that can be on hand at the end of a day: every unreported dose taken from this lot, or an unknown loss. */
export function leastOnHand(account: Account, lot: LotAccount, day: string): Thousandths {
  if (lot.lostUnknown) return 0
  let least = lot.onHand
  for (let d = lot.openFrom; d <= day && least > 0; d = daysAfter(d, 1)) {
    const missing = notReportedOn(account, d)
    if (missing > 0) least -= missing * doseFrom(lot, planOn(account, d)!)
  }
  return Math.max(0, least)
}

/** The same for all lots together: an unreported dose came out of one of them, not out of each. */
export function leastMg(account: Account, day: string): MicroMg {
  const lots = [...account.lots.values()]
  const each = sum(lots.map((lot) => mgOf(leastOnHand(account, lot, day), lot.strength)))
  if (lots.length === 0 || lots.some((lot) => lot.lostUnknown)) return each
  let least = sum(lots.map((lot) => mgOf(lot.onHand, lot.strength)))
  const first = lots.map((lot) => lot.openFrom).sort()[0]!
  for (let d = first; d <= day && least > each; d = daysAfter(d, 1)) {
    const missing = notReportedOn(account, d)
    if (missing === 0) continue
    const plan = planOn(account, d)!
    const open = lots.filter((lot) => lot.openFrom <= d)
    least -= missing * Math.max(0, ...open.map((lot) => mgOf(doseFrom(lot, plan), lot.strength)))
  }
  return Math.max(each, least)
}

export const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
