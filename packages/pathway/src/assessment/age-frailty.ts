/**
 * E17 — Is the person old or frail, or not an adult?
 *
 * Frail people are titrated more slowly: half the start, twice the interval. The protocol is for adults. Hazard: H12.
 */
import { screened } from './screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const ageFrailty: Rule = {
  id: 'E17',
  asks: 'Is the person 65 or older, or frail?',
  hazard: 'H12',

  evaluate(facts, protocol) {
    const old = limitOf(protocol, 'E17.age.caution')
    const adult = limitOf(protocol, 'E17.age.adult')
    const most = limitOf(protocol, 'E17.age.mostCredible').value
    const say = answers('E17', old.source)
    const { age } = facts.person
    const frail = screened(facts, {
      item: 'frail',
      kinds: ['frailty'],
      when: 'now',
      validDays: limitOf(protocol, 'E17.validDays').value,
    })
    const seen = [
      `Age: ${age === undefined ? 'not recorded' : `${age} years on ${facts.asOf.slice(0, 10)}`}`,
      ...frail.facts,
    ]
    const slower = 'halve the first dose and double the interval between steps'

    if (age === undefined || !(age >= 0 && age <= most)) {
      return say.missing('Age is not recorded, or cannot be right.', 'What is the date of birth?', seen)
    }
    if (!(age >= adult.value)) return say.stop(`Younger than ${adult.value} years: this protocol is for adults.`, seen)
    if (frail.is === 'yes') return say.caution(`Frail: ${slower}.${frail.conflict}`, seen)
    if (!(age < old.value)) return say.caution(`${old.value} years or older: ${slower}.`, seen)
    if (frail.is === 'no') return say.clear(`Younger than ${old.value} years and not frail.`, seen)
    return say.missing(
      `Younger than ${old.value} years; frailty is not known: ${frail.doubt}.`,
      'Is the person frail?',
      seen,
    )
  },
}
