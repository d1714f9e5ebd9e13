/**
 * How treatment may begin again after days without a dose. No source was found that gives a rule for oral ketamine, so the limits are
 * engineering choices, and every answer is for the prescriber: the former dose after a short gap, part of it after a longer
 * one, and after that a first dose under supervision, as for someone new. A gap of unknown length counts as the longest.
 */
import { measurableDose } from '../dose-arithmetic.ts'
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { portionsOf, tidy } from './home-dose.ts'
import type { HomeDose, TaperRefusal } from './home-dose.ts'

export interface RestartRule {
  readonly answer: 'resume' | 'reduce' | 'start-again'
  /** The most that may be offered, mg of free base a dose; 0 where a supervised first dose comes before. */
  readonly mostMg: number
  /** The same in mL or units. */
  readonly mostAmount: number
  /** A prescriber decides, whatever the gap. */
  readonly decides: 'prescriber'
  readonly because: string
  readonly limits: readonly string[]
}

/** `days` without a dose; absent or not a number when it is not known. */
export function afterGap(days: number | undefined, dose: HomeDose, protocol: Protocol): RestartRule | TaperRefusal {
  const read = portionsOf(dose, protocol)
  if ('refused' in read) return read
  const resume = limitOf(protocol, 'gap.resume.days').value
  const reduce = limitOf(protocol, 'gap.reduce.days').value
  const fraction = limitOf(protocol, 'gap.reduce.fraction').value
  const limits = ['gap.resume.days', 'gap.reduce.days', 'gap.reduce.fraction']
  const common = { decides: 'prescriber', limits } as const
  const known = days !== undefined && days >= 0
  const present = dose.form === 'solution' ? dose.mL : dose.units

  if (known && days <= resume) {
    const because = `${days} d without a dose, not above ${resume} d: the former dose, at its planned time; never the missed ones as well.`
    return { ...common, answer: 'resume', mostMg: dose.mg, mostAmount: present, because }
  }
  if (known && days <= reduce) {
    const part = partOf(dose, Math.min(1, fraction), protocol)
    if (part.mg > 0) {
      const because = `${days} d without a dose, not above ${reduce} d: at most ${part.mg} mg a dose, then steps as in titration.`
      return { ...common, answer: 'reduce', mostMg: part.mg, mostAmount: part.amount, because }
    }
  }
  const why = known ? `${days} d without a dose` : 'How long no dose was taken is not known'
  const because = `${why}: a supervised first dose, then titration from the start.`
  return { ...common, answer: 'start-again', mostMg: 0, mostAmount: 0, because }
}

/** The part of the dose that can be measured, rounded down; nothing where none can. */
function partOf(dose: HomeDose, fraction: number, protocol: Protocol): { mg: number; amount: number } {
  if (dose.form === 'solution') {
    const part = measurableDose(dose.mg * fraction, dose.strength, protocol)
    return 'refused' in part ? { mg: 0, amount: 0 } : { mg: part.mg, amount: part.mL }
  }
  const units = Math.floor(dose.units * fraction + 1e-9)
  return { mg: tidy(units * dose.strength), amount: units }
}
