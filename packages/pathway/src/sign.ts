/**
 * The only way to a plan. A clinician signs one option of one assessment; what is blocked, altered, badly reckoned or above a
 * ceiling is refused, as a value.
 */
import { withinCeilings } from './ceilings.ts'
import { isMeasurable } from './dose-arithmetic.ts'
import { onTreatment } from './options/state.ts'
import type { Dose, Option, PlannedRegimen } from './option.ts'
import type { Assessment, Clinician, Plan } from './plan.ts'
import type { Protocol } from './protocol.ts'

export type SignRefusalCode =
  | 'not-an-option'
  | 'blocked'
  | 'no-name'
  | 'no-role'
  | 'no-time'
  | 'no-id'
  | 'other-protocol'
  | 'arithmetic'
  | 'ceiling'

export interface SignRefusal {
  readonly refused: { readonly code: SignRefusalCode; readonly message: string }
}

/**
 * @param at ISO 8601 date-time of signing
 * @param id of the plan
 * @param protocol the one the assessment was made with
 */
export function sign(
  assessment: Assessment,
  option: Option,
  clinician: Clinician,
  at: string,
  id: string,
  protocol: Protocol,
): Plan | SignRefusal {
  const { name, role } = clinician
  if (typeof name !== 'string' || name.trim() === '')
    return refuse('no-name', 'Signing needs the name of the clinician; it is empty.')
  if (role !== 'prescriber' && role !== 'clinical-lead') {
    return refuse('no-role', `Signing needs the role "prescriber" or "clinical-lead"; got "${String(role)}".`)
  }
  if (!/^\d{4}-\d{2}-\d{2}T/.test(at) || Number.isNaN(Date.parse(at)))
    return refuse('no-time', `Signing needs an ISO 8601 date-time; got "${at}".`)
  if (id.trim() === '') return refuse('no-id', 'A plan needs an id; it is empty.')
  if (assessment.protocol.id !== protocol.id || assessment.protocol.version !== protocol.version) {
    return refuse(
      'other-protocol',
      `Assessed with protocol ${assessment.protocol.id} ${assessment.protocol.version}, signing with ${protocol.id} ${protocol.version}.`,
    )
  }
  if (!assessment.options.some((o) => canonical(o) === canonical(option))) {
    return refuse('not-an-option', `"${option.title}" is not among the options of this assessment, or was altered.`)
  }
  if (option.blockedBy.length > 0)
    return refuse('blocked', `"${option.title}" is blocked by ${option.blockedBy.join(', ')}.`)
  const fault = badArithmetic(option, protocol)
  if (fault !== undefined) return refuse('arithmetic', fault)
  const [broken] = brokenCeilings(assessment, option, protocol)
  if (broken !== undefined) return refuse('ceiling', `${broken.rule}: ${broken.says}`)

  const { options: _, ...rest } = assessment
  return { id, assessment: rest, option, signedBy: { name: name.trim(), role }, signedAt: at }
}

function badArithmetic({ dose, regimen }: Option, protocol: Protocol): string | undefined {
  if (dose === undefined && regimen === undefined) return undefined
  if (dose === undefined || regimen === undefined || canonical(dose) !== canonical(regimen.dose)) {
    return 'The dose and the regimen do not say the same.'
  }
  const { mg, mL, strength, timesPerDay } = dose
  const wrong = doses(regimen).find((d) => !isMeasurable(d, protocol))
  if (wrong)
    return `${wrong.mg} mg, ${wrong.mL} mL, ${wrong.strength} mg/mL: mg must be mL × strength, in whole graduations of the syringe.`
  if (!(Math.abs(regimen.mgPerDay - mg * timesPerDay) < 1e-6)) {
    return `${mg} mg (${mL} mL of ${strength} mg/mL) ${timesPerDay} times a day is not ${regimen.mgPerDay} mg/d.`
  }
  return undefined
}

/** Every dose of a regimen; the 0 that ends a taper is none. */
const doses = ({ dose, stages }: PlannedRegimen): Dose[] => [
  dose,
  ...(stages ?? []).map((s) => s.dose).filter((d) => d.mg !== 0 || d.mL !== 0),
]

function brokenCeilings({ phase, person, options }: Assessment, { kind, regimen }: Option, protocol: Protocol) {
  if (regimen === undefined) return []
  const taking = onTreatment(phase)
  const before = taking ? options.find((o) => o.kind === 'hold')?.dose : undefined
  const highest = doses(regimen).reduce((a, b) => (b.mg * b.timesPerDay > a.mg * a.timesPerDay ? b : a))
  const request = {
    mg: highest.mg,
    timesPerDay: highest.timesPerDay,
    supplyDays: regimen.days,
    titrating: kind !== 'taper' && phase !== 'maintenance' && phase !== 'taper',
    ...(person.weight !== undefined && { weight: person.weight }),
    ...(before && { before }),
    // The date of the last step is not in the assessment: the interval was judged by `propose` and stands in `blockedBy`.
    hoursSinceStep: Infinity,
  }
  return withinCeilings(request, protocol)
}

const refuse = (code: SignRefusalCode, message: string): SignRefusal => ({ refused: { code, message } })

/** JSON with sorted keys: two options are the same when they say the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}
