/**
 * The ledger of one person's supply on one day: what was dispensed, what became of it, what is on hand, and for how long it lasts.
 * Pure, and the same for any order of entry. It counts; it judges nobody.
 */
import { daysAfter } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { enter, isOf, leastMg, leastOnHand, newAccount, notReportedOn, planOn, sum } from './account.ts'
import type { Account, LotAccount } from './account.ts'
import type { Counted, Dispensed, Prescribed, SupplyEvent, SupplyRefusal, Taken } from './events.ts'
import { fromMicroMg, fromThousandths, mgOf, thousandths } from './exact.ts'
import { changeOf, mismatchOf } from './interlock.ts'
import type { Interlock } from './interlock.ts'
import type { CountVariance, NoteCode, SupplyNote } from './notes.ts'
import { readEvents } from './read-events.ts'
import { supplyLeft, usableOn } from './supply-left.ts'
import type { Between, SupplyLeft } from './supply-left.ts'

/** All in one measure: mL or units for a lot, mg of free base for all. Exactly: dispensed is the sum of the rest with `onHand.most`. */
export interface Balance {
  readonly dispensed: number
  readonly taken: number
  readonly returned: number
  readonly lost: number
  readonly spilled: number
  readonly destroyed: number
  readonly onHand: Between
  /** Found missing by counts; negative where more was found, or more went out than was known. */
  readonly unexplained: number
}

export interface LotBalance extends Balance {
  readonly label: Dispensed
  /** Today. */
  readonly usable: 'yes' | 'no' | 'unknown'
}

export interface SupplyLedger {
  readonly asOf: string
  readonly plan?: Prescribed
  /** By lot, in the order of dispensing. */
  readonly lots: readonly LotBalance[]
  /** mg of free base */
  readonly mg: Balance
  /** Planned doses up to today that nobody reported, since the first dispensing. */
  readonly notReported: number
  /** Absent where no dose is prescribed. */
  readonly left?: SupplyLeft
  /** First day of the next dispensing: if no unreported dose was taken, and if all were. */
  readonly refill?: { readonly from: string; readonly ifAllTaken: string }
  readonly counts: readonly CountVariance[]
  readonly interlocks: readonly Interlock[]
  readonly notes: readonly SupplyNote[]
  /** How often each note stands. */
  readonly tally: Readonly<Partial<Record<NoteCode, number>>>
  readonly refused: readonly SupplyRefusal[]
}

/** The end of the day `asOf`; later entries are refused. @throws RangeError where the protocol lacks a limit. */
export function supplyLedger(events: readonly SupplyEvent[], asOf: string, protocol: Protocol): SupplyLedger {
  const { accepted, refused } = readEvents(events, asOf)
  const account = newAccount()
  const notes: SupplyNote[] = []
  const counts: CountVariance[] = []
  const interlocks: Interlock[] = []
  const note = (code: NoteCode, on: string, says: string, ask?: string) =>
    notes.push({ code, on, says, ...(ask === undefined ? {} : { ask }) })

  let lastDay: Dispensed[] = []
  let today: Dispensed[] = []
  let openedOn = ''
  const takenOn = new Map<string, Taken[]>()
  for (const event of accepted) {
    if (event.kind === 'dispensed' && openedOn !== event.on) {
      if (today.length > 0) lastDay = today
      today = []
      openedOn = event.on
      earlyRefill(account, event, protocol, note)
    }
    const variance = event.kind === 'counted' ? countOf(account, event, protocol) : undefined
    const unexplained = unexplainedOf(account)
    if (!enter(account, event)) continue
    if (event.kind === 'dispensed') {
      today.push(event)
      const plan = planOn(account, event.on)
      for (const lock of [changeOf(event, lastDay), mismatchOf(event, plan)]) if (lock) interlocks.push(lock)
    } else if (event.kind === 'taken') takenOn.set(event.on, [...(takenOn.get(event.on) ?? []), event])
    else if (event.kind === 'lost') {
      const amount =
        event.amount === undefined ? 'an amount that is not known' : fromThousandths(thousandths(event.amount)!)
      note('lost', event.on, `${event.on}: reported lost, ${amount} of lot ${event.lot}.`)
    }
    if (variance) {
      counts.push(variance)
      if (variance.agrees === 'no') note('count-differs', event.on, inWords(variance))
    } else if (unexplainedOf(account) < unexplained) {
      note(
        'more-used-than-known',
        event.on,
        `${event.on}: more of it went out than the account had on hand.`,
        'Count what is on hand.',
      )
    }
  }
  longSupplies(accepted, account, protocol, note)
  for (const [day, taken] of takenOn) abovePlan(account, day, taken, note)

  const lots = [...account.lots.values()]
  for (const lot of lots) beyondUse(lot, asOf, note)
  const first = lots.map((lot) => lot.label.on).sort()[0]
  const notReported = first === undefined ? 0 : sum(daysFrom(first, asOf).map((day) => notReportedOn(account, day)))
  if (notReported > 0)
    note(
      'not-reported',
      asOf,
      `${notReported} planned doses have no report: neither taken nor missed.`,
      'Were they taken? A count settles it.',
    )

  const plan = planOn(account, asOf)
  const left = supplyLeft(account, asOf)
  return {
    asOf,
    ...(plan ? { plan } : {}),
    lots: lots.map((lot) => lotBalance(account, lot, asOf)),
    mg: totalMg(account, asOf),
    notReported,
    ...(left
      ? {
          left,
          refill: {
            from: refillDay(asOf, left.days.most, protocol),
            ifAllTaken: refillDay(asOf, left.days.least, protocol),
          },
        }
      : {}),
    counts,
    interlocks,
    notes: notes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    tally: tallyOf(notes),
    refused: [...refused, ...account.refused].sort(byId),
  }
}

