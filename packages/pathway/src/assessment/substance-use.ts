/**
 * E12 — Is there a substance use disorder, or use of non-prescribed psychoactive drugs?
 *
 * Ketamine is a drug of dependence, and other drugs taken with it are not seen by any interaction check. Hazard: H08.
 */
import { diagnosed, screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const substanceUse: Rule = {
  id: 'E12',
  asks: 'Is there a substance use disorder, now or past, or non-prescribed psychoactive use in the last four weeks?',
  hazard: 'H08',

  evaluate(facts, protocol) {
    const valid = limitOf(protocol, 'E12.validDays')
    const say = answers('E12', `Cohen 2018, doi:10.1097/AAP.0000000000000808; ${valid.source}`)
    const validDays = valid.value
    const active = screened(facts, {
      item: 'substance-use-disorder-active',
      kinds: ['substance-use-disorder'],
      when: 'now',
      validDays,
    })
    const past = screened(facts, {
      item: 'substance-use-disorder-past',
      kinds: ['substance-use-disorder'],
      when: 'ever',
      validDays,
    })
    const lately = screened(facts, { item: 'non-prescribed-psychoactive-last-4-weeks', when: 'now', validDays })
    const overdoses = diagnosed(facts, ['overdose'], 'ever').map((c) => c.says)
    const seen = [...new Set([...active.facts, ...past.facts, ...overdoses, ...lately.facts])]

    if (active.is === 'yes') return say.stop(`A substance use disorder is active.${active.conflict}`, seen)
    if (lately.is === 'yes')
      return say.stop('Non-prescribed psychoactive drugs were used in the last four weeks.', seen)
    const overdose = overdoses.length > 0 ? ' An overdose is on record.' : ''
    const doubts = [
      ...(active.is === 'no' ? [] : ['Is there a substance use disorder now?']),
      ...(lately.is === 'no' ? [] : ['Have non-prescribed psychoactive drugs been used in the last four weeks?']),
      ...(past.is === 'not known' ? ['Was there ever a substance use disorder?'] : []),
      ...(overdoses.length > 0 ? ['What was the overdose, and was it intended?'] : []),
    ]
    if (active.is !== 'no' || lately.is !== 'no' || past.is === 'not known') {
      return say.missing(`Substance use has not been ruled out.${overdose}`, doubts.join(' '), seen)
    }
    if (past.is === 'yes' || overdoses.length > 0) {
      const what = past.is === 'yes' ? `A past substance use disorder.${past.conflict}` : 'No substance use disorder.'
      return say.caution(`${what}${overdose} Supply weekly and count what is left.`, seen)
    }
    return say.clear('No substance use disorder, now or past, and no non-prescribed use in four weeks.', seen)
  },
}
