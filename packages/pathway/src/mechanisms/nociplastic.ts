/**
 * Nociplastic pain, IASP clinical criteria: Kosek 2021, doi:10.1097/j.pain.0000000000002324. There is no "definite".
 *
 *     possible = ≥ 3 months AND regional AND not entirely nociceptive or neuropathic AND evoked hypersensitivity
 *     probable = possible AND history of hypersensitivity AND ≥ 1 comorbidity
 */
import type { Case, PainSign } from '../case.ts'
import type { Grade, MechanismProfile } from '../mechanism.ts'
import { chronicity } from './chronicity.ts'
import { conditionsOf, criterion, every, reconcile, signAnswer, some } from './criterion.ts'
import type { Answer } from './criterion.ts'

export function nociplastic(facts: Case): MechanismProfile {
  const duration = chronicity(facts)
  const regional = reconcile(signAnswer(facts, 'distribution-regional-or-widespread'), widespreadByDiagnosis(facts))
  const unexplained = opposite(signAnswer(facts, 'explained-by-nociceptive-or-neuropathic'))
  const evoked = signAnswer(facts, 'evoked-hypersensitivity')
  const history = signAnswer(facts, 'history-of-hypersensitivity')
  const comorbid = comorbidity(facts)
  return {
    mechanism: 'nociplastic',
    grade: grade([duration, regional, unexplained, evoked], [history, comorbid]),
    criteria: [
      criterion('Pain for at least 3 months', duration),
      criterion('Regional, multifocal or widespread rather than discrete distribution', regional),
      criterion('Not entirely explained by nociceptive or neuropathic mechanisms', unexplained),
      criterion('Evoked pain hypersensitivity in the region, on examination', evoked),
      criterion('History of hypersensitivity in the region', history),
      criterion(
        'At least one of: sensitivity to sound, light or odour; disturbed sleep; fatigue; cognitive problems',
        comorbid,
      ),
    ],
    source: 'IASP clinical criteria for nociplastic pain, Kosek 2021, doi:10.1097/j.pain.0000000000002324',
    ketamine:
      'Guidance conflicts. NICE NG193 says not to start ketamine for chronic primary pain, fibromyalgia included, and the Faculty of Pain Medicine agrees; ' +
      'the Australian and New Zealand faculty (PS12, 2021) names central sensitisation as an indication for ketamine, off label and with consent. ' +
      'Intravenous ketamine in fibromyalgia: weak or no evidence (Cohen 2018, doi:10.1097/AAP.0000000000000808). Oral: no controlled trial found. ' +
      'Cochrane 2025 (CD015373): no clear evidence of benefit.',
  }
}

/** Every definition of fibromyalgia in use requires widespread pain (2016: Wolfe, doi:10.1016/j.semarthrit.2016.08.012). */
function widespreadByDiagnosis(facts: Case): Answer {
  const diagnoses = conditionsOf(facts, 'fibromyalgia').filter((c) => c.value.status === 'active')
  if (diagnoses.length === 0) return { met: 'unknown', facts: [] }
  const says = diagnoses.map(
    (c) => `${c.says}: taken as widespread pain, which its definition requires; the examination is not on record.`,
  )
  return { met: 'yes', facts: says }
}

function comorbidity(facts: Case): Answer {
  const asked = (
    ['sensitivity-to-sound-light-odour', 'sleep-disturbed', 'fatigue', 'cognitive-problems'] satisfies PainSign[]
  ).map((sign) => signAnswer(facts, sign))
  const diagnosed = conditionsOf(facts, 'nociplastic-comorbidity').filter((c) => c.value.status === 'active')
  const seen = [...asked.flatMap((a) => a.facts), ...diagnosed.map((c) => c.says)]
  return { met: diagnosed.length > 0 ? 'yes' : some(asked), facts: seen }
}

const opposite = ({ met, facts }: Answer): Answer => ({
  met: met === 'yes' ? 'no' : met === 'no' ? 'yes' : 'unknown',
  facts,
})

function grade(needed: readonly Answer[], further: readonly Answer[]): Grade {
  const base = every(needed)
  if (base === 'no') return 'not met'
  if (base === 'unknown') return 'unclear'
  return every(further) === 'yes' ? 'probable' : 'possible'
}
