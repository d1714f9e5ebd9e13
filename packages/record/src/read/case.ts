/** From a FHIR R4 Bundle to what is known about one person on one day, and what could not be read. */
import type { Bundle } from '@medplum/fhirtypes'
import type { Case, Issue } from '@anodyne/pathway'
import { readConditions } from './conditions.ts'
import { readKetamine } from './ketamine.ts'
import { readMedications } from './medications.ts'
import { readObservations } from './observations.ts'
import { readPerson } from './person.ts'
import { RecordReader } from './record.ts'
import { readScreening } from './screening.ts'
import { readTreatments } from './treatments.ts'

export interface ReadCase {
  readonly case: Case
  readonly issues: readonly Issue[]
}

/**
 * @param bundle one that `readBundle` accepted: it has a Patient
 * @param asOf ISO 8601 date (or date-time); nothing later is used
 * @throws RangeError for an `asOf` that is no date, or a bundle without a Patient; never for what stands in the record
 */
export function readCase(bundle: Bundle, asOf: string): ReadCase {
  const record = new RecordReader(bundle, asOf)
  const person = readPerson(record)
  const conditions = readConditions(record)
  const medications = readMedications(record)
  const { measurements, bloodPressure } = readObservations(record, person.birthDate)
  const { screening, signs, trials } = readScreening(record)
  const treatments = [...trials, ...readTreatments(record)]
  const ketamine = readKetamine(record, measurements.painNRS)
  record.closeGroups()
  return {
    case: {
      asOf,
      person,
      conditions,
      ...(medications && { medications }),
      screening,
      signs,
      measurements,
      bloodPressure,
      treatments,
      ketamine,
    },
    issues: record.sortedIssues(),
  }
}
