/** Whole records for the store's tests; and the reader's own, when ANODYNE_RECORDS names a folder of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle, Observation, Patient } from '@medplum/fhirtypes'

export const ann: Patient = { resourceType: 'Patient', id: 'ann', birthDate: '1970-02-28', gender: 'female' }

/** A record as other systems send it: a transaction whose entries know each other by `urn:uuid:` addresses. */
export function sent(patient: Patient = ann, observations = 2): Bundle {
  const address = (n: number) => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const entry = (n: number, resource: Patient | Observation) => ({
    fullUrl: address(n),
    resource,
    request: { method: 'POST' as const, url: resource.resourceType },
  })
  const pain = (n: number): Observation => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
    subject: { reference: address(0) },
    effectiveDateTime: '2026-01-05',
    valueInteger: n % 11,
  })
  const entries = Array.from({ length: observations }, (_, n) => entry(n + 1, pain(n)))
  return { resourceType: 'Bundle', type: 'transaction', entry: [entry(0, patient), ...entries] }
}

export interface OwnRecord {
  readonly file: string
  readonly text: string
  readonly bundle: Bundle
}

/** Every Bundle in the folder named by ANODYNE_RECORDS, folders below included; none when it is not set. */
export function ownRecords(): OwnRecord[] {
  const folder = process.env['ANODYNE_RECORDS']
  if (!folder) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'))
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const bundle = parsed(text)
    return bundle?.resourceType === 'Bundle' ? [{ file, text, bundle }] : []
  })
}

function parsed(text: string): Bundle | undefined {
  try {
    return JSON.parse(text) as Bundle
  } catch {
    return undefined
  }
}
