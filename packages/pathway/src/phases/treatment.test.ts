import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { clear, discharged, evaluated, goodTest, observed, quiet, sign } from './alphabet.fixture.ts'
import type { Timed } from './alphabet.fixture.ts'
import { after, alerts, at, open, start, verdict } from './course.fixture.ts'
import { dischargeCriteria, plannedMinutes } from './test-dose.ts'
import type { Severity } from './event.ts'

const day = 24
const given = after(start, [0, clear], sign('test-dose', 10, 1))
const unmet = (...rounds: readonly Timed[]) =>
  dischargeCriteria(
    rounds.map(([, o]) => o as { minute: number }),
    true,
    protocol,
  )
    .filter((c) => !c.met)
    .map((c) => c.criterion)
const home = (minute: number, change: object): Timed => [
  0,
  { ...(observed(minute, quiet)[1] as object), ...change } as Timed[1],
]

it('[PH3] a test dose is watched at 0, 30, 60 and 120 min, and each round must be complete', () => {
  expect(plannedMinutes(protocol)).toEqual([0, 30, 60, 120])
  expect(unmet(...goodTest)).toEqual([])
  for (let i = 0; i < 4; i += 1) expect(unmet(...goodTest.filter((_, k) => k !== i))).toContain('rounds')
  expect(unmet()).toEqual(['rounds', 'pressure-peak', 'pressure-rise', 'pressure-now', 'dissociation', 'sedation'])
  expect(unmet(...goodTest.slice(0, 3), observed(119, quiet))).toContain('rounds')
  expect(unmet(goodTest[0]!, observed(40, quiet), observed(50, quiet), goodTest[3]!)).toEqual([])
  expect(unmet(goodTest[0]!, observed(41, quiet), observed(60, quiet), goodTest[3]!)).toContain('rounds')
})

it('[PH3] nobody goes home above a limit, affected, unseen or alone', () => {
  const last = (change: object) => unmet(...goodTest.slice(0, 3), home(120, change))
  const second = (change: object) => unmet(goodTest[0]!, home(30, change), ...goodTest.slice(2))
  expect(second({ systolic: 179, diastolic: 109 })).toEqual([])
  expect(second({ systolic: 180 })).toEqual(['pressure-peak'])
  expect(second({ diastolic: 110 })).toEqual(['pressure-peak'])
  expect(second({ systolic: NaN })).toEqual(['rounds', 'pressure-peak'])
  expect(last({ systolic: 150, diastolic: 100 })).toEqual([])
  expect(last({ systolic: 151 })).toEqual(['pressure-now'])
  expect(last({ diastolic: 101 })).toEqual(['pressure-now'])
  expect(last({ systolic: 154 })).toEqual(['pressure-rise', 'pressure-now'])
  for (const effect of ['dissociation', 'sedation'] as const) {
    expect(last({ [effect]: 'mild' })).toEqual([])
    for (const severity of ['moderate', 'severe', 'odd']) expect(last({ [effect]: severity })).toContain(effect)
    expect(last({ [effect]: undefined })).toContain(effect)
  }
  const watched = after(given, ...goodTest)
  for (const adultPresent of [false, undefined])
    expect(
      verdict(watched, [2, { what: 'discharged', by: 'N.', ...(adultPresent !== undefined && { adultPresent }) }]),
    ).toBe('fitToGoHome')
  expect(verdict(watched, [2, { what: 'discharged', by: '', adultPresent: true }])).toBe('named')
  expect(verdict(watched, discharged)).toBe('accepted')
})

it('[PH4] a severe effect at any round is not tolerated; a tolerated dose opens a start for 90 d', () => {
  const tested = after(given, ...goodTest, discharged)
  expect(verdict(tested, sign('start', 10))).toBe('accepted')
  const wait = (days: number) => after(tested, [days * day - 2, { what: 'day' }], [0, clear])
  expect(verdict(wait(90), sign('start', 10))).toBe('accepted')
  expect(verdict(wait(91), sign('start', 10))).toBe('tolerated')
  expect(verdict(wait(91), sign('test-dose', 10, 1))).toBe('accepted')
  const severe = after(given, goodTest[0]!, home(30, { dissociation: 'severe' }), ...goodTest.slice(2), discharged)
  expect([severe.toleratedAt, open(severe)]).toEqual([undefined, ['T04 stop']])
  expect(verdict(severe, sign('test-dose', 10, 1))).toBe('nothingOpen')
  expect(verdict(given, sign('start', 10))).toBe('tolerated')
})

