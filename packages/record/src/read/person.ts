/** Who the record is about. */
import type { Case } from '@anodyne/pathway'
import { own } from '../codes/own.ts'
import { syntheticMarks } from '../codes/anodyne.ts'
import { ageOn, isAfter, isDate } from './date.ts'
import { obj, objects, quote, str, type Json } from './json.ts'
import type { RecordReader } from './record.ts'

const sexes: Readonly<Record<string, NonNullable<Case['person']['sex']>>> = {
  male: 'male',
  female: 'female',
  other: 'other',
}

/** Years; no one has been shown to live longer than 122, so an older age is an error of entry. */
const OLDEST = 130

export function readPerson(record: RecordReader): Case['person'] {
  const patient = record.patient
  if (!patient) throw new RangeError('readCase needs a Bundle with a Patient: use readBundle first')
  const { resource, path } = patient
  const born = readBirth(record, resource, path)
  readDeath(record, resource, path)
  const name = personName(resource)
  const sex = own(sexes, str(resource.gender) ?? '')
  if (!sex && resource.gender !== undefined && resource.gender !== 'unknown')
    record.issue(
      `${path}.gender`,
      'sex-unreadable',
      `Patient.gender is ${quote(resource.gender)}; expected male, female, other or unknown`,
    )
  return {
    id: str(resource.id) ?? patient.fullUrl ?? 'without id',
    ...(name && { name }),
    ...born,
    ...(sex && { sex }),
    synthetic: isSynthetic(resource),
  }
}

function readBirth(record: RecordReader, patient: Json, path: string): { birthDate?: string; age?: number } {
  const date = patient.birthDate
  const at = `${path}.birthDate`
  const unknown = (code: string, why: string) => {
    record.issue(at, code, `${why}: age unknown; expected a date such as 1975-04-30`)
    return {}
  }
  if (date === undefined)
    return unknown(
      'birth-date-missing',
      obj(patient._birthDate)
        ? 'Patient.birthDate holds only an extension, which is not evaluated'
        : 'Patient.birthDate is missing',
    )
  if (typeof date !== 'string' || !isDate(date))
    return unknown('birth-date-unreadable', `Patient.birthDate is ${quote(date)}`)
  if (isAfter(date, record.asOf))
    return unknown('birth-date-unreadable', `Patient.birthDate ${quote(date)} is after ${record.asOf}`)
  const age = ageOn(date, record.asOf)
  if (age === undefined)
    return { birthDate: date, ...unknown('birth-date-partial', `Patient.birthDate ${quote(date)} fits two ages`) }
  if (age > OLDEST)
    return unknown('birth-date-unreadable', `Patient.birthDate ${quote(date)} makes an age of ${age} years`)
  return { birthDate: date, age }
}

function readDeath(record: RecordReader, patient: Json, path: string): void {
  const died = patient.deceasedDateTime
  if (typeof died === 'string' && isDate(died) && isAfter(died, record.asOf)) return
  if (died !== undefined)
    record.issue(`${path}.deceasedDateTime`, 'patient-deceased', `the record says the patient died: ${quote(died)}`)
  else if (patient.deceasedBoolean !== undefined && patient.deceasedBoolean !== false)
    record.issue(`${path}.deceasedBoolean`, 'patient-deceased', 'the record says the patient has died')
}

/** The official name, else the first; as it would be written on a letter. */
function personName(patient: Json): string | undefined {
  const names = objects(patient.name).map(({ value }) => value)
  const name = names.find((n) => n.use === 'official') ?? names[0]
  if (!name) return undefined
  const given = Array.isArray(name.given) ? name.given.flatMap((g) => str(g) ?? []) : []
  const parts = [...given, str(name.family)].filter((part) => part !== undefined)
  return str(name.text) ?? (parts.length > 0 ? parts.join(' ') : undefined)
}

function isSynthetic(patient: Json): boolean {
  const meta = obj(patient.meta)
  const marks = [...objects(meta?.tag), ...objects(meta?.security)].map(
    ({ value }) => `${str(value.system)}|${str(value.code)}`,
  )
  const systems = objects(patient.identifier).map(({ value }) => str(value.system))
  return (
    syntheticMarks.tags.some(([system, code]) => marks.includes(`${system}|${code}`)) ||
    syntheticMarks.identifierSystems.some((system) => systems.includes(system))
  )
}
