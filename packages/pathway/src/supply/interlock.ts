/** A change of what is handed over is a change of dose (T01): what changed, from what, and on which day. */
import type { Dispensed, Prescribed } from './events.ts'

export interface Interlock {
  readonly rule: 'T01'
  readonly id: string
  readonly on: string
  readonly changed: readonly ('strength' | 'form' | 'formulation' | 'pharmacy' | 'lot')[]
  readonly says: string
}

/** Against all that was handed over on the day of dispensing before; nothing for the first. */
export function changeOf(now: Dispensed, before: readonly Dispensed[]): Interlock | undefined {
  if (before.length === 0) return undefined
  const keys = ['strength', 'form', 'formulation', 'pharmacy', 'lot'] as const
  const changed = keys.filter((key) => !before.some((b) => b[key] === now[key]))
  if (changed.length === 0) return undefined
  const said = changed.map((key) => `${key} ${[...new Set(before.map((b) => b[key]))].join(' and ')} → ${now[key]}`)
  return {
    rule: 'T01',
    id: now.id,
    on: now.on,
    changed,
    says: `${now.on}, lot ${now.lot}: ${said.join('; ')}. This counts as a change of dose: check mg, amount and strength against the label.`,
  }
}

/** What is handed over is not of the strength or form prescribed. */
export function mismatchOf(now: Dispensed, plan: Prescribed | undefined): Interlock | undefined {
  if (!plan) return undefined
  const changed = (['strength', 'form'] as const).filter((key) => now[key] !== plan[key])
  if (changed.length === 0) return undefined
  const said = changed.map((key) => `${key} ${now[key]}, prescribed ${plan[key]}`)
  const says = `${now.on}, lot ${now.lot}: ${said.join('; ')}. The amounts of the plan do not fit this lot.`
  return { rule: 'T01', id: now.id, on: now.on, changed, says }
}
