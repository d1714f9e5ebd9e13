/** What a new dispensing may be at most, and from when: the ceiling of supply less what is at home, and the gate of amounts. */
import { daysAfter } from '../calendar.ts'
import { withinCeilings } from '../ceilings.ts'
import type { Protocol } from '../protocol.ts'
import { fromMicroMg, fromThousandths, mgOf, thousandths } from './exact.ts'
import { mostDays } from './ledger.ts'
import type { SupplyLedger } from './ledger.ts'

export interface NextDispensing {
  /** Earliest day; absent where nothing may be dispensed. */
  readonly from?: string
  /** Whole doses, mL or units, and mg of free base, if handed over today; 0 where nothing may be. */
  readonly most: { readonly doses: number; readonly amount: number; readonly mg: number }
  /** Rules that say no. */
  readonly blockedBy: readonly string[]
  readonly because: readonly string[]
}

/**
 * Counted as if no unreported dose had been taken: what may be at home is at home. `weight` in kg, where it is known and valid: without it
 * the gate passes only what the lightest adult may have.
 */
export function nextDispensing(ledger: SupplyLedger, protocol: Protocol, weight?: number): NextDispensing {
  const none = { doses: 0, amount: 0, mg: 0 }
  const { plan, left, refill, asOf } = ledger
  if (!plan || !left || !refill)
    return { most: none, blockedBy: ['T01'], because: ['No dose is prescribed: there is nothing to dispense for.'] }

  const most = mostDays(plan, protocol)
  const dose = thousandths(plan.amount)!
  const strength = thousandths(plan.strength)!
  const mg = fromMicroMg(mgOf(dose, strength))
  const inForce = { mg, timesPerDay: plan.timesPerDay }
  const broken = withinCeilings(
    {
      ...inForce,
      supplyDays: most,
      titrating: plan.titrating !== false,
      before: inForce,
      ...(weight === undefined ? {} : { weight }),
    },
    protocol,
  )
  if (broken.length > 0)
    return { most: none, blockedBy: [...new Set(broken.map((b) => b.rule))], because: broken.map((b) => b.says) }

  const doses = Math.max(0, Math.floor(most) * plan.timesPerDay - left.doses.most)
  const because = [
    `At most ${most} d at home${plan.titrating === false ? '' : ' while the dose is being found'}; up to ${left.doses.most} doses are there.`,
    ...(refill.from > daysAfter(asOf, 1) ? [`The supply lasts: the next is due from ${refill.from}.`] : []),
    ...ledger.notes.filter((n) => n.code === 'past-beyond-use').map((n) => `${n.says} ${n.ask}`),
  ]
  const amount = { doses, amount: fromThousandths(doses * dose), mg: fromMicroMg(mgOf(doses * dose, strength)) }
  return { from: refill.from, most: amount, blockedBy: [], because }
}
