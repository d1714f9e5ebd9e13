/** The checker: every sequence of letters to a depth, breadth first, so that what it finds first is shortest; and random ones. */
import type { Protocol } from '../protocol.ts'
import { seeded } from '../random-case.fixture.ts'
import { letters, roots, timed } from './alphabet.fixture.ts'
import type { Letter, Timed } from './alphabet.fixture.ts'
import type { Course } from './course.ts'
import { refer } from './course.ts'
import type { CourseEvent } from './event.ts'
import { broken } from './invariants.fixture.ts'
import { isRefused, next } from './next.ts'
import type { Machine } from './next.ts'
import { judgePressure } from './pressure.ts'

export interface Counterexample {
  readonly broken: string
  readonly path: readonly string[]
}
export interface Explored {
  readonly states: number
  readonly transitions: number
  readonly refusals: number
  readonly found?: Counterexample
}

/** Follows the events one by one; a refused one changes nothing and ends the letter. */
function follow(course: Course, events: readonly Timed[], protocol: Protocol, by: Machine) {
  let at = course
  let refusals = 0
  for (const one of events) {
    const event = timed(at, one)
    const after = next(at, event, protocol, by)
    if (isRefused(after)) {
      refusals += 1
      break
    }
    const promise = broken(at, event, after, protocol, by)
    if (promise !== undefined) return { course: after, refusals, broken: promise }
    at = after
  }
  return { course: at, refusals, broken: undefined }
}

/** All sequences of at most `depth` letters after a root. */
export function explore(root: string, depth: number, protocol: Protocol, by: Machine): Explored {
  const start = follow(refer(0), roots[root]!, protocol, by)
  if (start.broken !== undefined)
    return { states: 1, transitions: 0, refusals: 0, found: { broken: start.broken, path: [root] } }
  interface Node {
    readonly course: Course
    readonly letter: string
    readonly from?: Node
  }
  let frontier: Node[] = [{ course: start.course, letter: root }]
  const seen = new Set([keyOf(start.course, protocol)])
  let transitions = 0
  let refusals = 0
  for (let d = 0; d < depth && frontier.length > 0; d += 1) {
    const found: Node[] = []
    for (const node of frontier) {
      for (const letter of letters) {
        const after = follow(node.course, letter.events(node.course), protocol, by)
        transitions += 1
        refusals += after.refusals
        if (after.broken !== undefined) {
          const path: string[] = [letter.name]
          for (let n: Node | undefined = node; n !== undefined; n = n.from) path.unshift(n.letter)
          return { states: seen.size, transitions, refusals, found: { broken: after.broken, path } }
        }
        const key = keyOf(after.course, protocol)
        if (seen.has(key)) continue
        seen.add(key)
        found.push({ course: after.course, letter: letter.name, from: node })
      }
    }
    frontier = found
  }
  return { states: seen.size, transitions, refusals }
}

/**
 * Two courses with the same key have the same future: what only grows is left out or cut where no guard can tell the
 * difference any more (ages in h beyond every limit are one age). Of alerts no guard reads more than whether there is one, and
 * nothing reads the cumulative dose but the marks that raise one.
 */
function keyOf(c: Course, protocol: Protocol): string {
  const age = (t: number | undefined, most: number) => (t === undefined ? '-' : Math.min(c.at - t, most * 24))
  const ahead = (t: number | undefined) => (t === undefined ? '-' : t - c.at)
  const { dose, test, pressure } = c
  return [
    c.phase,
    c.phase === 'follow-up' ? age(c.since, 57) : 0,
    age(c.assessedAt, 184),
    c.weight,
    c.slow,
    test && [
      test.dischargedAt === undefined,
      test.observations.map((o) => `${o.minute} ${o.systolic} ${o.dissociation}`),
    ],
    age(c.toleratedAt, 91),
    dose && [dose.mg, dose.timesPerDay],
    age(c.startedAt, 85),
    age(c.changedAt, 29),
    Math.min(c.limitedSteps, 2),
    c.stepLimited,
    pressure && [age(pressure.at, 32), judgePressure(pressure, protocol), pressure.at > (c.changedAt ?? NaN)],
    c.highReadings.filter((t) => c.at - t <= 31 * 24).length,
    c.evaluation && [
      age(c.evaluation.at, 32),
      c.evaluation.adequate,
      c.evaluation.response.responder,
      Math.min(c.evaluation.at - (c.changedAt ?? NaN), 28 * 24),
    ],
    age(c.benefitAt, 92),
    c.findings.map((f) => [f.id, f.kind, ahead(f.until), ahead(f.override?.until)]),
    c.alerts.some((a) => a.kind === 'relapse'),
    c.alerts.length > 0,
  ].join('|')
}

