/** What a treatment brings with it: what is measured, when, due by which day, and which rule asks for it. */
import { daysAfter, daysBetween } from '../calendar.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../finding.ts'
import type { MonitoringItem } from '../option.ts'
import type { Protocol } from '../protocol.ts'
import { limitOf } from './limit.ts'
import type { Visit } from './visit.ts'

/** One supervised dose. */
export function testDoseCare({ facts, findings, protocol }: Visit): MonitoringItem[] {
  const minutes = limitOf(protocol, 'test-dose.observeMinutes').value
  const due = today(facts)
  return [
    { what: 'Blood pressure and pulse', when: `before the dose, then at 30, 60 and ${minutes} min`, due, rule: 'T02' },
    {
      what: 'Dissociation, sedation, nausea',
      when: `at 30, 60 and ${minutes} min; seen by a clinician for ${minutes} min`,
      due,
      rule: 'T02',
    },
    { what: 'Pain, before and after', when: `before the dose and at ${minutes} min`, due, rule: 'S01' },
    noDriving(due),
    ...pregnancyTest(facts, findings),
  ]
}

/** A first course, or a higher dose. */
export function risingCare({ facts, findings, protocol }: Visit): MonitoringItem[] {
  const due = today(facts)
  const weeks = limitOf(protocol, 'trial.weeksFromStart').value
  const from = facts.ketamine.started ?? facts.asOf
  return [
    {
      what: 'Blood pressure',
      when: 'at the first dose of the new amount: before, at 30 to 40 min and at 60 min; an adult present',
      due,
      rule: 'T02',
    },
    noDriving(due),
    ...steadyCare(facts, protocol),
    {
      what: 'Decision to go on or stop: at least 30 % less pain and the named goal',
      when: `after ${limitOf(protocol, 'trial.weeksAtTarget').value} weeks at target, at latest ${weeks} weeks from the start`,
      ...dueOn(from, weeks * 7),
      rule: 'S01',
    },
    ...pregnancyTest(facts, findings),
  ]
}

/** As long as doses go on. Due days count from the start of treatment, from today when that is not known. */
export function steadyCare(facts: Case, protocol: Protocol): MonitoringItem[] {
  const value = (key: string) => limitOf(protocol, key).value
  const liver = [value('schedule.liver.firstWeek') * 7, value('schedule.liver.secondWeek') * 7]
  const mood = [value('schedule.mood.firstWeek') * 7, value('schedule.mood.secondWeek') * 7]
  const next = (days: readonly number[], every: number) => nextDue(facts, days, every)
  return [
    {
      what: 'Blood pressure at home',
      when: 'at each step and monthly',
      due: next([], value('schedule.pressure.days')),
      rule: 'M08',
    },
    {
      what: 'Bladder questions; urinalysis at each visit',
      when: 'monthly',
      due: next([], value('schedule.bladder.days')),
      rule: 'M04',
    },
    {
      what: 'ALT, AST, ALP, GGT, bilirubin, creatinine, eGFR, blood count',
      when: `week ${value('schedule.liver.firstWeek')}, week ${value('schedule.liver.secondWeek')}, then every ${value('schedule.liver.everyWeeks')} weeks`,
      due: next(liver, value('schedule.liver.everyWeeks') * 7),
      rule: 'M01',
    },
    {
      what: 'PHQ-9 with its item on suicide; psychosis',
      when: `week ${value('schedule.mood.firstWeek')}, week ${value('schedule.mood.secondWeek')}, then monthly`,
      due: next(mood, value('schedule.mood.everyDays')),
      rule: 'M09',
    },
    { what: 'Early requests, lost bottles, extra doses, craving', when: 'at every dispensing', rule: 'M11' },
    {
      what: 'Is it still needed? Planned lower dose or a period without',
      when: `every ${value('schedule.review.weeks')} weeks`,
      due: next([], value('schedule.review.weeks') * 7),
      rule: 'S03',
    },
  ]
}

/** After the last dose, `inDays` from today. */
export function afterwardsCare(facts: Case, protocol: Protocol, inDays: number): MonitoringItem[] {
  const weeks = limitOf(protocol, 'schedule.afterStopping.weeks').value
  return [
    {
      what: 'Pain, mood, sleep and craving after stopping; relief may fade slowly',
      when: `for ${weeks} weeks after the last dose`,
      ...dueOn(facts.asOf, inDays + weeks * 7),
      rule: 'S05',
    },
    { what: 'Unused ketamine returned to the pharmacy', when: 'at the last visit', rule: 'M11' },
  ]
}

function noDriving(due: string): MonitoringItem {
  return {
    what: 'No driving',
    when: 'on the day of a first or higher dose, until after a night of sleep',
    due,
    rule: 'M12',
  }
}

/** Where pregnancy is possible; where that is not known, unless rule E11 has ruled it out. */
function pregnancyTest(facts: Case, findings: readonly Finding[]): MonitoringItem[] {
  const possible = facts.screening['could-become-pregnant']?.value
  const ruledOut = findings.some((f) => f.rule === 'E11' && f.kind === 'clear')
  if (possible === false || facts.person.sex === 'male' || (possible === undefined && ruledOut)) return []
  return [
    {
      what: 'Pregnancy test',
      when: 'before the first dose, unless pregnancy is not possible',
      due: today(facts),
      rule: 'E11',
    },
  ]
}

/** The first day not before today among `days` after the start, then every `every` days. */
function nextDue(facts: Case, days: readonly number[], every: number): string {
  const on = daysBetween(facts.ketamine.started, facts.asOf)
  const elapsed = on > 0 ? on : 0
  const listed = days.find((d) => d >= elapsed && d > 0)
  if (listed !== undefined) return daysAfter(facts.asOf, listed - elapsed)
  const last = days.at(-1) ?? 0
  const rounds = Math.max(1, Math.ceil((elapsed - last) / every))
  return daysAfter(facts.asOf, last + rounds * every - elapsed)
}

const today = (facts: Case) => facts.asOf.slice(0, 10)

/** A due day, left out when the starting day cannot be read. */
function dueOn(from: string, days: number): { due: string } | Record<never, never> {
  return Number.isFinite(Date.parse(from.slice(0, 10))) ? { due: daysAfter(from, days) } : {}
}
