/** Orders of swallowed or dissolved ketamine: each dose in mg, mL and strength as far as they are written. */
import type { KetamineOrder } from '@anodyne/pathway'
import { own } from '../codes/own.ts'
import { SNOMED } from '../codes/systems.ts'
import { codings, nameOf, textsOf } from './coding.ts'
import { day, daysBetween } from './date.ts'
import { doseIn, timesPerDay } from './dosage.ts'
import { num, obj, objects, quote, str, type Json } from './json.ts'
import { massOfBase } from './ketamine-mass.ts'
import { readIngredients } from './medication-name.ts'
import { medicationConcept, prescribed } from './medications.ts'
import { tidy } from './quantity.ts'
import type { Entry, RecordReader } from './record.ts'
import { convert, ucumSpelling } from './units.ts'

export interface OrderRead {
  readonly order: KetamineOrder
  /** Active on the day of reading. */
  readonly current: boolean
  readonly at?: string
  readonly where: string
  readonly says: string
}

/** SNOMED CT routes: 26643006 oral, 37839007 sublingual. */
const routes: Readonly<Record<string, 'oral' | 'sublingual'>> = {
  '26643006': 'oral',
  '37839007': 'sublingual',
}

export function readOrders(record: RecordReader): OrderRead[] {
  return record.about('MedicationRequest').flatMap((entry) => readOrder(record, entry) ?? [])
}

function readOrder(record: RecordReader, entry: Entry): OrderRead | undefined {
  const { resource, path } = entry
  const { concept, medication } = medicationConcept(record, entry)
  const drug = readIngredients(concept).ingredients.find((i) => i === 'ketamine' || i === 'esketamine')
  if (!drug || resource.doNotPerform === true) return undefined
  // Proposals and plans are not orders; a cancelled one was never taken.
  if (
    ['proposal', 'plan', 'option'].includes(str(resource.intent) ?? '') ||
    ['cancelled', 'draft'].includes(str(resource.status) ?? '')
  )
    return undefined
  const { at, future } = record.when(entry, prescribed)
  if (future) return undefined
  const dosages = objects(resource.dosageInstruction).map((d) => d.value)
  const route = routeOf(record, dosages, path)
  if (route === 'other') return undefined
  const stage = stageOn(dosages, at, record.asOf)
  const one = typeof stage === 'string' ? undefined : stage
  if (stage === 'ambiguous')
    record.issue(
      `${path}.dosageInstruction`,
      'dose-ambiguous',
      `the ketamine order has ${dosages.length} dosage instructions; expected one; dose not used`,
    )
  const mass = one && doseIn(one, 'mg')
  const mg = mass === undefined ? undefined : massOfBase(record, entry, concept, mass)
  const mL = one && doseIn(one, 'mL')
  const strength = strengthOf(medication) ?? strengthInText(textsOf(concept))
  const times = one && timesPerDay(one)
  const supply = supplyDays(resource)
  const order: KetamineOrder = {
    substance: drug === 'ketamine' ? 'racemic-ketamine' : 'esketamine',
    ...(route && { route }),
    ...(mg !== undefined && { mg }),
    ...(mL !== undefined && { mL }),
    ...(strength !== undefined && { strength }),
    ...(times !== undefined && { timesPerDay: times }),
    ...(supply !== undefined && { supplyDays: supply }),
  }
  return {
    order,
    current: resource.status === 'active' && stage !== 'over',
    ...(at && { at }),
    where: path,
    says: say(order, at),
  }
}

/**
 * The dosage of the day: the only one, or the stage of a sequence (a taper) that the day falls into. `over` after its last day;
 * `ambiguous` when several stand side by side or their lengths are not written.
 */
function stageOn(
  dosages: readonly Json[],
  at: string | undefined,
  asOf: string,
): Json | 'over' | 'ambiguous' | undefined {
  if (dosages.length <= 1) return dosages[0]
  const begun = daysBetween(at, asOf)
  const numbered = dosages.map((dosage) => ({ dosage, sequence: num(dosage.sequence), days: lengthOf(dosage) }))
  const sequences = new Set(numbered.map((d) => d.sequence))
  if (
    begun === undefined ||
    sequences.size < dosages.length ||
    numbered.some((d) => d.sequence === undefined || d.days === undefined)
  )
    return 'ambiguous'
  let left = begun
  for (const { dosage, days } of numbered.sort((a, b) => a.sequence! - b.sequence!)) {
    if (left < days!) return dosage
    left -= days!
  }
  return 'over'
}

