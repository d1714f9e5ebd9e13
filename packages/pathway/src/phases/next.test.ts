import { expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { clear, lead, prescriber, quiet, sign, timed } from './alphabet.fixture.ts'
import type { Timed } from './alphabet.fixture.ts'
import { after, alerts, at, open, start, verdict } from './course.fixture.ts'
import { hourOf } from './event.ts'
import { next } from './next.ts'
import { openFindings } from './open-findings.ts'

const day = 24

it('[PH1] a refusal says which guard, why, what is expected and which rules, and changes nothing', () => {
  const event = timed(start, sign('start', 10))
  expect(next(start, event, protocol)).toEqual({
    refused: {
      code: 'no-arrow',
      what: 'start',
      because: 'Nothing is drawn for "start" in the phase assessment.',
      expected: 'the phase test-dose, titration, evaluation, maintenance',
      rules: [],
    },
  })
  expect(next(start, timed(start, sign('test-dose', 10, 1)), protocol)).toMatchObject({
    refused: {
      code: 'assessed',
      because: 'There is no assessment, or it is old.',
      rules: ['OP3', 'OP5', 'T02', 'CE0'],
    },
  })
})

it('[PH2] a decision dated before the last event, or without a date, is refused', () => {
  for (const late of [-1, NaN, Infinity, -Infinity]) {
    expect(verdict(start, [late, clear])).toBe('inOrder')
    expect(verdict(at('maintenance'), [late, sign('reduce', 5)[1]])).toBe('inOrder')
  }
  expect(verdict(start, [0, clear])).toBe('accepted')
})

it('[PH2] a fact is never refused; late, it counts as of now, and only as bad news', () => {
  const facts: Timed[1][] = [
    { what: 'adverse-effect' },
    { what: 'pressure' },
    { what: 'missed-doses' },
    { what: 'harm', rule: '' },
    { what: 'diary' },
    { what: 'observed', minute: NaN },
    { what: 'stopped', because: '' },
    { what: 'day' },
  ]
  for (const fact of facts)
    for (const root of ['referral', 'maintenance', 'after the last dose'])
      for (const when of [0, -5, NaN]) expect(verdict(at(root), [when, fact])).toBe('accepted')
  const held = after(at('maintenance'), [1, { what: 'pressure', systolic: 155, diastolic: 90 }])
  expect(open(after(held, [-1, { what: 'pressure', ...quiet }]))).toEqual(['M08 hold'])
  expect(open(after(held, [1, { what: 'pressure', ...quiet }]))).toEqual([])
  expect(open(after(at('maintenance'), [-1, { what: 'pressure', systolic: 155, diastolic: 90 }]))).toEqual(['M08 hold'])
})

it('[PH14] harm ends dosing at once, unless it is known not to', () => {
  for (const rule of ['M02', 'M05', 'M06', 'S06', 'E15', 'X99', ''])
    expect(after(at('first doses'), [1, { what: 'harm', rule, emergency: false }])).toMatchObject({
      phase: 'follow-up',
    })
  const ended = after(at('maintenance'), [1, { what: 'harm', rule: 'M05', emergency: false }])
  expect(ended.dose).toBeUndefined()
  expect([open(ended), alerts(ended)]).toEqual([['M05 stop'], ['harm']])
  expect(after(at('maintenance'), [1, { what: 'harm', rule: 'M09' }]).phase).toBe('follow-up')
  const mood = after(at('maintenance'), [1, { what: 'harm', rule: 'M09', emergency: false }])
  expect([mood.phase, verdict(mood, sign('hold', 10)), verdict(mood, sign('taper', 5))]).toEqual([
    'maintenance',
    'noStop',
    'accepted',
  ])
})

it('[PH14] anyone can stop, from anywhere', () => {
  const stop: Timed = [0, { what: 'stopped', because: 'I wish it' }]
  const phaseAfter = (root: string) => after(at(root), stop).phase
  expect(phaseAfter('referral')).toBe('declined')
  for (const root of ['first doses', 'a response shown', 'maintenance', 'taper'])
    expect(phaseAfter(root)).toBe('follow-up')
  expect(after(at('maintenance'), stop).dose).toBeUndefined()
})

it('[PH15] the watch lasts eight weeks and ends with an answer', () => {
  const off = at('after the last dose')
  const diary = (days: number, relapse?: boolean): Timed => [
    days * day,
    { what: 'diary', ...(relapse !== undefined && { relapse }) },
  ]
  expect(after(off, diary(55, false)).phase).toBe('follow-up')
  expect(after(off, diary(56, false)).phase).toBe('stopped')
  for (const answer of [true, undefined]) {
    const back = after(off, diary(60, answer))
    expect([back.phase, alerts(back)]).toEqual(['follow-up', ['relapse']])
    expect(after(back, diary(1, false)).phase).toBe('follow-up')
    expect(after(back, [0, { what: 'alert-done', alert: 'relapse', by: 'Dr A.' }], diary(1, false)).phase).toBe(
      'stopped',
    )
  }
})

it('[PH15] a new referral starts anew, and keeps exposure and what is open', () => {
  const ended = after(
    at('maintenance'),
    [1, { what: 'harm', rule: 'M05', emergency: false }],
    [1, { what: 'referred' }],
  )
  expect(ended).toMatchObject({ phase: 'assessment', slow: true, findings: [{ rule: 'M05', kind: 'stop' }] })
  expect([ended.toleratedAt, ended.benefitAt, ended.startedAt]).toEqual([undefined, undefined, undefined])
  expect(ended.cumulativeMg).toBeGreaterThan(800)
  expect(verdict(after(ended, [0, clear]), sign('test-dose', 10, 1))).toBe('nothingOpen')
})

it('[PH16] an override has a person, a reason and an end, and lifts no emergency', () => {
  const held = after(at('maintenance'), [1, { what: 'pressure', systolic: 155, diastolic: 90 }], [0, clear])
  const override = (change: object, until = 7 * day, course = held): Timed => [
    0,
    {
      ...{
        what: 'override' as const,
        finding: 'course:M08',
        by: prescriber,
        because: 'white coat',
        until: course.at + until,
      },
      ...change,
    },
  ]
  expect(verdict(held, override({ because: ' ' }))).toBe('person')
  expect(verdict(held, override({ by: { name: '', role: 'prescriber' } }))).toBe('person')
  expect(verdict(held, override({ by: { name: 'N.', role: 'nurse' } }))).toBe('person')
  for (const until of [0, -1, 28 * day + 1, NaN, Infinity]) expect(verdict(held, override({}, until))).toBe('expires')
  expect(verdict(held, override({ finding: 'course:M99' }))).toBe('findingThere')
  const waived = after(held, override({}))
  expect([verdict(held, sign('step', 20)), verdict(waived, sign('step', 20))]).toEqual([
    'nothingOpen',
    'pressureSinceChange',
  ])
  expect(verdict(after(waived, [7 * day, { what: 'day' }], [0, clear]), sign('step', 20))).toBe('nothingOpen')
  const emergency = after(held, [1, { what: 'harm', rule: 'S06' }])
  expect(verdict(emergency, override({ finding: 'course:S06', by: lead }, 7 * day, emergency))).toBe('notEmergency')
  const waiver = { by: 'Dr L.', because: 'seen', until: emergency.at + day }
  const forced = { ...emergency, findings: emergency.findings.map((f) => ({ ...f, override: waiver })) }
  expect(openFindings(forced).map((f) => f.rule)).toEqual(['S06'])
})

it('[PH16] a stop is closed by hand only off treatment, an emergency only by the clinical lead', () => {
  const close = (finding: string, by = prescriber): Timed => [0, { what: 'resolved', finding, by, because: 'settled' }]
  const severe = after(at('maintenance'), [1, { what: 'adverse-effect', severity: 'severe' }])
  expect(verdict(severe, close('course:T04', lead))).toBe('resolvable')
  const off = after(severe, [1, { what: 'stopped', because: 'harm' }])
  expect(open(after(off, close('course:T04')))).toEqual([])
  const emergency = after(at('maintenance'), [1, { what: 'harm', rule: 'S06' }])
  expect(verdict(emergency, close('course:S06'))).toBe('resolvable')
  expect(open(after(emergency, close('course:S06', lead)))).toEqual([])
  const found = after(start, [0, { what: 'assessed', findings: [{ rule: 'E06', kind: 'hold' }] }])
  expect(verdict(found, close('rules:E06', lead))).toBe('resolvable')
  expect(open(after(found, [0, clear]))).toEqual([])
})

it('[PH16] an override stays through the next assessment while the finding is no worse', () => {
  const assessed = (kind: 'hold' | 'stop'): Timed => [1, { what: 'assessed', findings: [{ rule: 'E06', kind }] }]
  const held = after(start, assessed('hold'))
  const waived = after(held, [
    0,
    { what: 'override', finding: 'rules:E06', by: lead, because: 'seen', until: held.at + 7 * day },
  ])
  expect(after(waived, assessed('hold')).findings[0]!.override).toMatchObject({ by: 'Dr L. Example' })
  expect(after(waived, assessed('stop')).findings[0]!.override).toBeUndefined()
})

it('[PH17] every alert has an owner and a time from the start, and is handed on only to a name', () => {
  const raised = after(at('maintenance'), [1, { what: 'pressure' }])
  expect(raised.alerts).toEqual([
    {
      kind: 'pressure',
      rule: 'M08',
      says: 'Blood pressure above a limit, or not readable.',
      owner: 'nurse',
      raised: raised.at,
      due: raised.at + 24,
    },
  ])
  const hand = (to: string): Timed => [0, { what: 'alert-assigned', alert: 'pressure', to }]
  expect([verdict(raised, hand(' ')), verdict(start, hand('Nurse N.'))]).toEqual(['named', 'alertThere'])
  const taken = after(raised, hand('Nurse N.'))
  expect(taken.alerts[0]!.owner).toBe('Nurse N.')
  expect(after(taken, [5, { what: 'pressure' }]).alerts).toEqual(taken.alerts)
  expect(verdict(taken, [0, { what: 'alert-done', alert: 'pressure', by: '' }])).toBe('named')
  expect(alerts(after(taken, [0, { what: 'alert-done', alert: 'pressure', by: 'Nurse N.' }]))).toEqual([])
})

it('[PH18] what is ordered adds up, and passing a mark asks for a review', () => {
  const on = at('maintenance')
  expect(after(on, [10 * day, { what: 'day' }]).cumulativeMg - on.cumulativeMg).toBeCloseTo(300, 9)
  const days = Math.ceil((10_000 - on.cumulativeMg) / 30)
  expect(alerts(after(on, [(days - 1) * day, { what: 'day' }]))).not.toContain('exposure')
  expect(alerts(after(on, [days * day, { what: 'day' }]))).toContain('exposure')
  const reviewed = after(on, [days * day, { what: 'day' }], [0, { what: 'alert-done', alert: 'exposure', by: 'Dr A.' }])
  expect(alerts(after(reviewed, [day, { what: 'day' }]))).not.toContain('exposure')
})

it('reads hours from dates; what is no date earns nothing', () => {
  expect(hourOf('1970-01-02')).toBe(24)
  expect(hourOf('2026-03-02T10:30:00Z') - hourOf('2026-03-02T10:00:00Z')).toBe(0.5)
  expect(hourOf('soon')).toBeNaN()
})
