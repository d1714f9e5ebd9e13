/**
 * I10 — Is a sedative taken, or alcohol on the day of a dose?
 *
 * Each adds to sedation, and diazepam also raises ketamine in plasma. Hazard: H15.
 */
import { medicines, namesOf, shown } from './medicines.ts'
import { answers } from '../answers.ts'
import { screened } from '../assessment/screened.ts'
import type { Ingredient } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

const sedating: readonly Ingredient[] = [
  'diazepam',
  'lorazepam',
  'clonazepam',
  'alprazolam',
  'temazepam',
  'zolpidem',
  'zopiclone',
  'gabapentin',
  'pregabalin',
  'promethazine',
  'diphenhydramine',
  'hydroxyzine',
  'doxylamine',
]

export const sedatives: Rule = {
  id: 'I10',
  asks: 'Is a sedative taken, or alcohol on the day of a dose?',
  hazard: 'H15',

  evaluate(facts, protocol) {
    const most = limitOf(protocol, 'I10.lorazepam.mgPerDay')
    const say = answers('I10', `${most.source}; Scottish Palliative Care Guidelines, ketamine (diazepam)`)
    const list = medicines(facts, protocol, sedating)
    const alcohol = screened(facts, {
      item: 'alcohol-on-dose-day',
      when: 'now',
      validDays: limitOf(protocol, 'I10.validDays').value,
    })
    const seen = [...list.taken.map((m) => shown(m, facts, protocol)), ...alcohol.facts]
    const taken = `${namesOf(list.taken)}: adds to sedation; keep the dose low, step slowly, none of it just before a dose.`
    const high = list.taken.some(
      (m) =>
        m.value.ingredients.includes('lorazepam') &&
        m.value.mgPerDay !== undefined &&
        !(m.value.mgPerDay <= most.value),
    )
    const excess = high
      ? ` Lorazepam is above ${most.value} ${most.unit}, where the oral esketamine trial excluded.`
      : ''

    if (alcohol.is === 'yes') return say.stop('Alcohol on the day of a dose: no ketamine on such a day.', seen)
    const doubts = [list.doubt, alcohol.is === 'not known' ? `Alcohol: ${alcohol.doubt}.` : ''].filter(Boolean)
    const asks = [list.ask, alcohol.is === 'not known' ? 'Is alcohol drunk on the day of a dose?' : ''].filter(Boolean)
    if (doubts.length > 0) {
      return say.missing(
        [...(list.taken.length > 0 ? [taken + excess] : []), ...doubts].join(' '),
        asks.join(' '),
        seen,
      )
    }
    if (list.taken.length > 0) return say.caution(taken + excess, seen)
    return say.clear(`No sedative among ${list.count} current medicines, and no alcohol on the day of a dose.`, seen)
  },
}
