/** What was and is taken, from prescriptions and statements. */
import type { Fact, Medication } from '@anodyne/pathway'
import { codings, nameOf, strangeSystem } from './coding.ts'
import { day, isAfter, isDate } from './date.ts'
import { mgPerDay } from './dosage.ts'
import { obj, objects, quote, str, type Json } from './json.ts'
import { readIngredients } from './medication-name.ts'
import type { Entry, RecordReader } from './record.ts'

export const prescribed = ['authoredOn', 'effectivePeriod.start', 'effectiveDateTime', 'dateAsserted'] as const

/** Undefined when the record holds no medication resource about the person: then nothing is known. */
export function readMedications(record: RecordReader): Fact<Medication>[] | undefined {
  const entries = record.about('MedicationRequest', 'MedicationStatement')
  if (entries.length === 0) return undefined
  return entries.flatMap((entry) => readMedication(record, entry) ?? [])
}

function readMedication(record: RecordReader, entry: Entry): Fact<Medication> | undefined {
  const { resource, path, type } = entry
  if (resource.doNotPerform === true) return undefined
  const { at, future } = record.when(entry, prescribed)
  if (future) return undefined
  const { concept, where } = medicationConcept(record, entry)
  const { ingredients, readable, contradiction } = readIngredients(concept)
  const code = codings(concept)[0]
  const name = nameOf(concept) ?? (code ? `code ${code.code}` : 'unnamed medicine')
  if (!readable)
    record.issue(
      where,
      'medication-unreadable',
      `${type} ${code ? `has the code ${quote(code.code)} and no name` : 'names no medicine'}; expected a known code or a name`,
    )
  else if (contradiction)
    record.issue(
      where,
      'medication-contradictory',
      `${type}: the code means ${contradiction.code.join(', ')}, the name ${quote(name)} says ${contradiction.name.join(', ')}; both are counted`,
    )
  else if (ingredients.length === 0 && strangeSystem(concept))
    record.grouped(
      `system ${type} ${strangeSystem(concept)}`,
      where,
      'code-system-unknown',
      (count) =>
        `${type} ${quote(name)}${count > 1 ? ` and ${count - 1} more` : ''}: codes of ${quote(strangeSystem(concept), 100)} are not known here; read by name`,
    )
  const end = endOf(resource)
  const ended = end !== undefined && !isAfter(end, record.asOf) && day(end) < day(record.asOf)
  const status = statusOf(resource, ended)
  const strengthMg = strengthIn(name)
  const daily = mgPerDay(
    objects(resource.dosageInstruction ?? resource.dosage).map((d) => d.value),
    strengthMg,
  )
  return {
    value: {
      ingredients,
      name,
      readable,
      status,
      ...(at && { start: at }),
      ...(end && !isAfter(end, record.asOf) && { end }),
      ...(daily !== undefined && { mgPerDay: daily }),
      ...(strengthMg !== undefined && { strengthMg }),
    },
    ...(at && { at }),
    where: path,
    says: `${name} (${status}${at ? `, since ${day(at)}` : ''}${ended ? `, until ${day(end)}` : ''})`,
  }
}

/** The medicine itself: in the resource, or where its reference points, inside or beside it. */
export function medicationConcept(
  record: RecordReader,
  entry: Entry,
): { readonly concept: unknown; readonly where: string; readonly medication?: Json } {
  const { resource, path } = entry
  if (resource.medicationCodeableConcept !== undefined)
    return { concept: resource.medicationCodeableConcept, where: `${path}.medicationCodeableConcept` }
  const reference = obj(resource.medicationReference)
  if (!reference) return { concept: undefined, where: path }
  const found = record.resolve(reference, entry)
  if (found?.type === 'Medication')
    return { concept: found.resource.code, where: `${path}.medicationReference`, medication: found.resource }
  // A reference that leads nowhere may still say a name.
  return { concept: { text: reference.display }, where: `${path}.medicationReference` }
}

/** The end of taking it, where it is written; the validity of a prescription is not the end of a treatment. */
function endOf(resource: Json): string | undefined {
  const bounds = objects(resource.dosageInstruction).map(
    ({ value }) => obj(obj(obj(value.timing)?.repeat)?.boundsPeriod)?.end,
  )
  const ends = [obj(resource.effectivePeriod)?.end, ...(bounds.every((b) => b !== undefined) ? bounds : [])].flatMap(
    (e) => str(e) ?? [],
  )
  return ends.filter(isDate).sort().at(-1)
}

const over = new Set(['stopped', 'completed', 'cancelled', 'not-taken'])

function statusOf(resource: Json, ended: boolean): Medication['status'] {
  const status = str(resource.status) ?? ''
  if (over.has(status)) return 'past'
  if (status !== 'active') return 'unknown'
  // An active proposal is not an order.
  if (resource.intent === 'proposal' || resource.intent === 'plan' || resource.intent === 'option') return 'unknown'
  return ended ? 'past' : 'current'
}

/** The first strength in a product's name, mg; a concentration ("10 MG/ML") is none. */
export function strengthIn(name: string): number | undefined {
  const match = /(\d+(?:[.,]\d+)?)\s?MG\b(?!\s?\/\s?(?:\d|(?:ML|L|HR|H|D|ACTUAT|ACT|G)\b))/i.exec(name)
  const value = match ? Number(match[1]!.replace(',', '.')) : Number.NaN
  return value > 0 ? value : undefined
}
