/**
 * E11 — Could a child be harmed?
 *
 * Ketamine is not recommended in pregnancy or while breastfeeding, so both are ruled out and prevented. Hazard: H07.
 */
import { screened } from './screened.ts'
import { answers } from '../answers.ts'
import { isFresh } from '../calendar.ts'
import type { ConditionKind, ScreeningItem } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'

export const pregnancy: Rule = {
  id: 'E11',
  asks: 'Is there pregnancy, breastfeeding, or a chance of pregnancy without contraception?',
  hazard: 'H07',

  evaluate(facts, protocol) {
    const say = answers('E11', 'Ketalar prescribing information; OKTOS, doi:10.1186/s12888-020-02925-1')
    const validDays = limitOf(protocol, 'E11.validDays').value
    const asked = (item: ScreeningItem, kinds: readonly ConditionKind[] = []) =>
      screened(facts, { item, kinds, when: 'now', validDays })
    const pregnant = asked('pregnant', ['pregnancy'])
    const feeding = asked('breastfeeding', ['breastfeeding'])
    const could = asked('could-become-pregnant')
    const contraception = facts.screening['contraception-adequate']
    const { sex, age } = facts.person
    const who = `Recorded sex: ${sex ?? 'not recorded'}; age: ${age ?? 'not recorded'}`
    const seen = [
      who,
      ...new Set([pregnant, feeding, could].flatMap((s) => s.facts)),
      ...(contraception ? [contraception.says] : []),
    ]

    if (pregnant.is === 'yes') return say.stop(`Pregnant: ketamine is not recommended.${pregnant.conflict}`, seen)
    if (feeding.is === 'yes') return say.stop(`Breastfeeding: ketamine is contraindicated.${feeding.conflict}`, seen)
    if (sex === 'male' && could.is !== 'yes')
      return say.clear('Recorded sex is male, and no pregnancy is recorded.', seen)

    const youngest = limitOf(protocol, 'E11.age.youngest').value
    const most = limitOf(protocol, 'E17.age.mostCredible').value
    const oldest = limitOf(protocol, 'E11.age.oldest').value
    if (sex === 'female' && age !== undefined && age > oldest && age <= most && could.is !== 'yes') {
      return say.clear(`Female and older than ${oldest} years, where pregnancy is taken as not possible.`, seen)
    }
    if (sex === 'female' && age !== undefined && age >= 0 && age < youngest && could.is !== 'yes') {
      return say.clear(`Female and younger than ${youngest} years, where pregnancy is taken as not possible.`, seen)
    }
    // A "yes" to contraception is the good news, so it expires.
    const protectedNow = contraception?.value === true && isFresh(contraception.at, facts.asOf, validDays)
    if (could.is === 'yes' && contraception?.value === false) {
      return say.stop(
        'Pregnancy is possible and there is no adequate contraception.',
        seen,
        'Contraception, then a pregnancy test before the first dose.',
      )
    }
    const doubts = [
      ...(pregnant.is === 'no' ? [] : ['Do a pregnancy test.']),
      ...(feeding.is === 'no' ? [] : ['Is the person breastfeeding?']),
      ...(could.is === 'no' || protectedNow ? [] : ['Could the person become pregnant, and with what contraception?']),
    ]
    if (doubts.length > 0)
      return say.missing('Pregnancy and breastfeeding have not been ruled out.', doubts.join(' '), seen)
    return say.clear('Not pregnant, not breastfeeding, and pregnancy is not possible or is prevented.', seen)
  },
}
