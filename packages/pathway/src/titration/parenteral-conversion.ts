/**
 * T07 — Is a parenteral dose being turned into an oral one?
 *
 * Sources differ threefold on the ratio, so the conversion starts at the low end and is reviewed upward. Hazard: H18.
 */
import { answers } from '../answers.ts'
import type { Case } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import { phaseFact } from '../phase.ts'
import type { Rule } from '../rule.ts'

const parenteral = /inject|infus|parenteral|intraven|intramusc|subcutan|\b(iv|im|sc|sq)\b/i
const oral = /oral|sublingual|buccal|troche|lozenge|capsule|tablet|wafer|syrup|solution to swallow/i

export const parenteralConversion: Rule = {
  id: 'T07',
  asks: 'Is parenteral ketamine being converted to oral?',
  hazard: 'H18',

  evaluate(facts, protocol) {
    const low = limitOf(protocol, 'T07.fraction.low')
    const high = limitOf(protocol, 'T07.fraction.high').value
    const most = limitOf(protocol, 'T07.fraction.most').value
    const say = answers('T07', low.source)
    const percent = (n: number) => Math.round(n * 100)
    const given = ketamineOnRecord(facts)
    const injected = given.filter((g) => parenteral.test(g.name))
    const unclear = given.filter((g) => !parenteral.test(g.name) && !oral.test(g.name))

    if (injected.length > 0) {
      return say.caution(
        `Parenteral ketamine is on record: start the oral daily dose at ${percent(low.value)} to ${percent(high)} % of it, then up to ${percent(most)} % under review.`,
        injected.map((g) => g.says),
        'What was the last parenteral daily dose, and when did it end?',
      )
    }
    if (unclear.length > 0 && !facts.ketamine.order) {
      return say.missing(
        'Ketamine is on record without its route.',
        'Was it swallowed or injected?',
        unclear.map((g) => g.says),
      )
    }
    if (facts.medications === undefined || facts.medications.length === 0) {
      return say.missing(
        'The record holds no medication list, so parenteral ketamine cannot be ruled out.',
        'Has ketamine been given by injection or infusion?',
        [phaseFact(facts)],
      )
    }
    return say.clear('No parenteral ketamine is on record: nothing to convert.', [phaseFact(facts)])
  },
}

function ketamineOnRecord(facts: Case): { readonly name: string; readonly says: string }[] {
  const isKetamine = (ingredient: string | undefined, name: string) =>
    ingredient === 'ketamine' || ingredient === 'esketamine' || /ketamine/i.test(name)
  return [
    ...(facts.medications ?? []).filter((m) => m.value.ingredients.some((i) => isKetamine(i, m.value.name))),
    ...facts.treatments.filter((t) => isKetamine(t.value.ingredient, t.value.name)),
  ].map((f) => ({ name: `${f.value.name} ${f.says}`, says: f.says }))
}
