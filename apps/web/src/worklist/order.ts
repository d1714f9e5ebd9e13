/** Who needs attention first. */
import type { FindingKind, Phase } from '@anodyne/pathway'
import type { PatientRow } from '@anodyne/server'
import { worstFirst } from '../finding/kind.ts'

/** Phases in which ketamine is being taken: a stop there is an open danger, a stop at assessment is an answer. */
const taking: readonly Phase[] = ['test-dose', 'titration', 'evaluation', 'maintenance', 'taper']

const rank = (kind: FindingKind) => worstFirst.indexOf(kind)

/** Worst finding first; of equals, those who take the drug; then more of what is worst; then by name. */
export function attentionFirst(rows: readonly PatientRow[]): PatientRow[] {
  const isTaking = (row: PatientRow) => (taking.includes(row.phase) ? 0 : 1)
  return [...rows].sort(
    (a, b) =>
      rank(a.worst.kind) - rank(b.worst.kind) ||
      isTaking(a) - isTaking(b) ||
      b.counts[b.worst.kind] - a.counts[a.worst.kind] ||
      a.name.localeCompare(b.name),
  )
}

/** The clinic's own patients and the synthetic ones never stand in one list. */
export function apart(rows: readonly PatientRow[]): {
  readonly clinic: PatientRow[]
  readonly synthetic: PatientRow[]
} {
  const ordered = attentionFirst(rows)
  return {
    clinic: ordered.filter((row) => row.realm === 'clinic'),
    synthetic: ordered.filter((row) => row.realm === 'demo'),
  }
}
