/**
 * E02 — Is this chronic primary pain, for which guidance says not to use ketamine?
 *
 * NICE NG193 tells clinicians not to start ketamine for chronic primary pain and the FPM does not recommend it, while
 * some clinics give it for central sensitisation; the conflict is shown, not settled. Hazard: H01.
 */
import { diagnosed } from './screened.ts'
import { answers } from '../answers.ts'
import { profileMechanisms } from '../mechanisms/profile.ts'
import type { Rule } from '../rule.ts'

export const chronicPrimaryPain: Rule = {
  id: 'E02',
  asks: 'Is this chronic primary pain or fibromyalgia?',
  hazard: 'H01',

  evaluate(facts) {
    const say = answers('E02', 'NICE NG193 (2021); Faculty of Pain Medicine, Opioids Aware: ketamine')
    const diagnoses = diagnosed(facts, ['fibromyalgia', 'chronic-primary-pain'], 'ever').map((c) => c.says)
    const profiles = profileMechanisms(facts)
    const grade = (mechanism: string) => profiles.find((p) => p.mechanism === mechanism)?.grade ?? 'unclear'
    const nociplastic = grade('nociplastic')
    const neuropathic = grade('neuropathic')
    const isNeuropathic = neuropathic === 'definite' || neuropathic === 'probable'
    const seen = [...diagnoses, `Nociplastic pain: ${nociplastic}`, `Neuropathic pain: ${neuropathic}`]

    if (
      diagnoses.length > 0 ||
      nociplastic === 'definite' ||
      nociplastic === 'probable' ||
      nociplastic === 'possible'
    ) {
      const also = isNeuropathic
        ? ` There are also ${neuropathic} neuropathic features, which the guidance does not address.`
        : ''
      return say.caution(
        `NICE NG193 says not to initiate ketamine for chronic primary pain, and the FPM does not recommend it; to go on, a multidisciplinary team records why.${also}`,
        seen,
        'What did the multidisciplinary team decide, and why?',
      )
    }
    if (nociplastic === 'not met')
      return say.clear('Criteria of chronic primary or nociplastic pain are not met.', seen)
    if (isNeuropathic) return say.clear('The pain has neuropathic features that account for it.', seen)
    return say.missing(
      'The mechanism of the pain is not known, so it may be chronic primary pain.',
      'Where is the pain, is it regional or widespread, and does nerve or tissue disease explain it?',
      seen,
    )
  },
}
