/**
 * E01 — Has enough conventional treatment been tried, and does a specialist start this?
 *
 * Oral ketamine has no placebo-controlled benefit in chronic pain, so it comes third, and from a specialist.
 * Counts distinct drugs of guideline classes with an adequate trial that failed: one that helps is a reason to keep it. Three
 * drugs of one class are three tries of one idea, so more than one class is asked for as well. Hazard: H01.
 */
import { answers } from '../answers.ts'
import { isFresh } from '../calendar.ts'
import { limitOf } from '../options/limit.ts'
import type { Rule } from '../rule.ts'
import type { AdjudicatedTreatment } from '../treatment.ts'
import { adjudicate } from '../treatments/adjudicate.ts'

export const adequateTrials: Rule = {
  id: 'E01',
  asks: 'Have enough guideline drugs been tried, and does a specialist start the treatment?',
  hazard: 'H01',

  evaluate(facts, protocol) {
    const wanted = limitOf(protocol, 'E01.adequateTrials')
    const classes = limitOf(protocol, 'E01.drugClasses').value
    const enough = (some: readonly AdjudicatedTreatment[]) => some.length >= wanted.value && classesOf(some) >= classes
    const say = answers('E01', wanted.source)
    const drugs = adjudicate(facts, protocol).filter(isGuidelineDrug)
    const tried = drugs.filter((d) => d.failed === 'yes')
    const perhaps = drugs.filter((d) => d.failed !== 'yes' && d.failed !== 'no')
    const helped = drugs.filter((d) => d.adequate !== 'no' && d.failed === 'no')
    const seen = [...tried, ...helped, ...perhaps].map((d) => d.because)
    const spread = classesOf(tried)
    const narrow =
      tried.length >= wanted.value && spread < classes
        ? `, from ${spread} drug class(es) where ${classes} are asked for`
        : ''
    const count = `${tried.length} of the ${wanted.value} guideline drugs asked for had an adequate trial and failed${narrow}`
    const open = perhaps.length > 0 ? ` (of ${perhaps.length} more it is not known)` : ''
    const better = helped.length > 0 ? ` ${helped.map((d) => d.name).join(', ')} helped and did not fail.` : ''

    const specialist = facts.screening['specialist-initiated']
    const all = [...seen, ...(specialist ? [specialist.says] : [])]

    if (specialist?.value === false) {
      return say.stop('No specialist starts this treatment; oral ketamine is for initiation by a specialist only.', all)
    }
    if (enough(tried)) {
      // A "yes" is the good news here, so it is this one that expires.
      if (specialist?.value === true && isFresh(specialist.at, facts.asOf, limitOf(protocol, 'E01.validDays').value)) {
        return say.clear(`${count}, and a specialist starts the treatment.${better}`, all)
      }
      const ask = 'Which pain specialist starts and follows this treatment?'
      return say.missing(`${count}; whether a specialist starts the treatment is not known.${better}`, ask, all)
    }
    if (enough([...tried, ...perhaps])) {
      const asks = perhaps.flatMap((d) => (d.ask === undefined ? [] : [d.ask]))
      return say.missing(
        `${count}; ${perhaps.length} more may have been adequate and failed.${better}`,
        asks.join(' '),
        all,
      )
    }
    return say.hold(
      `${count}${open}: on this record ketamine is not yet third-line.${better}`,
      all,
      'What else was tried for this pain: drug, highest daily dose, how long, effect, and why stopped?',
    )
  },
}

/** Paracetamol and drugs outside the classes are on the ledger and do not count toward third-line. */
function isGuidelineDrug({ class: kind, drugClass }: AdjudicatedTreatment): boolean {
  return kind === 'medication' && drugClass !== undefined && !['paracetamol', 'NSAID', 'other'].includes(drugClass)
}

const classesOf = (drugs: readonly AdjudicatedTreatment[]) => new Set(drugs.map((d) => d.drugClass)).size
