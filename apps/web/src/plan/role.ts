import type { Clinician } from '@anodyne/pathway'

export const roleWords: Record<Clinician['role'], string> = {
  prescriber: 'prescriber',
  'clinical-lead': 'clinical lead',
}