/** The whole refusal takes part, so that the order of entry does not show. */
function byId(a: SupplyRefusal, b: SupplyRefusal): number {
  const [x, y] = [a, b].map((r) => `${r.id} ${r.code} ${r.message}`) as [string, string]
  return x < y ? -1 : x > y ? 1 : 0
}

type AddNote = (code: NoteCode, on: string, says: string, ask?: string) => void

const parts = ['dispensed', 'taken', 'returned', 'lost', 'spilled', 'destroyed', 'unexplained'] as const

function lotBalance(account: Account, lot: LotAccount, asOf: string): LotBalance {
  const amounts = Object.fromEntries(parts.map((key) => [key, fromThousandths(lot[key])])) as Record<
    (typeof parts)[number],
    number
  >
  const onHand = {
    least: fromThousandths(leastOnHand(account, lot, asOf)),
    most: fromThousandths(lot.onHand),
  }
  return { label: lot.label, usable: usableOn(lot.label.beyondUse, asOf), ...amounts, onHand }
}

function totalMg(account: Account, asOf: string): Balance {
  const lots = [...account.lots.values()]
  const of = (key: (typeof parts)[number] | 'onHand') =>
    fromMicroMg(sum(lots.map((lot) => mgOf(lot[key], lot.strength))))
  const amounts = Object.fromEntries(parts.map((key) => [key, of(key)])) as Record<(typeof parts)[number], number>
  return { ...amounts, onHand: { least: fromMicroMg(leastMg(account, asOf)), most: of('onHand') } }
}

const unexplainedOf = (account: Account) =>
  sum([...account.lots.values()].map((lot) => mgOf(lot.unexplained, lot.strength)))

/** The count against the account just before it. */
function countOf(account: Account, event: Counted, protocol: Protocol): CountVariance | undefined {
  const lot = account.lots.get(event.lot)
  if (!lot) return undefined
  const counted = thousandths(event.amount)!
  const [least, most] = [leastOnHand(account, lot, event.on), lot.onHand]
  const difference = counted < least ? counted - least : counted > most ? counted - most : 0
  const graduation = thousandths(limitOf(protocol, 'dose.mLIncrement').value)!
  const draws = lot.draws + sum(daysFrom(lot.openFrom, event.on).map((day) => notReportedOn(account, day)))
  const measuring = lot.label.form === 'solution' ? ((draws + 1) * graduation) / 2 : 0
  const off = Math.abs(difference)
  return {
    lot: event.lot,
    on: event.on,
    expected: { least: fromThousandths(least), most: fromThousandths(most) },
    counted: fromThousandths(counted),
    difference: fromThousandths(difference),
    measuring: fromThousandths(measuring),
    agrees: off === 0 ? 'yes' : off <= measuring ? 'within-measuring' : 'no',
  }
}

function inWords({ on, lot, counted, expected, difference }: CountVariance): string {
  const range = expected.least === expected.most ? `${expected.most}` : `${expected.least} to ${expected.most}`
  return `${on}, lot ${lot}: ${counted} counted, ${range} expected, ${Math.abs(difference)} ${difference < 0 ? 'less' : 'more'}.`
}

