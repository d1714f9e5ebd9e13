/**
 * M05 — Are there new bladder symptoms on treatment?
 *
 * Ketamine cystitis can heal when ketamine stops and scar when it goes on. An infection may be there as well, so
 * neither a proven nor an excluded one changes the answer. Hazard: H09.
 */
import { diagnosed, screened } from '../assessment/screened.ts'
import { answers } from '../answers.ts'
import { fewestDaysBetween } from '../calendar.ts'
import type { Condition, Fact } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import { phaseFact, takesKetamine } from '../phase.ts'
import type { Rule } from '../rule.ts'

export const bladderOnTreatment: Rule = {
  id: 'M05',
  asks: 'Are there new bladder symptoms on treatment?',
  hazard: 'H09',

  evaluate(facts, protocol) {
    const say = answers(
      'M05',
      'NHS BNSSG ketamine bladder pathway (draft) and Winstock 2012, doi:10.1111/j.1464-410X.2012.11028.x, both in recreational users',
    )
    if (!takesKetamine(facts))
      return say.clear('Ketamine is not being taken; E13 asks about the bladder before it.', [phaseFact(facts)])

    const validDays = limitOf(protocol, 'M05.validDays').value
    const fresh = screened(facts, { item: 'bladder-symptoms-new', when: 'now', validDays })
    const any = facts.screening['bladder-symptoms-or-haematuria']
    const infection = facts.screening['urine-infection-excluded']
    const { started } = facts.ketamine
    const diseases = diagnosed(facts, ['bladder-disease'], 'now')
    // Certainly before the first dose, or it counts as new: a date known to the month may be any day of it.
    const daysBefore = (c: Fact<Condition>) => (started === undefined ? NaN : fewestDaysBetween(c.value.onset, started))
    const since = diseases.filter((c) => daysBefore(c) <= 0)
    const undated = diseases.filter((c) => !Number.isFinite(daysBefore(c)))
    const seen = [
      ...fresh.facts,
      ...(any ? [any.says] : []),
      ...diseases.map((c) => c.says),
      ...(infection ? [infection.says] : []),
    ]
    const isNew = fresh.is === 'yes' || since.length > 0 || (any?.value === true && fresh.is !== 'no')

    if (isNew) {
      const urine =
        infection?.value === true
          ? 'Infection is excluded'
          : 'Infection is not excluded, and would not make it safe to go on'
      const conflict = fresh.is === 'no' ? ' The form says no new symptoms; the diagnosis is believed.' : ''
      return say.stop(
        `New bladder symptoms on treatment: stop ketamine. ${urine}.${conflict}`,
        seen,
        'Midstream urine, creatinine and electrolytes now; urology if symptoms last over 4 weeks after stopping, or with retention or hydronephrosis.',
      )
    }
    if (fresh.is === 'not known' || undated.length > 0) {
      const why = undated.length > 0 ? 'a bladder disease is recorded without its beginning' : fresh.doubt
      return say.missing(
        `New bladder symptoms have not been ruled out: ${why}.`,
        'Any new frequency, urgency, night-time passing, burning, pain or blood?',
        seen,
      )
    }
    return say.clear('No new bladder symptoms.', seen)
  },
}
