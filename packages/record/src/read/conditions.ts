/** Diagnoses, with what they mean to the pathway, and an allergy to ketamine. */
import type { Condition, ConditionKind, Fact } from '@anodyne/pathway'
import { suggests } from '../codes/condition-names.ts'
import { conditionMeaning } from '../codes/conditions.ts'
import { SNOMED } from '../codes/systems.ts'
import { codings, isCoded, nameOf, strangeSystem, textsOf } from './coding.ts'
import { day, daysBetween, isAfter, isDate } from './date.ts'
import { objects, obj, quote, str, type Json } from './json.ts'
import { readIngredients } from './medication-name.ts'
import type { Entry, RecordReader } from './record.ts'

/** Days; pain that lasts or recurs for more than three months is chronic (ICD-11 MG30). */
const CHRONIC = 92

export function readConditions(record: RecordReader): Fact<Condition>[] {
  const conditions = record.about('Condition').flatMap((entry) => readCondition(record, entry) ?? [])
  const allergies = record.about('AllergyIntolerance').flatMap((entry) => readAllergy(record, entry) ?? [])
  return [...conditions, ...allergies]
}

function readCondition(record: RecordReader, entry: Entry): Fact<Condition> | undefined {
  const { resource, path } = entry
  const recorded = record.when(entry, ['recordedDate'])
  const began = record.when(entry, ['onsetDateTime', 'onsetPeriod.start'])
  if (recorded.future || began.future) return undefined
  const name = nameOf(resource.code) ?? codings(resource.code)[0]?.code
  if (!name) {
    record.issue(
      `${path}.code`,
      'code-missing',
      'Condition has neither code nor text: the diagnosis is unknown; not used',
    )
    return undefined
  }
  const { status, abatement } = readStatus(record, entry)
  const meanings = codings(resource.code).flatMap((c) => conditionMeaning(c.system, c.code) ?? [])
  const kinds = new Set<ConditionKind>(meanings.flatMap((m) => m.kinds))
  const lasted = daysBetween(began.at, record.asOf)
  if (status === 'active' && lasted !== undefined && lasted >= CHRONIC && meanings.some((m) => m.painful))
    kinds.add('chronic-pain')
  if (meanings.length === 0) reportUnrecognised(record, entry, name)
  const provisional = ['provisional', 'differential', 'unconfirmed'].find((v) => isVerified(resource, v))
  const since = began.at ? `, since ${day(began.at)}` : ''
  const at = began.at ?? recorded.at
  return {
    value: { kinds: [...kinds], name, status, ...(began.at && { onset: began.at }), ...(abatement && { abatement }) },
    ...(at && { at }),
    where: path,
    says: `${name} (${provisional ? `${provisional}, ` : ''}${status}${since}${abatement ? ` until ${day(abatement)}` : ''})`,
  }
}

const active = new Set(['active', 'recurrence', 'relapse'])
const over = new Set(['inactive', 'remission', 'resolved'])

function readStatus(record: RecordReader, { resource, path }: Entry): Pick<Condition, 'status' | 'abatement'> {
  if (isVerified(resource, 'refuted')) return { status: 'refuted' }
  const clinical = codings(resource.clinicalStatus)[0]?.code
  const ended = str(resource.abatementDateTime) ?? str(obj(resource.abatementPeriod)?.end)
  const valid = ended !== undefined && isDate(ended)
  if (ended !== undefined && !valid)
    record.issue(
      `${path}.abatementDateTime`,
      'date-unreadable',
      `Condition: ${quote(ended)} is no date; expected e.g. 2026-03-02`,
    )
  // What ended after the day of reading had not ended on it.
  if (valid && isAfter(ended, record.asOf)) return { status: 'active' }
  const abatement = valid ? { abatement: ended } : {}
  if (clinical !== undefined && active.has(clinical)) {
    if (valid)
      record.issue(
        `${path}.clinicalStatus`,
        'status-contradictory',
        `Condition is ${clinical} and also ended on ${day(ended)}; read as active`,
      )
    return { status: 'active' }
  }
  if (clinical !== undefined && over.has(clinical)) return { status: 'resolved', ...abatement }
  if (clinical !== undefined)
    record.issue(
      `${path}.clinicalStatus`,
      'status-unreadable',
      `Condition has the clinical status ${quote(clinical)}; expected e.g. active or resolved`,
    )
  return valid ? { status: 'resolved', ...abatement } : { status: 'unknown' }
}

const isVerified = (resource: Json, code: string) =>
  objects(obj(resource.verificationStatus)?.coding).some(({ value }) => value.code === code)

/** A code that cannot be read, or a diagnosis whose name alone is worrying: kept with no kinds, and said so. */
function reportUnrecognised(record: RecordReader, { resource, path }: Entry, name: string): void {
  const suggestion = textsOf(resource.code)
    .map(suggests)
    .find((s) => s !== undefined)
  const system = strangeSystem(resource.code)
  const doubt = suggestion ? `: its name suggests ${suggestion}, which must be asked` : ': not recognised'
  if (codings(resource.code).length === 0)
    record.issue(`${path}.code`, 'code-missing', `Condition ${quote(name)} has no code${doubt}`)
  else if (system !== undefined)
    record.issue(
      `${path}.code.coding[0].system`,
      'code-system-unknown',
      `Condition ${quote(name)} has a code of ${quote(system)}, a system that is not known here${doubt}`,
    )
  else if (suggestion)
    record.issue(
      `${path}.code`,
      'condition-not-recognised',
      `Condition ${quote(name)} has a code that is not in the tables${doubt}`,
    )
}

/** SNOMED CT: Ketamine (substance), by this project's evidence pack. */
const KETAMINE_SUBSTANCE = '373464007'

function readAllergy(record: RecordReader, entry: Entry): Fact<Condition> | undefined {
  const { resource, path } = entry
  const named = readIngredients(resource.code).ingredients
  const ketamine =
    isCoded(resource.code, SNOMED, KETAMINE_SUBSTANCE) || named.includes('ketamine') || named.includes('esketamine')
  if (!ketamine) return undefined
  const { at, future } = record.when(entry, ['onsetDateTime', 'recordedDate'])
  if (future) return undefined
  const { status } = readStatus(record, entry)
  const name = `Allergy or intolerance to ${nameOf(resource.code) ?? 'ketamine'}`
  return {
    value: { kinds: ['ketamine-allergy'], name, status },
    ...(at && { at }),
    where: path,
    says: `${name} (${status})`,
  }
}