/** Against what was at home on the evening before, by the plan of the day. */
function earlyRefill(account: Account, { on }: Dispensed, protocol: Protocol, note: AddNote): void {
  const before = daysAfter(on, -1)
  const left = supplyLeft(account, before, on)
  if (!left) return note('without-plan', on, `${on}: dispensed while no dose was prescribed.`)
  const due = { least: refillDay(before, left.days.least, protocol), most: refillDay(before, left.days.most, protocol) }
  if (on < due.least) {
    note(
      'early-refill',
      on,
      `${on}: dispensed with ${left.days.least} d of supply at home; the next was due from ${due.least}.`,
    )
  } else if (on < due.most) {
    const says = `${on}: dispensed with ${left.days.least} to ${left.days.most} d of supply at home, by doses that have no report.`
    note('refill-not-settled', on, says, 'Count what is on hand.')
  }
}

/** The first day that the supply does not cover, less the lead; not before the day after. */
function refillDay(day: string, daysLeft: number, protocol: Protocol): string {
  const lead = Math.floor(limitOf(protocol, 'supply.refill.leadDays').value)
  return daysAfter(day, Math.max(0, daysLeft - lead) + 1)
}

/** What was handed over on one day, in days of the plan. */
function longSupplies(events: readonly SupplyEvent[], account: Account, protocol: Protocol, note: AddNote): void {
  const refused = new Set(account.refused.map((r) => r.id))
  const dispensed = events.filter((e) => e.kind === 'dispensed' && !refused.has(e.id)) as Dispensed[]
  for (const on of new Set(dispensed.map((d) => d.on))) {
    const plan = planOn(account, on)
    if (!plan) continue
    const most = mostDays(plan, protocol)
    const mg = sum(
      dispensed.filter((d) => d.on === on).map((d) => mgOf(thousandths(d.amount)!, thousandths(d.strength)!)),
    )
    const days = mg / (mgOf(thousandths(plan.amount)!, thousandths(plan.strength)!) * plan.timesPerDay)
    if (!(days <= most))
      note('long-supply', on, `${on}: ${Math.round(days * 10) / 10} d of supply dispensed; at most ${most} d.`)
  }
}

/** Settled is said, not assumed: anything but `false` counts as still being found. */
export const mostDays = (plan: Prescribed, protocol: Protocol): number =>
  limitOf(protocol, plan.titrating === false ? 'M13.supply.days' : 'M13.titration.days').value

function abovePlan(account: Account, day: string, taken: readonly Taken[], note: AddNote): void {
  const plan = planOn(account, day)
  const doses = sum(taken.map((t) => t.doses ?? 1))
  const amounts = taken.map((t) => t.amount).join(' + ')
  if (!plan) return note('without-plan', day, `${day}: ${amounts} reported taken while no dose was prescribed.`)
  const large = taken.some((t) => {
    const lot = lotOf(account, t, plan)
    const most = lot
      ? mgOf(thousandths(plan.amount)!, thousandths(plan.strength)!) / lot.strength
      : thousandths(plan.amount)!
    return thousandths(t.amount)! > most * (t.doses ?? 1)
  })
  if (large || doses > plan.timesPerDay)
    note(
      'above-plan',
      day,
      `${day}: ${amounts} reported taken in ${doses} doses; the plan is ${plan.amount}, ${plan.timesPerDay} times a day.`,
    )
}

const lotOf = (account: Account, taken: Taken, plan: Prescribed) =>
  taken.lot === undefined ? [...account.lots.values()].find((lot) => isOf(lot, plan)) : account.lots.get(taken.lot)

function beyondUse(lot: LotAccount, asOf: string, note: AddNote): void {
  if (lot.onHand === 0) return
  const { lot: name, beyondUse: last } = lot.label
  const usable = usableOn(last, asOf)
  const amount = fromThousandths(lot.onHand)
  if (usable === 'no')
    note(
      'past-beyond-use',
      asOf,
      `Lot ${name}: up to ${amount} on hand past its beyond-use date, ${last}; not counted as usable.`,
      'Bring it back.',
    )
  if (usable === 'unknown')
    note('beyond-use-not-known', asOf, `Lot ${name}: no beyond-use date on record.`, 'What does the label say?')
}

function tallyOf(notes: readonly SupplyNote[]): SupplyLedger['tally'] {
  const tally: Partial<Record<NoteCode, number>> = {}
  for (const { code } of notes) tally[code] = (tally[code] ?? 0) + 1
  return tally
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = daysAfter(day, 1)) days.push(day)
  return days
}
