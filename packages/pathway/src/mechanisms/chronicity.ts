/**
 * Has it hurt for three months or longer? From the question itself, or from the onset of a diagnosis of pain.
 * A nerve lesion or a worn joint has an onset too, but that is not when the pain began, so it answers nothing here.
 * Definition: ICD-11 chronic pain, Treede 2019, doi:10.1097/j.pain.0000000000001384.
 */
import type { Case } from '../case.ts'
import { conditionsOf, reconcile, signAnswer } from './criterion.ts'
import type { Answer } from './criterion.ts'
import { dayOf, monthsBefore, rangeOf } from '../calendar.ts'

const months = 3

export function chronicity(facts: Case): Answer {
  return reconcile(signAnswer(facts, 'pain-over-3-months'), fromDiagnoses(facts))
}

function fromDiagnoses(facts: Case): Answer {
  const pains = conditionsOf(facts, 'chronic-pain', 'chronic-primary-pain', 'fibromyalgia').filter(
    (c) => c.value.status === 'active',
  )
  const today = dayOf(facts.asOf)
  if (today === undefined || pains.length === 0) return { met: 'unknown', facts: [] }
  const since = monthsBefore(today, months)
  const answers = pains.map((c) => longEnough(rangeOf(c.value.onset), since, today))
  const met = answers.includes('yes') ? 'yes' : answers.every((a) => a === 'no') ? 'no' : 'unknown'
  return { met, facts: pains.map((c) => c.says) }
}

function longEnough(onset: readonly [string, string] | undefined, since: string, today: string): Answer['met'] {
  if (onset === undefined || onset[0] > today) return 'unknown'
  if (onset[1] <= since) return 'yes'
  return onset[0] > since ? 'no' : 'unknown'
}