it('[PH4] the test dose and the start are of their size, half for the old, the frail and the unknown', () => {
  const assessed = (change: object) => after(start, [0, { ...clear, ...change } as Timed[1]])
  const sizes = (course: typeof start, mg: number, times = 1) => verdict(course, sign('test-dose', mg, times))
  const cases = [
    sizes(assessed({}), 10),
    sizes(assessed({}), 10.1),
    sizes(assessed({}), 5, 2),
    sizes(assessed({}), NaN),
  ]
  expect(cases).toEqual(['accepted', 'testDoseSize', 'testDoseSize', 'testDoseSize'])
  expect([sizes(assessed({ slow: true }), 5), sizes(assessed({ slow: undefined }), 5.1)]).toEqual([
    'accepted',
    'testDoseSize',
  ])
  const tested = after(given, ...goodTest, discharged)
  expect([verdict(tested, sign('start', 10, 4)), verdict(tested, sign('start', 10.1))]).toEqual([
    'startSize',
    'startSize',
  ])
  expect(verdict(after(tested, [0, { ...clear, slow: true } as Timed[1]]), sign('start', 10))).toBe('startSize')
})

const ready = after(at('first doses'), [72, { what: 'pressure', ...quiet }], [0, clear])

it('[PH5] a step needs a signature, a fresh assessment, nothing open, a pressure on this dose, the interval, every ceiling', () => {
  const step = sign('step', 20)
  expect(verdict(ready, step)).toBe('accepted')
  expect(verdict(ready, sign('step', 20, 3, 7, { name: 'N.', role: 'nurse' as 'prescriber' }))).toBe('signed')
  expect(verdict(after(ready, [7 * day + 1, { what: 'day' }]), step)).toBe('assessed')
  for (const kind of ['hold', 'stop', 'missing'] as const)
    expect(
      verdict(
        after(ready, [0, { what: 'assessed', findings: [{ rule: 'M05', kind }], weight: 30, slow: false }]),
        step,
      ),
    ).toBe('nothingOpen')
  expect(
    verdict(
      after(ready, [0, { what: 'assessed', findings: [{ rule: 'I09', kind: 'caution' }], weight: 30, slow: false }]),
      step,
    ),
  ).toBe('accepted')
  expect(verdict(after(at('first doses'), [72, clear]), step)).toBe('pressureSinceChange')
  expect(verdict(after(ready, [32 * day, clear]), step)).toBe('pressureSinceChange')
  expect(verdict(after(at('first doses'), [71, { what: 'pressure', ...quiet }]), step)).toBe('withinCeilings')
  expect(verdict(after(ready, [0, { ...clear, slow: true } as Timed[1]]), step)).toBe('withinCeilings')
  expect(verdict(after(ready, [0, { what: 'assessed', findings: [], slow: false }]), step)).toBe('withinCeilings')
  for (const mg of [20.1, 30, NaN, Infinity]) expect(verdict(ready, sign('step', mg))).toMatch(/withinCeilings|goesUp/)
  expect(verdict(ready, sign('step', 20, 3, 8))).toBe('withinCeilings')
  expect([
    verdict(ready, sign('step', 10)),
    verdict(ready, sign('step', 5)),
    verdict(ready, sign('step', 20, 2)),
  ]).toEqual(['goesUp', 'goesUp', 'goesUp'])
})

it('[PH5] no step after eight weeks; out of maintenance a step opens a new trial', () => {
  const weeks = (n: number) => after(at('first doses'), [n * 168, { what: 'pressure', ...quiet }], [0, clear])
  expect(verdict(weeks(7), sign('step', 20))).toBe('accepted')
  const over = weeks(8)
  expect([open(over), alerts(over), verdict(over, sign('step', 20))]).toEqual([
    ['S01 hold'],
    ['decision'],
    'nothingOpen',
  ])
  const again = after(at('maintenance'), [1, { what: 'pressure', ...quiet }], sign('step', 20))
  expect(again).toMatchObject({ phase: 'titration', startedAt: again.at })
  expect(verdict(after(again, sign('evaluate')), sign('maintain'))).toBe('responder')
})

it('[PH6] adverse effects: moderate holds a step for 7 d, severe stops, unknown holds and calls', () => {
  const hurt = (severity?: Severity) => after(ready, [0, { what: 'adverse-effect', ...(severity && { severity }) }])
  expect([open(hurt('none')), open(hurt('mild'))]).toEqual([[], []])
  expect([open(hurt('moderate')), alerts(hurt('moderate'))]).toEqual([['T04 hold'], []])
  expect([open(hurt()), alerts(hurt())]).toEqual([['T04 hold'], ['adverse-effect']])
  expect([open(hurt('severe')), alerts(hurt('severe'))]).toEqual([['T04 stop'], ['adverse-effect']])
  const later = (hours: number) => verdict(after(hurt('moderate'), [hours, clear]), sign('step', 20))
  expect([later(167), later(168)]).toEqual(['nothingOpen', 'accepted'])
  expect(verdict(hurt('severe'), sign('hold', 10))).toBe('noStop')
  expect(verdict(hurt('severe'), sign('taper', 5))).toBe('accepted')
  // A milder or shorter one afterwards does not soften what is open.
  expect(open(after(hurt('severe'), [0, { what: 'adverse-effect', severity: 'moderate' }]))).toEqual(['T04 stop'])
})

