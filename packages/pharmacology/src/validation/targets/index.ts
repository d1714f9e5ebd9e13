/** Every observation that models are held against, in the order of the evidence. */
import type { Target } from '../target.ts'
import { interactionTargets } from './interactions.ts'
import { intravenous } from './intravenous.ts'
import { nasal } from './nasal.ts'
import { sublingual } from './sublingual.ts'
import { swallowed } from './swallowed.ts'

export const targets: readonly Target[] = [...intravenous, ...swallowed, ...sublingual, ...nasal, ...interactionTargets]
