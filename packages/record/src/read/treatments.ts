/** What was tried besides drugs: referrals, and treatments that took place, with what is known of them. */
import type { Fact, Treatment } from '@anodyne/pathway'
import { own } from '../codes/own.ts'
import { snomedTreatments } from '../codes/treatments.ts'
import { SNOMED } from '../codes/systems.ts'
import { codings, nameOf, strangeSystem } from './coding.ts'
import { day, daysBetween, isAfter, isDate } from './date.ts'
import { obj, quote, str } from './json.ts'
import type { Entry, RecordReader } from './record.ts'

const dates = [
  'performedDateTime',
  'performedPeriod.start',
  'authoredOn',
  'occurrenceDateTime',
  'occurrencePeriod.start',
] as const

export function readTreatments(record: RecordReader): Fact<Treatment>[] {
  return record.about('Procedure', 'ServiceRequest').flatMap((entry) => readTreatment(record, entry) ?? [])
}

function readTreatment(record: RecordReader, entry: Entry): Fact<Treatment> | undefined {
  const { resource, path, type } = entry
  const known = codings(resource.code)
    .map((c) => (c.system === SNOMED ? own(snomedTreatments, c.code) : undefined))
    .find((t) => t !== undefined)
  if (!known) {
    const system = strangeSystem(resource.code)
    if (system !== undefined)
      record.grouped(
        `system ${type} ${system}`,
        `${path}.code.coding[0].system`,
        'code-system-unknown',
        (count) =>
          `${type} ${quote(nameOf(resource.code) ?? 'without a name')}${count > 1 ? ` and ${count - 1} more` : ''}: codes of ${quote(system, 100)} are not known here; not used`,
      )
    return undefined
  }
  if (resource.doNotPerform === true) return undefined
  const { at, future } = record.when(entry, dates)
  if (future) return undefined
  // What was asked for, planned, begun or abandoned is not known to have been a trial.
  const happened = type === 'Procedure' && !known.referral && resource.status === 'completed'
  if (type === 'Procedure' && resource.status === 'not-done') return undefined
  const end = str(obj(resource.performedPeriod)?.end)
  const days = happened && end && isDate(end) && !isAfter(end, record.asOf) ? daysBetween(at, end) : undefined
  const name = nameOf(resource.code) ?? known.name
  const lasted = days !== undefined && days >= 1 ? { days } : {}
  return {
    value: {
      class: known.class,
      name: known.name,
      ...lasted,
      evidence: happened ? 'trial-documented' : 'referral-only',
    },
    ...(at && { at }),
    where: path,
    says: `${name}${at ? `, ${day(at)}` : ''}${happened ? '' : ' (referral only)'}`,
  }
}
