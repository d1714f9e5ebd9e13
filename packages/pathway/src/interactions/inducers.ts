/**
 * I05 — Is an enzyme inducer taken, or lately stopped?
 *
 * Inducers take most of a swallowed dose away; when one is stopped, the same dose becomes an overdose. Hazard: H14.
 */
import { measuredRatio, measuredSource } from './measured.ts'
import { medicines, namesOf, shown } from './medicines.ts'
import { answers } from '../answers.ts'
import { screened } from '../assessment/screened.ts'
import type { Ingredient } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const inducing: readonly Ingredient[] = [
  'rifampicin',
  'carbamazepine',
  'phenytoin',
  'phenobarbital',
  'primidone',
  'st-johns-wort',
]

export const inducers: Rule = {
  id: 'I05',
  asks: 'Is rifampicin, carbamazepine, phenytoin, a barbiturate or St John’s wort taken, or lately stopped?',
  hazard: 'H14',

  evaluate(facts, protocol) {
    const washout = limitOf(protocol, 'I05.washout.days')
    const say = answers(
      'I05',
      `Rifampicin ${measuredSource('rifampicin')}; St John’s wort ${measuredSource('st-johns-wort')}; others by extension`,
    )
    const list = medicines(facts, protocol, inducing, washout.value)
    const herb = screened(facts, {
      item: 'st-johns-wort',
      when: 'now',
      validDays: limitOf(protocol, 'I05.validDays').value,
    })
    const seen = [...[...list.taken, ...list.recent].map((m) => shown(m, facts, protocol)), ...herb.facts]
    const names = [namesOf(list.taken), herb.is === 'yes' ? 'St John’s wort' : ''].filter(Boolean).join('; ')
    const conflict = herb.is === 'no' && takesHerb() ? ' The form says no St John’s wort; the list is believed.' : ''

    if (names) {
      return say.caution(
        `${names}: loss of effect to be expected (rifampicin ${measuredRatio('rifampicin')}; St John’s wort ${measuredRatio('st-johns-wort')}; others by extension). When the inducer is stopped, cut ketamine first.${conflict}`,
        seen,
        list.ask || undefined,
      )
    }
    if (list.recent.length > 0) {
      return say.caution(
        `${namesOf(list.recent)}, stopped within ${washout.value} d or at an unknown time: exposure rises as induction fades; cut ketamine.`,
        seen,
        'When was it last taken?',
      )
    }
    if (herb.is === 'not known' || list.doubt) {
      const doubts = [list.doubt, herb.is === 'not known' ? `St John’s wort: ${herb.doubt}.` : ''].filter(Boolean)
      const asks = [list.ask, herb.is === 'not known' ? 'Does the person take St John’s wort?' : ''].filter(Boolean)
      return say.missing(doubts.join(' '), asks.join(' '), seen)
    }
    return say.clear(`No enzyme inducer among ${list.count} current medicines, and no St John’s wort.`, seen)

    function takesHerb(): boolean {
      return list.taken.some((m) => m.value.ingredients.includes('st-johns-wort'))
    }
  },
}
