/**
 * I02 — Is grapefruit eaten or drunk?
 *
 * It raises swallowed ketamine threefold by sparing it in the gut wall, and nobody writes it on a medication list. Hazard: H13.
 */
import { measuredEffect, measuredSource } from './measured.ts'
import { screened } from '../assessment/screened.ts'
import { answers } from '../answers.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const grapefruit: Rule = {
  id: 'I02',
  asks: 'Is grapefruit taken?',
  hazard: 'H13',

  evaluate(facts, protocol) {
    const say = answers('I02', `Peltoniemi 2012, ${measuredSource('grapefruit')}`)
    const form = screened(facts, {
      item: 'grapefruit',
      when: 'now',
      validDays: limitOf(protocol, 'I02.validDays').value,
    })
    if (form.is === 'yes') {
      return say.stop(
        `Grapefruit: ${measuredEffect('grapefruit')}; no ketamine while it is taken.`,
        form.facts,
        'Stop grapefruit in every form.',
      )
    }
    if (form.is === 'no') return say.clear('No grapefruit.', form.facts)
    return say.missing(
      `Whether grapefruit is taken is not known: ${form.doubt}.`,
      'Does the person eat or drink grapefruit?',
      form.facts,
    )
  },
}
