/**
 * Nociceptive pain: from actual or threatened damage to non-neural tissue (IASP). The IASP defines but does not grade it; the grades
 * are ours: damage documented = possible, and pain that follows load or movement as well = probable.
 */
import type { Case } from '../case.ts'
import type { Grade, MechanismProfile } from '../mechanism.ts'
import { conditionsOf, criterion, reconcile, signAnswer } from './criterion.ts'
import type { Answer } from './criterion.ts'

export function nociceptive(facts: Case): MechanismProfile {
  const damage = reconcile(signAnswer(facts, 'tissue-damage'), damageByDiagnosis(facts))
  const mechanical = signAnswer(facts, 'pain-mechanical-or-movement-related')
  return {
    mechanism: 'nociceptive',
    grade: grade(damage, mechanical),
    criteria: [
      criterion('Actual or threatened damage to non-neural tissue', damage),
      criterion('Pain follows load, movement or position', mechanical),
    ],
    source:
      'IASP definition of nociceptive pain; no published grading, the grades are engineering. Mechanisms as in doi:10.3390/jcm10153203',
    ketamine:
      'No evidence supports oral ketamine for nociceptive pain. In 185 people with cancer pain, subcutaneous ketamine was no better than placebo ' +
      '(31 % against 27 % responded) and the type of pain did not predict response (Hardy 2012, doi:10.1200/JCO.2012.42.1081). ' +
      'Cochrane 2025 (CD015373): no clear evidence of benefit.',
  }
}

/** Damage that has healed is no longer a cause that the record can vouch for. */
function damageByDiagnosis(facts: Case): Answer {
  const diagnoses = conditionsOf(facts, 'tissue-damage')
  const active = diagnoses.some((c) => c.value.status === 'active')
  return { met: active ? 'yes' : 'unknown', facts: diagnoses.map((c) => c.says) }
}

function grade(damage: Answer, mechanical: Answer): Grade {
  if (damage.met === 'no') return 'not met'
  if (damage.met === 'unknown') return 'unclear'
  return mechanical.met === 'yes' ? 'probable' : 'possible'
}