it('[PH6] after two steps that ended in adverse effects the dose is not chased', () => {
  const limited = (course: typeof start) =>
    after(
      course,
      [1, { what: 'adverse-effect', severity: 'moderate' }],
      [1, { what: 'adverse-effect', severity: 'moderate' }],
      [169, { what: 'pressure', ...quiet }],
      [0, { ...clear, weight: 80 } as Timed[1]],
    )
  const once = limited(at('first doses'))
  expect([once.limitedSteps, verdict(once, sign('step', 15))]).toEqual([1, 'accepted'])
  const twice = limited(after(once, sign('step', 15)))
  expect([twice.limitedSteps, verdict(twice, sign('step', 20))]).toEqual([2, 'notChasing'])
})

it('[PH7] pressure: unknown and high hold, twice very high stops, within the limits ends a hold and never a stop', () => {
  const read = (...readings: (readonly (number | undefined)[])[]) =>
    after(
      at('maintenance'),
      ...readings.map(([systolic, diastolic]): Timed => [
        1,
        {
          what: 'pressure',
          ...(systolic !== undefined && { systolic }),
          ...(diastolic !== undefined && { diastolic }),
        },
      ]),
    )
  expect(open(read([150, 99]))).toEqual([])
  const absurd: (readonly (number | undefined)[])[] = [
    [],
    [120],
    [undefined, 80],
    [NaN, 80],
    [40, 30],
    [80, 90],
    [120, 0],
  ]
  for (const odd of absurd) expect([odd, open(read(odd))]).toEqual([odd, ['M08 hold']])
  expect([open(read([151, 90])), open(read([170])), open(read([150, 101]))]).toEqual([
    ['M08 hold'],
    ['M08 hold'],
    ['M08 hold'],
  ])
  expect(open(read([160, 90], [120, 80]))).toEqual([])
  expect(open(read([160, 90], [120, 80], [120, 100]))).toEqual(['M08 stop'])
  expect(open(read([160, 90], [160, 90], [120, 80]))).toEqual(['M08 stop'])
  expect(open(read([181, 90], [120, 80]))).toEqual(['T03 hold'])
  const apart = after(read([160, 90]), [32 * day, { what: 'pressure', systolic: 160, diastolic: 90 }])
  expect(open(apart)).toEqual(['M08 hold'])
})

it('[PH8] doses missed for three days or for nobody knows how long lapse, and start again from the first dose', () => {
  const missed = (days?: number) =>
    after(at('maintenance'), [0, { what: 'missed-doses', ...(days !== undefined && { days }) }], [0, clear])
  expect(missed(2.9)).toMatchObject({ phase: 'maintenance', dose: { mg: 10 } })
  for (const days of [3, 40, NaN, -1, undefined]) {
    const lapsed = missed(days)
    expect([lapsed.dose, alerts(lapsed)]).toEqual([undefined, ['gap']])
    expect(verdict(lapsed, sign('hold', 10))).toBe('doseInForce')
    expect(verdict(lapsed, sign('start', 20))).toBe('startSize')
    expect(after(lapsed, sign('start', 10))).toMatchObject({ phase: 'titration', startedAt: lapsed.at })
  }
  expect(verdict(at('maintenance'), sign('start', 10))).toBe('lapsed')
})

it('[PH8] after a gap so long that the last dose no longer counts, a test dose comes first', () => {
  const gap = (days: number) => after(at('the gate'), [0, { what: 'missed-doses', days }], [0, clear])
  expect(gap(4).toleratedAt).toBe(gap(4).at - 4 * day)
  const long = after(at('a response shown'), [70 * day, { what: 'missed-doses' }], [0, clear])
  expect(verdict(long, sign('start', 10))).toBe('nothingOpen')
  const waived = after(long, [
    0,
    {
      what: 'override',
      finding: 'course:S01',
      by: { name: 'L.', role: 'clinical-lead' },
      because: 'a new trial',
      until: long.at + day,
    },
  ])
  expect(verdict(waived, sign('start', 10))).toBe('tolerated')
})