/** Random letters, and random events with absurd values between them. Same seed, same sequences. */
export function wander(seed: number, sequences: number, length: number, protocol: Protocol, by: Machine): Explored {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const starts = Object.values(roots)
  const hopeful = letters.filter((l) => /clear|watched and|start 10|\+10|124|sign|wait|: response/.test(l.name))
  let transitions = 0
  let refusals = 0
  for (let s = 0; s < sequences; s += 1) {
    let { course } = follow(refer(0), random() < 0.5 ? [] : pick(starts), protocol, by)
    const path: string[] = [`seed ${seed}, sequence ${s}`]
    for (let i = 0; i < length; i += 1) {
      const letter: Letter = random() < 0.2 ? absurd(random) : random() < 0.5 ? pick(hopeful) : pick(letters)
      const after = follow(course, letter.events(course), protocol, by)
      path.push(letter.name)
      transitions += 1
      refusals += after.refusals
      if (after.broken !== undefined) return { states: s, transitions, refusals, found: { broken: after.broken, path } }
      course = after.course
    }
  }
  return { states: sequences, transitions, refusals }
}

/** One event with values that no letter has: not numbers, negative, huge, late, nameless. */
function absurd(random: () => number): Letter {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const number = () => pick([NaN, -1, 0, 0.1, 5, 10, 20, 30, 60, 101, 201, 1e9, Infinity])
  const after = pick([0, 0.5, 24, 71, 72, 73, 168, 1000, -24, NaN, Infinity])
  const by = { name: pick(['Dr A. Example', '', ' ']), role: pick(['prescriber', 'clinical-lead'] as const) }
  const order = { mg: number(), timesPerDay: number(), supplyDays: number() }
  const events: readonly ((c: Course) => Omit<CourseEvent, 'at'>)[] = [
    () => ({
      what: 'signed',
      option: pick(['start', 'step', 'hold', 'reduce', 'taper', 'test-dose'] as const),
      by,
      order,
    }),
    () => ({ what: 'pressure', systolic: number(), diastolic: number() }),
    () => ({ what: 'missed-doses', days: number() }),
    () => ({ what: 'assessed', findings: [], weight: number(), slow: random() < 0.5 }),
    () => ({
      what: 'evaluated',
      baseline: { pain: number() },
      now: { pain: number() },
      goal: { name: 'x', met: true },
    }),
    () => ({
      what: 'observed',
      minute: number(),
      systolic: number(),
      diastolic: number(),
      sedation: 'none',
      dissociation: 'mild',
    }),
    () => ({ what: 'discharged', by: by.name, adultPresent: random() < 0.5 }),
    (c) => ({
      what: 'override',
      finding: pick(c.findings)?.id ?? '',
      by,
      because: pick(['', 'seen']),
      until: c.at + number(),
    }),
    (c) => ({ what: 'resolved', finding: pick(c.findings)?.id ?? '', by, because: pick(['', 'seen']) }),
    () => ({ what: 'harm', rule: pick(['M05', 'M09', 'X99', 'S06']), ...(random() < 0.5 && { emergency: false }) }),
    () => ({ what: 'day' }),
  ]
  const made = pick(events)
  return { name: `absurd, after ${after} h`, events: (c) => [[after, made(c) as Timed[1]]] }
}
