/**
 * Was one treatment an adequate trial?
 *
 *     adequate = documented AND ((days ≥ trial.days AND mg/day ≥ trial.mgPerDay.<drug>) OR stopped for intolerance or contraindication)
 *
 * in three-valued logic: a known shortfall is `no`, anything not recorded is `unknown`, and neither ever counts as tried.
 * Duration and intolerance: Smith 2012, doi:10.1186/1471-2377-12-29; doses: NeuPSIG 2015, doi:10.1016/S1474-4422(14)70251-0.
 */
import type { Case, Ingredient, Treatment } from '../case.ts'
import { limitOf } from '../options/limit.ts'
import { atLeast, wholePercent } from '../options/response.ts'
import type { Protocol } from '../protocol.ts'

interface Trial {
  readonly adequate: 'yes' | 'no' | 'unknown'
  readonly because: string
  readonly ask?: string
}

export interface Verdict extends Trial {
  readonly failed: 'yes' | 'no' | 'unknown'
}

/** Drugs whose licensed dose falls with kidney function, so that a small dose may have been the full one. */
const renallyDosed: readonly Ingredient[] = ['gabapentin', 'pregabalin']

export function adjudicateTrial(treatment: Treatment, facts: Case, protocol: Protocol): Verdict {
  const trial = adequacy(treatment, facts, protocol)
  const failed = failure(trial, treatment, protocol)
  const ask =
    trial.ask ??
    (trial.adequate === 'yes' && failed === 'unknown'
      ? `${treatment.name}: how much of the pain did it remove, and why was it stopped?`
      : undefined)
  return { ...trial, failed, ...(ask !== undefined && { ask }) }
}

/** Failed = adequate AND (not tolerated OR less relief than `responder.painReduction`), in three-valued logic. */
function failure({ adequate }: Trial, { stopped, relief }: Treatment, protocol: Protocol): Verdict['failed'] {
  if (adequate === 'no') return 'no'
  const helped = isFraction(relief) ? atLeast(relief, limitOf(protocol, 'responder.painReduction').value) : undefined
  if (adequate === 'unknown') return helped === true ? 'no' : 'unknown'
  if (stopped === 'intolerance' || stopped === 'contraindication') return 'yes'
  // "No effect" beside a relief of 30 % or more contradicts itself.
  if (stopped === 'no-effect') return helped === true ? 'unknown' : 'yes'
  return helped === undefined ? 'unknown' : helped ? 'no' : 'yes'
}

function adequacy(treatment: Treatment, facts: Case, protocol: Protocol): Trial {
  if (treatment.evidence === 'referral-only') {
    return { adequate: 'no', because: `${treatment.name}: a referral is not a trial.` }
  }
  if (treatment.evidence === 'prescription-only') return undocumented(treatment)
  if (treatment.stopped === 'intolerance' || treatment.stopped === 'contraindication') {
    const why = treatment.stopped === 'intolerance' ? 'not tolerated' : 'contraindicated'
    return { adequate: 'yes', because: `${treatment.name} was stopped because it was ${why}, which counts as a trial.` }
  }
  if (treatment.class === 'medication') return drugTrial(treatment, facts, protocol)
  if (treatment.class === 'interventional') return procedureTrial(treatment, protocol)
  return programmeTrial(treatment, protocol)
}

function undocumented({ name, class: kind, stopped }: Treatment): Trial {
  const wanted = kind === 'medication' ? 'highest daily dose, days at that dose' : 'how long it lasted'
  const hint =
    stopped === undefined
      ? ''
      : ` (the record gives "${stopped}" as the reason for stopping; confirm that it was taken)`
  return {
    adequate: 'unknown',
    because: `${name} was prescribed or ordered; no trial of it is documented.`,
    ask: `${name}: was it taken, ${wanted}, effect on pain, and why stopped?${hint}`,
  }
}

