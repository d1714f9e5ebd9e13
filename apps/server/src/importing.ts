/** A FHIR bundle from a file into the clinic's store: read whole or refused whole. Never into the demo store. */
import { loadRecord, readBundle, readCase, saveRecord } from '@anodyne/record'
import type { Imported, Refusal } from './api.ts'
import type { AppContext } from './realms.ts'
import { localDay } from './today.ts'

export async function importRecord(context: AppContext, text: string): Promise<Imported | { refusal: Refusal }> {
  const read = readBundle(text)
  if ('refusal' in read) return read
  const { issues } = readCase(read.bundle, localDay(context.clock()))
  const { patientId } = await saveRecord(context.realms.clinic, read.bundle, { text })
  const kept = await loadRecord(context.realms.clinic, patientId)
  if (!kept) throw new Error('a record that was just saved cannot be read')
  return { realm: 'clinic', id: patientId, issues: issues.length }
}
