/** One coded diagnosis, in any of the systems that are read. */
import { icd10Meaning, icd11Meaning } from './conditions-icd.ts'
import { snomedConditions } from './conditions-snomed.ts'
import { ICD10, ICD10CM, ICD11, SNOMED } from './systems.ts'
import type { ConditionKind } from '@anodyne/pathway'

export interface ConditionMeaning {
  readonly kinds: readonly ConditionKind[]
  readonly painful?: boolean
}

/** Undefined when the tables do not name this code; an empty `kinds` means it is named and carries none. */
export function conditionMeaning(system: string, code: string): ConditionMeaning | undefined {
  if (system === SNOMED) return snomedConditions.get(code)
  if (system === ICD10) return icd10Meaning(code, 'who')
  if (system === ICD10CM) return icd10Meaning(code, 'cm')
  if (system === ICD11) return icd11Meaning(code)
  return undefined
}
