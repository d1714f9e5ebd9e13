/**
 * Psychological contributors: what keeps pain going or is kept going by it. Not a cause, and no published grade:
 * "possible" says that at least one contributor is present, "not met" that every one was asked about and denied.
 */
import { isFresh } from '../calendar.ts'
import type { Case, ConditionKind, PainSign } from '../case.ts'
import type { Grade, MechanismProfile } from '../mechanism.ts'
import { conditionsOf, criterion, signAnswer, some } from './criterion.ts'
import type { Answer } from './criterion.ts'

/** PHQ-9 of 10 or more: sensitivity 74 %, specificity 91 % for major depression, Arroll 2010, doi:10.1370/afm.1139. */
const depressed = 10
/** The PHQ-9 asks about the last two weeks; a low score vouches for no longer. */
const recallDays = 14

export function psychological(facts: Case): MechanismProfile {
  const mood = either(facts, ['depression'], 'low-mood', phq9(facts))
  const anxious = either(facts, ['anxiety'], 'anxiety')
  const trauma = either(facts, ['ptsd'])
  const coping = signAnswer(facts, 'catastrophising-or-fear-avoidance')
  return {
    mechanism: 'psychological',
    grade: grade(some([mood, anxious, trauma, coping])),
    criteria: [
      criterion('Depression: diagnosis, low mood, or PHQ-9 of 10 or more', mood),
      criterion('Anxiety: diagnosis or on asking', anxious),
      criterion('Post-traumatic stress disorder', trauma),
      criterion('Catastrophising or fear-avoidance', coping),
    ],
    source: 'No published grading. PHQ-9 cut-off: Arroll 2010, doi:10.1370/afm.1139',
    ketamine:
      'Oral ketamine 150 mg/d for 6 weeks lowered depression scores more than diclofenac in 40 people with chronic pain (doi:10.1016/j.jad.2016.05.076); ' +
      'oral esketamine 30 mg three times a day did not in treatment-resistant depression (n = 111). A benefit in mood alone is not a benefit in pain, ' +
      'and belongs to a psychiatric review. Psychological treatment has its own evidence and is not replaced by a drug.',
  }
}

/** Any source that says yes is enough; "no" needs someone to have asked. */
function either(facts: Case, kinds: readonly ConditionKind[], sign?: PainSign, score?: Answer): Answer {
  const diagnoses = conditionsOf(facts, ...kinds)
  const diagnosed: Answer = {
    met: diagnoses.some((c) => c.value.status === 'active') ? 'yes' : refuted(facts, kinds) ? 'no' : 'unknown',
    facts: diagnoses.map((c) => c.says),
  }
  const answers = [diagnosed, ...(sign ? [signAnswer(facts, sign)] : []), ...(score ? [score] : [])]
  const met =
    some(answers) === 'yes' ? 'yes' : answers.some((a) => a.met === 'no') && !diagnoses.length ? 'no' : 'unknown'
  return { met, facts: answers.flatMap((a) => a.facts) }
}

const refuted = (facts: Case, kinds: readonly ConditionKind[]) =>
  facts.conditions.some((c) => c.value.status === 'refuted' && c.value.kinds.some((kind) => kinds.includes(kind)))

function phq9(facts: Case): Answer {
  const newest = facts.measurements.PHQ9?.[0]
  if (newest === undefined) return { met: 'unknown', facts: [] }
  if (newest.value >= depressed) return { met: 'yes', facts: [newest.says] }
  if (newest.value < depressed && isFresh(newest.at, facts.asOf, recallDays)) return { met: 'no', facts: [newest.says] }
  return { met: 'unknown', facts: [`${newest.says} (too old, or not a score, to rule depression out)`] }
}

function grade(met: Answer['met']): Grade {
  return met === 'yes' ? 'possible' : met === 'no' ? 'not met' : 'unclear'
}
