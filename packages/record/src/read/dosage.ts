/** How much and how often, from a FHIR Dosage. What is not written is absent. */
import { own } from '../codes/own.ts'
import { obj, objects, num, str, type Json } from './json.ts'
import { codings } from './coding.ts'
import { convert, ucumSpelling } from './units.ts'

/** Hours in a unit of time (FHIR units-of-time, UCUM). */
const hours: Readonly<Record<string, number>> = { h: 1, d: 24, wk: 168 }

/** HL7 v3 GTSAbbreviation. */
const abbreviations: Readonly<Record<string, number>> = {
  QD: 1,
  BID: 2,
  TID: 3,
  QID: 4,
  QOD: 0.5,
  Q4H: 6,
  Q6H: 4,
  Q8H: 3,
  Q12H: 2,
  AM: 1,
  PM: 1,
  BED: 1,
}

/** Doses a day; undefined when the timing is absent, on demand, a range, or names moments of the day that cannot be counted. */
export function timesPerDay(dosage: Json): number | undefined {
  if (dosage.asNeededBoolean === true || obj(dosage.asNeededCodeableConcept)) return undefined
  const timing = obj(dosage.timing)
  const repeat = obj(timing?.repeat)
  const period = num(repeat?.period)
  const unit = own(hours, str(repeat?.periodUnit) ?? '')
  if (repeat && period && period > 0 && unit && repeat.frequencyMax === undefined && repeat.periodMax === undefined) {
    const frequency = repeat.frequency === undefined ? 1 : num(repeat.frequency)
    return frequency && frequency > 0 ? (frequency * 24) / (period * unit) : undefined
  }
  return codings(timing?.code)
    .map((c) => own(abbreviations, c.code.toUpperCase()))
    .find((n) => n !== undefined)
}

/** The amounts of one dose, one for each unit it is written in. */
export function doseQuantities(dosage: Json): { readonly value: number; readonly unit: string; readonly at: string }[] {
  return objects(dosage.doseAndRate).flatMap(({ at, value }) => {
    const quantity = obj(value.doseQuantity)
    const amount = num(quantity?.value)
    const unit = str(quantity?.code) ?? str(quantity?.unit)
    return quantity && amount !== undefined && unit && !str(quantity.comparator)
      ? [{ value: amount, unit: ucumSpelling(unit), at: `doseAndRate[${at}].doseQuantity` }]
      : []
  })
}

/** The one dose in mg or mL; undefined when it is not written, or is written twice and differently. */
export function doseIn(dosage: Json, unit: 'mg' | 'mL'): number | undefined {
  const found = doseQuantities(dosage).flatMap((q) => {
    const converted = convert(q.value, q.unit, unit)
    return 'value' in converted ? [converted.value] : []
  })
  return found.length > 0 && found.every((v) => v === found[0]) ? found[0] : undefined
}

/** mg a day, when one dosage says all of it; a tablet counts by the product's strength. */
export function mgPerDay(dosages: readonly Json[], strengthMg: number | undefined): number | undefined {
  const [dosage, ...others] = dosages
  if (!dosage || others.length > 0) return undefined
  const times = timesPerDay(dosage)
  const tablets =
    strengthMg === undefined
      ? undefined
      : doseQuantities(dosage).find((q) => /^\{?(?:tablet|tab|capsule|cap)s?\}?$/i.test(q.unit))
  const mg = doseIn(dosage, 'mg') ?? (tablets && strengthMg !== undefined ? tablets.value * strengthMg : undefined)
  return times !== undefined && mg !== undefined && mg > 0 ? mg * times : undefined
}