function lengthOf(dosage: Json): number | undefined {
  const duration = obj(obj(obj(dosage.timing)?.repeat)?.boundsDuration)
  const value = num(duration?.value)
  const unit = str(duration?.code) ?? str(duration?.unit)
  const converted = value !== undefined && unit ? convert(value, unit, 'd') : undefined
  return converted && 'value' in converted && converted.value > 0 ? converted.value : undefined
}

/** `other` for an injected or nasal order, which is another treatment; undefined when the record does not say. */
function routeOf(record: RecordReader, dosages: readonly Json[], path: string): KetamineOrder['route'] | 'other' {
  const found = dosages.flatMap((d): (KetamineOrder['route'] | 'other')[] => {
    const concept = obj(d.route)
    if (!concept) return []
    const coded = codings(concept).find((c) => c.system === SNOMED)
    if (coded) return [own(routes, coded.code) ?? 'other']
    const text = (nameOf(concept) ?? '').trim().toLowerCase()
    if (text === 'oral' || text === 'by mouth' || text === 'po') return ['oral']
    if (text === 'sublingual') return ['sublingual']
    record.issue(
      `${path}.dosageInstruction[0].route`,
      'route-unreadable',
      `the ketamine order has the route ${quote(concept, 80)}; expected SNOMED CT 26643006 (oral) or 37839007 (sublingual)`,
    )
    return []
  })
  return found.length > 0 && found.every((r) => r === found[0]) ? found[0] : undefined
}

/** mg/mL from the Medication's own ingredient strength. */
function strengthOf(medication: Json | undefined): number | undefined {
  const ratio = objects(medication?.ingredient)
    .map(({ value }) => obj(value.strength))
    .find((s) => s !== undefined)
  const inUnit = (quantity: Json | undefined, unit: string) => {
    const value = num(quantity?.value)
    const given = str(quantity?.code) ?? str(quantity?.unit)
    const converted = value !== undefined && given ? convert(value, ucumSpelling(given), unit) : undefined
    return converted && 'value' in converted && converted.value > 0 ? converted.value : undefined
  }
  const top = inUnit(obj(ratio?.numerator), 'mg')
  const bottom = inUnit(obj(ratio?.denominator), 'mL')
  return top !== undefined && bottom !== undefined ? top / bottom : undefined
}

/** "10 mg/mL" in the medicine's name, when it is there once. */
function strengthInText(texts: readonly string[]): number | undefined {
  const found = texts.flatMap((text) =>
    [...text.matchAll(/(\d+(?:\.\d+)?)\s?mg\s?\/\s?mL\b/gi)].map((m) => Number(m[1])),
  )
  return found.length > 0 && found.every((s) => s === found[0] && s > 0) ? found[0] : undefined
}

function supplyDays(resource: Json): number | undefined {
  const duration = obj(obj(resource.dispenseRequest)?.expectedSupplyDuration)
  const value = num(duration?.value)
  const unit = str(duration?.code) ?? str(duration?.unit)
  const spelled = unit && /^days?$/i.test(unit) ? 'd' : unit
  const converted = value !== undefined && spelled ? convert(value, spelled, 'd') : undefined
  return converted && 'value' in converted ? converted.value : undefined
}

function say(order: KetamineOrder, at: string | undefined): string {
  const { mg, mL, strength, timesPerDay: times, route, supplyDays: supply } = order
  const amount = [mg !== undefined && `${tidy(mg)} mg`, mL !== undefined && `${tidy(mL)} mL`]
    .filter(Boolean)
    .join(' = ')
  const parts = [
    amount && strength !== undefined ? `${amount} of ${tidy(strength)} mg/mL` : amount,
    route,
    times !== undefined && `${tidy(times)} times a day`,
    supply !== undefined && `supply for ${tidy(supply)} days`,
  ].filter(Boolean)
  const drug = order.substance === 'esketamine' ? 'Esketamine' : 'Ketamine'
  return `${drug} ${parts.length > 0 ? parts.join(', ') : 'without a written dose'}${at ? `, ordered ${day(at)}` : ''}`
}