function drugTrial(treatment: Treatment, facts: Case, protocol: Protocol): Trial {
  const { name } = treatment
  const days = amount(treatment.days)
  const mg = amount(treatment.mgPerDay)
  const wantedDays = limitOf(protocol, 'trial.days').value
  const minimum = treatment.ingredient && protocol.limits[`trial.mgPerDay.${treatment.ingredient}`]?.value

  if (days !== undefined && days < wantedDays) {
    return {
      adequate: 'no',
      because: `${name} was given for ${days} d; an adequate trial is ${wantedDays} d at an adequate dose.`,
    }
  }
  if (minimum !== undefined && mg !== undefined && mg < minimum)
    return belowMinimum(treatment, mg, minimum, facts, protocol)

  const unknown: string[] = []
  if (days === undefined) unknown.push('days at the highest dose')
  if (mg === undefined && minimum !== undefined) unknown.push('highest daily dose')
  if (minimum === undefined) unknown.push('whether the dose was adequate (no published minimum for neuropathic pain)')
  if (unknown.length > 0) {
    return {
      adequate: 'unknown',
      because: `${name}: not known: ${unknown.join('; ')}.`,
      ask: `${name}: ${unknown.join('; ')}?`,
    }
  }
  // Reached only with both numbers known and neither short of its limit.
  return days! >= wantedDays && mg! >= minimum!
    ? {
        adequate: 'yes',
        because: `${name} ${mg} mg/d for ${days} d reaches ${minimum} mg/d for ${wantedDays} d.${relieved(treatment, protocol)}`,
      }
    : {
        adequate: 'unknown',
        because: `${name}: dose or duration cannot be compared.`,
        ask: `${name}: dose and duration?`,
      }
}

function belowMinimum(treatment: Treatment, mg: number, minimum: number, facts: Case, protocol: Protocol): Trial {
  const { name, ingredient } = treatment
  const low = limitOf(protocol, 'trial.eGFR.renal').value
  const eGFR = facts.measurements.eGFR?.[0]
  const short = `${name} reached ${mg} mg/d; the least adequate dose is ${minimum} mg/d`
  if (ingredient && renallyDosed.includes(ingredient) && eGFR && eGFR.value < low) {
    return {
      adequate: 'unknown',
      because: `${short}, but kidney function is reduced (${eGFR.says}), so this may have been the full dose.`,
      ask: `${name}: was ${mg} mg/d the highest dose that kidney function allowed?`,
    }
  }
  return { adequate: 'no', because: `${short}.` }
}

/** No source gives a length for physiotherapy or psychological therapy; the drug criterion is borrowed, a shorter one is unknown. */
function programmeTrial(treatment: Treatment, protocol: Protocol): Trial {
  const { name } = treatment
  const days = amount(treatment.days)
  const wanted = limitOf(protocol, 'trial.days').value
  if (days !== undefined && days >= wanted) {
    return {
      adequate: 'yes',
      because: `${name} was followed for ${days} d (${wanted} d wanted).${relieved(treatment, protocol)}`,
    }
  }
  const said =
    days === undefined
      ? 'how long it lasted is not recorded'
      : `it lasted ${days} d, and no published least length exists`
  return {
    adequate: 'unknown',
    because: `${name}: ${said}.`,
    ask: `${name}: was the programme completed, how long, with what effect?`,
  }
}

/** A procedure is done once: what makes it a trial is that its effect was recorded. */
function procedureTrial(treatment: Treatment, protocol: Protocol): Trial {
  const { name, relief } = treatment
  if (isFraction(relief)) {
    return { adequate: 'yes', because: `${name} was done and its effect recorded.${relieved(treatment, protocol)}` }
  }
  if (treatment.stopped === 'no-effect')
    return { adequate: 'yes', because: `${name} was done and recorded as without effect.` }
  return {
    adequate: 'unknown',
    because: `${name} was done; its effect is not recorded.`,
    ask: `${name}: how much relief, for how long?`,
  }
}

/** A treatment that helps has been tried but has not failed; the ledger says so. */
function relieved({ relief }: Treatment, protocol: Protocol): string {
  if (!isFraction(relief)) return ' Effect on pain not recorded.'
  const percent = wholePercent(relief)
  return atLeast(relief, limitOf(protocol, 'responder.painReduction').value)
    ? ` It removed ${percent} % of the pain: tried, but not failed.`
    : ` It removed ${percent} % of the pain.`
}

const isFraction = (relief: number | undefined): relief is number => relief !== undefined && relief >= 0 && relief <= 1

/** A number that can be compared; NaN, zero and negatives are "not recorded". */
const amount = (n: number | undefined) => (n !== undefined && Number.isFinite(n) && n > 0 ? n : undefined)
