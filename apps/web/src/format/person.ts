/** Who this is, in the order a clinician checks it. What is not in the record says so. */
import type { Assessment, Phase } from '@anodyne/pathway'
import { NBSP, quantity } from './number.ts'

export const phaseWords: Record<Phase, string> = {
  assessment: 'Assessment',
  'test-dose': 'Test dose',
  titration: 'Titration',
  evaluation: 'Evaluation',
  maintenance: 'Maintenance',
  taper: 'Taper',
  'follow-up': 'Follow-up',
  declined: 'Declined',
  stopped: 'Stopped',
}

export const ageWords = (age: number | undefined) => (age === undefined ? 'age not known' : `${age}${NBSP}years`)

export const sexWords = (sex: string | undefined) => sex ?? 'sex not known'

export const weightWords = (kg: number | undefined) => (kg === undefined ? 'weight not known' : quantity(kg, 'kg', 1))

export const nameWords = (person: Pick<Assessment['person'], 'name' | 'id'>) => person.name ?? `Unnamed (${person.id})`
