/** Options before regular doses: a supervised test dose, then a first course; or wait; or do not start. */
import { neuropathic } from '../mechanisms/neuropathic.ts'
import type { Option } from '../option.ts'
import { adjudicate, classesNotRecorded } from '../treatments/adjudicate.ts'
import { basis } from './basis.ts'
import { blocking } from './blocking.ts'
import { risingCare, testDoseCare } from './calendar-of-care.ts'
import { dosingOption, doubtful } from './dosing-option.ts'
import { bladderHazard, findingsAgainst, weakEvidence } from './evidence-against.ts'
import { limitOf } from './limit.ts'
import { allUnknowns } from './unknowns.ts'
import type { Visit } from './visit.ts'

export function testDose(visit: Visit): Option {
  const { findings, protocol, tailoring } = visit
  const key = tailoring.reduced ? 'test-dose.mg.reduced' : 'test-dose.mg'
  return dosingOption(visit, {
    kind: 'test-dose',
    says: 'Test dose, supervised',
    mg: limitOf(protocol, key).value * tailoring.fraction,
    strength: limitOf(protocol, 'dose.strength').value,
    timesPerDay: 1,
    days: 1,
    titrating: true,
    blocked: blocking('test-dose', findings),
    alsoBlockedBy: doubtful(visit),
    keys: [key, 'dose.strength', 'test-dose.observeMinutes'],
    because: [
      ...(visit.facts.ketamine.testDose
        ? [
            `The last test dose is older than ${limitOf(protocol, 'test-dose.validDays').value} d: ${visit.facts.ketamine.testDose.says}.`,
          ]
        : []),
      'Harm, and often the lack of benefit, of one dose is seen the same day: 95 of 249 found it of little use on the test day (sublingual service evaluation, Jaitly 2013).',
    ],
    monitoring: testDoseCare(visit),
    against: weakEvidence,
  })
}

export function start(visit: Visit): Option {
  const { facts, findings, protocol, tailoring } = visit
  const key = tailoring.reduced ? 'start.mg.reduced' : 'start.mg'
  const tested = facts.ketamine.testDose
  return dosingOption(visit, {
    kind: 'start',
    says: 'Start a first course',
    mg: limitOf(protocol, key).value * tailoring.fraction,
    strength: limitOf(protocol, 'dose.strength').value,
    timesPerDay: limitOf(protocol, 'start.timesPerDay').value,
    days: limitOf(protocol, 'M13.titration.days').value,
    titrating: true,
    blocked: blocking('start', findings),
    alsoBlockedBy: doubtful(visit),
    keys: [key, 'start.timesPerDay', 'dose.strength', 'M13.titration.days', 'trial.weeksFromStart'],
    because: tested ? [`The test dose was tolerated: ${tested.says}.`] : [],
    monitoring: risingCare(visit),
    against: [...weakEvidence, bladderHazard],
  })
}

/** Nothing is given; what is missing is gathered. */
export function wait(visit: Visit): Option {
  const { facts, findings, protocol, stage, current } = visit
  const missing = allUnknowns(visit)
  const untested =
    stage === 'test-unknown'
      ? ['How was the test dose tolerated: dissociation, sedation, pressure over 2 h, and on which day?']
      : []
  return {
    kind: 'hold',
    title:
      stage === 'off'
        ? current.doubts.length > 0
          ? 'Hold: order nothing until it is known whether ketamine is being taken'
          : 'Hold: stay off ketamine and follow up'
        : missing.length + untested.length > 0
          ? 'Hold: give no ketamine yet, and find out what is missing'
          : 'Hold: give no ketamine yet',
    blockedBy: [],
    monitoring: [{ what: 'Answers to the open questions', when: 'before ketamine is considered again', rule: 'E01' }],
    basis: [
      openQuestions(findings.filter((f) => f.kind === 'missing').length, missing.length + untested.length),
      ...badTest(visit),
      ...basis(facts, protocol, []),
    ],
    missing: [...untested, ...missing],
    against: ['The pain goes on meanwhile; waiting without an owner and a day for each open question is not a plan.'],
  }
}

/** No count is said where there is nothing to count: "0 rules cannot be answered" is heard as the opposite. */
function openQuestions(rules: number, questions: number): string {
  const asked =
    questions === 0 ? 'no question is open' : questions === 1 ? '1 question is open' : `${questions} questions are open`
  if (rules === 0) return `Every rule is answered from this record; ${asked}.`
  return `${rules === 1 ? '1 rule' : `${rules} rules`} cannot be answered from this record; ${asked}.`
}

/** Ketamine is not started (or not started again), and the next conventional steps are named. */
export function doNotStart(visit: Visit): Option {
  const { facts, findings, protocol, stage } = visit
  const reasons = findings.filter((f) => f.kind === 'stop' || f.kind === 'hold')
  return {
    kind: 'stop',
    title: stage === 'off' ? 'Do not restart ketamine' : 'Do not start ketamine',
    blockedBy: [],
    monitoring: [
      {
        what: 'Letter to the referring doctor: reasons, and the next conventional steps',
        when: 'after this visit',
        rule: 'E01',
      },
      { what: 'Letter to the patient in plain words', when: 'after this visit', rule: 'E01' },
    ],
    basis: [
      ...badTest(visit),
      ...findingsAgainst(findings, reasons),
      ...nextSteps(visit),
      ...basis(facts, protocol, []),
    ],
    missing: allUnknowns(visit),
    against: [
      reasons.length > 0 || stage === 'test-failed'
        ? 'The pain stays as it is unless another treatment helps; a reason against ketamine today may pass.'
        : 'Nothing read so far forbids a supervised trial, and a minority of people do respond; not starting gives up that chance.',
    ],
  }
}

function badTest({ facts, stage }: Visit): string[] {
  return stage === 'test-failed' ? [`The test dose was not tolerated: ${facts.ketamine.testDose!.says}.`] : []
}

const firstLine = ['tricyclic', 'SNRI', 'gabapentinoid'] as const

/** What conventional treatment still has to offer, as far as the ledger tells. */
function nextSteps({ facts, findings, protocol }: Visit): string[] {
  const ledger = adjudicate(facts, protocol)
  const tried = new Set(ledger.filter((line) => line.adequate === 'yes').map((line) => line.drugClass))
  const left = firstLine.filter((drugClass) => !tried.has(drugClass))
  const primary = findings.some((f) => f.rule === 'E02' && f.kind !== 'clear' && f.kind !== 'missing')
  const isNeuropathic = neuropathic(facts).grade !== 'not met'
  const silent = classesNotRecorded(facts)
  const steps = [
    primary && antidepressants,
    left.length > 0 &&
      isNeuropathic &&
      `${primary ? 'Where the pain is neuropathic: ' : ''}first-line classes for neuropathic pain without an adequate trial on record: ${left.join(', ')} (NeuPSIG 2025, doi:10.1016/S1474-4422(25)00068-7).`,
    silent.length > 0 && `nothing on record of ${silent.join(', ')} treatment; ask, and consider.`,
  ].filter((step) => step !== false)
  return (
    steps.length > 0 ? steps : ['a pain team reviews the whole plan; the record shows nothing left untried.']
  ).map((step) => `Next steps: ${step}`)
}

const antidepressants =
  'for chronic primary pain NICE NG193 considers an antidepressant (amitriptyline, citalopram, duloxetine, fluoxetine, paroxetine or sertraline), and advises against starting antiepileptics, opioids and NSAIDs.'
