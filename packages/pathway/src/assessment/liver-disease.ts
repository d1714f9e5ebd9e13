/**
 * E10 — Is the liver able to clear ketamine?
 *
 * A swallowed dose is mostly destroyed in the liver before it arrives; with severe disease far more arrives. Hazard: H06.
 * The record holds no Child–Pugh class, so a liver disease on it always ends in a question.
 */
import { readLiverTests } from './liver-tests.ts'
import { diagnosed } from './screened.ts'
import { answers } from '../answers.ts'
import type { Rule } from '../rule.ts'

export const liverDisease: Rule = {
  id: 'E10',
  asks: 'Is there liver disease, and how severe?',
  hazard: 'H06',

  evaluate(facts, protocol) {
    const say = answers(
      'E10',
      'Cohen 2018, doi:10.1097/AAP.0000000000000808; Scottish Palliative Care Guidelines, ketamine',
    )
    const present = diagnosed(facts, ['liver-disease'], 'now').map((c) => c.says)
    const ever = diagnosed(facts, ['liver-disease'], 'ever').map((c) => c.says)
    const tests = readLiverTests(facts, protocol)

    if (present.length > 0) {
      return say.missing(
        'Liver disease is recorded and its severity is not.',
        'What is the Child–Pugh class? C: do not use. B: half the dose.',
        present,
      )
    }
    if (!tests.every((t) => t.is === 'within')) {
      return say.missing(
        'No liver disease is recorded, and the liver tests do not show that there is none.',
        'Is there liver disease? See E09 for the tests to take.',
        [...ever, ...tests.flatMap((t) => t.facts)],
      )
    }
    if (ever.length > 0) return say.caution('A liver disease is recorded as resolved; the liver tests agree.', ever)
    return say.clear(
      'No liver disease is recorded, and the liver tests are within their limits.',
      tests.flatMap((t) => t.facts),
    )
  },
}
