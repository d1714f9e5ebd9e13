/**
 * What to do when a dose was not taken at its time: take this one, leave it out, or ask. Never two for one (T06), and never two closer
 * together than `missed.leastInterval.hours`. Hours are real hours between instants; times of day are those of `now`'s offset, so a
 * change of the clock shifts the plan and not the interval. Hazard: H18. For the signed plan's words, not a dose of its own.
 */
import { limitOf } from '../options/limit.ts'
import type { Protocol } from '../protocol.ts'
import { portionsOf, refuse } from './home-dose.ts'
import type { HomeDose, TaperRefusal } from './home-dose.ts'

export interface DosePlan {
  readonly dose: HomeDose
  /** Local times of day, `HH:MM`, one for each dose. */
  readonly times: readonly string[]
}

export interface MissedAdvice {
  /** `take`: this dose, as planned. `skip`: leave it out and go on. `wait`: nothing is due. `ask`: call before any dose. */
  readonly answer: 'take' | 'skip' | 'wait' | 'ask'
  /** Doses to be taken now: one at most. */
  readonly doses: 0 | 1
  /** mg of free base now */
  readonly mg: number
  /** The next planned dose, ISO date-time in the offset of `now`; absent when a person must answer first. */
  readonly next?: string
  readonly because: string
}

const HOUR = 3_600_000
const MINUTE = 60_000

/** `lastTaken` and `now` are ISO date-times with an offset; `lastTaken` absent when it is not known. */
export function afterMissed(
  plan: DosePlan,
  lastTaken: string | undefined,
  now: string,
  protocol: Protocol,
): MissedAdvice | TaperRefusal {
  const read = portionsOf(plan.dose, protocol)
  if ('refused' in read) return read
  const minutes = plan.times.map(minuteOfDay).sort((a, b) => a - b)
  if (
    minutes.length !== plan.dose.timesPerDay ||
    new Set(minutes).size !== minutes.length ||
    minutes.some(Number.isNaN)
  )
    return refuse(
      'times',
      `Times ${plan.times.join(', ')}: expected ${plan.dose.timesPerDay} different times of day, HH:MM.`,
    )
  const at = instant(now)
  if (!at) return refuse('now', `Now ${JSON.stringify(now)}: expected an ISO date-time with its offset.`)
  if (lastTaken === undefined) return ask('When the last dose was taken is not known; taking another could make two.')
  const last = instant(lastTaken)
  if (!last)
    return refuse('last-taken', `Last taken ${JSON.stringify(lastTaken)}: expected an ISO date-time with its offset.`)
  const since = (at.utc - last.utc) / HOUR
  if (!(since >= 0)) return refuse('last-taken', `Last taken ${lastTaken}: expected not later than now, ${now}.`)

  const resume = limitOf(protocol, 'gap.resume.days').value * 24
  if (since > resume) return ask(`${round(since)} h without a dose: how to begin again is decided by the prescriber.`)

  const { due, next } = around(at, minutes)
  const late = (at.utc - due) / HOUR
  const grace = limitOf(protocol, 'missed.after.hours').value
  const least = limitOf(protocol, 'missed.leastInterval.hours').value
  const goOn = { doses: 0, mg: 0, next: local(next, at.offset) } as const
  const nextTooSoon = (next - last.utc) / HOUR < least
  if (nextTooSoon) return ask(`The next planned dose would come less than ${least} h after the last one.`)
  // A dose taken up to `grace` before its time was that dose, taken early.
  if (last.utc >= due - grace * HOUR)
    return { answer: 'wait', ...goOn, because: 'The dose of this time has been taken. The next is at its own time.' }
  // Taken late, it may not crowd the next one.
  if (late <= grace && since >= least && (next - at.utc) / HOUR >= least)
    return {
      answer: 'take',
      doses: 1,
      mg: plan.dose.mg,
      next: local(next, at.offset),
      because: `It is within ${grace} h of its time: take it, once. Never double.`,
    }
  return {
    answer: 'skip',
    ...goOn,
    because: `A missed dose is left out. Take the next at its time, the usual amount: never double.`,
  }
}

const ask = (because: string): MissedAdvice => ({ answer: 'ask', doses: 0, mg: 0, because: `${because} Ask first.` })

/** The last planned time not after `at`, and the first one after it. */
function around({ utc, offset }: Instant, minutes: readonly number[]): { due: number; next: number } {
  const midnight = Math.floor((utc + offset) / (24 * HOUR)) * 24 * HOUR - offset
  const times = [-1, 0, 1].flatMap((day) => minutes.map((m) => midnight + day * 24 * HOUR + m * MINUTE))
  return { due: times.filter((t) => t <= utc).at(-1)!, next: times.find((t) => t > utc)! }
}

interface Instant {
  readonly utc: number
  /** ms east of UTC */
  readonly offset: number
}

function instant(text: string): Instant | undefined {
  const [, sign, hours, minutes, zulu] =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:([+-])(\d{2}):(\d{2})|(Z))$/.exec(text) ?? []
  const utc = Date.parse(text)
  if ((sign === undefined && zulu === undefined) || !Number.isFinite(utc)) return undefined
  const east = zulu ? 0 : (Number(hours) * 60 + Number(minutes)) * MINUTE
  return { utc, offset: sign === '-' ? -east : east }
}

function minuteOfDay(text: string): number {
  const [, h, m] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return h === undefined ? NaN : Number(h) * 60 + Number(m)
}

function local(utc: number, offset: number): string {
  const east = Math.abs(offset) / MINUTE
  const two = (n: number) => String(n).padStart(2, '0')
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`
  return `${new Date(utc + offset).toISOString().slice(0, 19)}${zone}`
}

const round = (x: number) => Math.round(x * 10) / 10
