/** Observations: measurements in their unit, newest first, and blood pressures. */
import type { Case, Fact, Measure } from '@anodyne/pathway'
import { bloodPressure, measureOf } from '../codes/observations.ts'
import { LOINC } from '../codes/systems.ts'
import { codings, isCoded, strangeSystem } from './coding.ts'
import { byNewest } from './date.ts'
import { objects, quote } from './json.ts'
import { implausible, readMeasure } from './measurement.ts'
import { readPressures, type PressurePart } from './pressure.ts'
import { labelOf, type Entry, type RecordReader } from './record.ts'

const dates = [
  'effectiveDateTime',
  'effectivePeriod.end',
  'effectivePeriod.start',
  'effectiveInstant',
  'issued',
] as const
const unusable = new Set(['cancelled', 'registered'])

export function readObservations(
  record: RecordReader,
  birthDate: string | undefined,
): Pick<Case, 'measurements' | 'bloodPressure'> {
  const found: Partial<Record<Measure, Fact<number>[]>> = {}
  const parts: PressurePart[] = []
  for (const entry of record.about('Observation')) {
    const { resource } = entry
    if (unusable.has(String(resource.status))) continue
    const measure = codings(resource.code)
      .map((c) => measureOf(c.system, c.code))
      .find((m) => m !== undefined)
    const pressure = pressureParts(entry)
    if (!measure && pressure.length === 0) {
      reportUnread(record, entry)
      continue
    }
    const { at, future } = record.when(entry, dates)
    if (future) continue
    if (!measure) {
      parts.push(...pressure.map((part) => ({ ...part, ...(at && { at }) })))
      continue
    }
    const read = readMeasure(record, measure, resource, entry.path, at)
    if (!read) continue
    const odd = implausible(measure, read.value, at, birthDate)
    if (odd) {
      record.issue(`${entry.path}.${read.field}`, 'value-absurd', `${read.says}: ${odd}; not used`)
      continue
    }
    const { value, says } = read
    ;(found[measure] ??= []).push({ value, ...(at && { at }), where: entry.path, says })
  }
  for (const list of Object.values(found)) list.sort(byNewest)
  return { measurements: found, bloodPressure: readPressures(record, parts) }
}

/** The pieces of a blood pressure an Observation holds: components of a panel, or itself. */
function pressureParts(entry: Entry): PressurePart[] {
  const { resource, path } = entry
  const { panels, systolic, diastolic } = bloodPressure
  const alone = [systolic, diastolic].find((code) => isCoded(resource.code, LOINC, code))
  if (alone)
    return [{ which: alone === systolic ? 'systolic' : 'diastolic', holder: resource, path, where: path, alone: true }]
  if (!panels.some((code) => isCoded(resource.code, LOINC, code))) return []
  const parts = objects(resource.component).flatMap(({ at, value }): PressurePart[] => {
    const which = isCoded(value.code, LOINC, systolic)
      ? 'systolic'
      : isCoded(value.code, LOINC, diastolic)
        ? 'diastolic'
        : undefined
    return which ? [{ which, holder: value, path: `${path}.component[${at}]`, where: path, alone: false }] : []
  })
  return parts.length > 0 ? parts : [{ which: 'panel', holder: resource, path, where: path, alone: false }]
}

/** Most observations say nothing the pathway asks for. One whose code cannot be read might. */
function reportUnread(record: RecordReader, entry: Entry): void {
  const { resource, path } = entry
  if (codings(resource.code).length === 0)
    return record.issue(
      `${path}.code`,
      'code-missing',
      `${labelOf(entry)} has no code: what was observed is unknown; not used`,
    )
  const system = strangeSystem(resource.code)
  if (system === undefined) return
  record.grouped(`system Observation ${system}`, `${path}.code.coding[0].system`, 'code-system-unknown', (count) => {
    const first = `${labelOf(entry)} has a code of ${quote(system, 100)}, a system that is not known here`
    return count === 1 ? `${first}; not used` : `${first}, and ${count - 1} more; not used`
  })
}
