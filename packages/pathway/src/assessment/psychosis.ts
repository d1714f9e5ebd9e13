/**
 * E03 — Has there ever been psychosis or mania?
 *
 * Ketamine produces psychotic symptoms in healthy people and can bring back an illness. Hazard: H02.
 */
import { screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const psychosis: Rule = {
  id: 'E03',
  asks: 'Has there ever been psychosis or mania?',
  hazard: 'H02',

  evaluate(facts, protocol) {
    const say = answers(
      'E03',
      'Scottish Palliative Care Guidelines, ketamine; OKTOS, doi:10.1186/s12888-020-02925-1; Cohen 2018, doi:10.1097/AAP.0000000000000808',
    )
    const history = screened(facts, {
      item: 'psychosis-or-mania-ever',
      kinds: ['psychosis', 'mania'],
      when: 'ever',
      validDays: limitOf(protocol, 'E03.validDays').value,
    })
    if (history.is === 'yes') {
      return say.stop(
        `Psychosis or mania, now or in the past: ketamine is contraindicated.${history.conflict}`,
        history.facts,
      )
    }
    if (history.is === 'no') return say.clear('No psychosis or mania, now or in the past.', history.facts)
    return say.missing(
      `Psychosis and mania have not been ruled out: ${history.doubt}.`,
      'Has there ever been psychosis, mania or hypomania, in this person?',
      history.facts,
    )
  },
}