const waiting = after(at('first doses'), sign('evaluate'))
it('[PH10] maintenance takes an adequate trial of this dose and a response', () => {
  const judged = (days: number, event = evaluated(5.6, true)) => after(waiting, [days * day, event], [0, clear])
  expect(verdict(waiting, sign('maintain'))).toBe('responder')
  expect(verdict(judged(27.9), sign('maintain'))).toBe('responder')
  expect(verdict(judged(28), sign('maintain'))).toBe('accepted')
  for (const event of [evaluated(5.7, true), evaluated(4, false), evaluated(undefined, true)])
    expect(verdict(judged(28, event), sign('maintain'))).not.toBe('accepted')
  const stale = after(judged(28), [32 * day, clear])
  expect(verdict(stale, sign('maintain'))).toBe('responder')
  const reduced = after(judged(28), sign('reduce', 5))
  expect(verdict(reduced, sign('maintain'))).toBe('responder')
  // In titration the trial has not begun.
  const early = after(at('first doses'), [29 * day, evaluated(4, true)])
  expect(early.evaluation).toMatchObject({ adequate: false })
  expect(verdict(after(early, sign('evaluate'), [0, clear]), sign('maintain'))).toBe('responder')
})

it('[PH11] no response after an adequate trial stops; benefit only in mood is named', () => {
  const failed = after(waiting, [
    28 * day,
    { ...evaluated(7, false), baseline: { pain: 8, PHQ9: 18 }, now: { pain: 7, PHQ9: 8 } } as Timed[1],
  ])
  expect([open(failed), alerts(failed)]).toEqual([['S01 stop'], ['mood-only', 'no-benefit']])
  expect([verdict(failed, sign('hold', 10)), verdict(failed, sign('taper', 5))]).toEqual(['noStop', 'accepted'])
  const unknown = after(waiting, [28 * day, evaluated(undefined, true)])
  expect([open(unknown), alerts(unknown)]).toEqual([[], []])
  expect(open(after(waiting, [20 * day, evaluated(7, false)]))).toEqual([])
})

it('[PH12] the gate: after three months the dose goes on only when benefit was shown again', () => {
  const on = at('maintenance')
  const hold = sign('hold', 10, 3, 28)
  const early = after(on, [91 * day - 2, { what: 'day' }])
  expect([verdict(early, hold), open(early)]).toEqual(['accepted', []])
  const due = at('the gate')
  expect([open(due), alerts(due)]).toEqual([['S03 hold'], ['gate']])
  expect(verdict(after(due, [1, { what: 'day' }]), hold)).toBe('gatePassed')
  expect(verdict(after(due, [1, evaluated(undefined, true)]), hold)).toBe('gatePassed')
  const passed = after(due, [1, evaluated(4, true)])
  expect([open(passed), alerts(passed), verdict(passed, hold)]).toEqual([[], [], 'accepted'])
  const waived = after(due, [
    1,
    {
      what: 'override',
      finding: 'course:S03',
      by: { name: 'L.', role: 'clinical-lead' },
      because: 'clinic closed',
      until: due.at + 8 * day,
    },
  ])
  expect([verdict(waived, hold), verdict(after(waived, [8 * day, { what: 'day' }]), hold)]).toEqual([
    'accepted',
    'gatePassed',
  ])
  expect([verdict(due, sign('reduce', 5)), verdict(due, sign('taper', 5))]).toEqual(['accepted', 'accepted'])
})

it('[PH12] a trial without an answer does not go on past its latest end', () => {
  const hold = sign('hold', 10)
  const week = (n: number) => after(waiting, [n * 168, { what: 'day' }])
  expect([verdict(week(12), hold), verdict(week(12.1), hold)]).toEqual(['accepted', 'gatePassed'])
  expect(verdict(week(12.1), sign('taper', 5))).toBe('accepted')
})

it('[PH13] reducing and tapering only go down, and going on is the same dose', () => {
  const on = at('maintenance')
  for (const option of ['reduce', 'taper'] as const) {
    expect(verdict(on, sign(option, 9))).toBe('accepted')
    for (const [mg, times] of [
      [10, 3],
      [11, 2],
      [9, 4],
      [0, 3],
      [-1, 3],
      [NaN, 3],
      [5, NaN],
    ] as const)
      expect([mg, times, verdict(on, sign(option, mg, times))]).toEqual([mg, times, 'goesDown'])
  }
  const taper = at('taper')
  expect([verdict(taper, sign('hold', 5)), verdict(taper, sign('hold', 6)), verdict(taper, sign('step', 10))]).toEqual([
    'accepted',
    'sameDose',
    'no-arrow',
  ])
  expect(after(taper, sign('taper', 2))).toMatchObject({ phase: 'taper', dose: { mg: 2 } })
  const emergency = after(on, [0, { what: 'assessed', findings: [{ rule: 'M05', kind: 'stop' }] }])
  expect(verdict(emergency, sign('taper', 5))).toBe('noEmergency')
})
