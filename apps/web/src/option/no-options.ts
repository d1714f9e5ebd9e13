import type { Issue } from '@anodyne/pathway'

/** Why nothing is on offer. An empty list would leave the reader to guess. */
export function noOptionsWords(issues: readonly Issue[]): string {
  return issues.some(({ code }) => code === 'patient-deceased')
    ? 'Nothing is offered: the record says that this person has died.'
    : 'Nothing is offered for this record. Read its issues below.'
}
