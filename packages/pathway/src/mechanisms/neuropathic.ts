/**
 * Neuropathic pain, IASP grading: Finnerup 2016, doi:10.1097/j.pain.0000000000000492, figure 2.
 *
 *     possible = history of a relevant lesion AND plausible distribution
 *     probable = possible AND sensory signs there      definite = probable AND a test that confirms the lesion
 *
 * Exceptions of the figure: allodynia may be the only sign; trigger phenomena are signs in trigeminal neuralgia; a confirming
 * test without signs gives "probable". Screening questionnaires are no part of the grade.
 */
import type { Case } from '../case.ts'
import type { Grade, MechanismProfile } from '../mechanism.ts'
import { conditionsOf, criterion, every, reconcile, signAnswer } from './criterion.ts'
import type { Answer } from './criterion.ts'

export function neuropathic(facts: Case): MechanismProfile {
  const lesion = reconcile(signAnswer(facts, 'lesion-or-disease-of-somatosensory-system'), lesionHistory(facts))
  const distribution = signAnswer(facts, 'distribution-neuroanatomically-plausible')
  const signs = sensorySigns(facts)
  const test = signAnswer(facts, 'diagnostic-test-confirms-lesion')
  return {
    mechanism: 'neuropathic',
    grade: grade(lesion, distribution, signs, test),
    criteria: [
      criterion('History of a relevant lesion or disease of the somatosensory nervous system', lesion),
      criterion('Pain distribution neuroanatomically plausible', distribution),
      criterion('Sensory signs in the same distribution', signs),
      criterion('Diagnostic test confirms the lesion or disease', test),
    ],
    source: 'IASP grading of neuropathic pain, Finnerup 2016, doi:10.1097/j.pain.0000000000000492',
    ketamine:
      'Oral: one placebo-controlled trial, in cancer-related neuropathic pain, found no difference (107 against 107, Fallon 2018, JAMA Oncology, EudraCT 2007-002080-27); ' +
      'in single-patient trials 3 of 21 had an extra response (doi:10.1016/S0304-3959(99)00117-7). ' +
      'Intravenous: moderate evidence to 12 weeks in complex regional pain syndrome, weak in spinal cord injury, weak or none elsewhere (Cohen 2018, doi:10.1097/AAP.0000000000000808). ' +
      'Cochrane 2025 (CD015373), all routes: no clear evidence of meaningful pain reduction against placebo. ' +
      'The Faculty of Pain Medicine reserves ketamine mainly for complex neuropathic pain in specialised units.',
  }
}

/** A lesion that has resolved is still a history of one. */
function lesionHistory(facts: Case): Answer {
  const lesions = conditionsOf(facts, 'nerve-lesion')
  return { met: lesions.length > 0 ? 'yes' : 'unknown', facts: lesions.map((c) => c.says) }
}

function sensorySigns(facts: Case): Answer {
  const asked = signAnswer(facts, 'sensory-signs-in-distribution')
  const notes = [...asked.facts]
  if (conditionsOf(facts, 'nerve-lesion').some((c) => /trigemin/i.test(c.value.name))) {
    notes.push('Trigeminal neuralgia: trigger phenomena count as sensory signs.')
  }
  if (asked.met !== 'yes' && facts.signs['evoked-hypersensitivity']?.value === true) {
    notes.push(
      'Evoked hypersensitivity was found: if it is touch-evoked or thermal allodynia in this distribution, it may be the only sign.',
    )
    return { met: 'unknown', facts: notes }
  }
  return { met: asked.met, facts: notes }
}

function grade(lesion: Answer, distribution: Answer, signs: Answer, test: Answer): Grade {
  const base = every([lesion, distribution])
  if (base === 'no') return 'not met'
  if (base === 'unknown') return 'unclear'
  if (signs.met === 'yes') return test.met === 'yes' ? 'definite' : 'probable'
  return test.met === 'yes' ? 'probable' : 'possible'
}
