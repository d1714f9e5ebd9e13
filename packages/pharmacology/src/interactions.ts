/** The interactions that a forecast can take into account: those whose effect on swallowed ketamine was measured in people. */
import { interactions, type InteractionName } from '@anodyne/evidence'

export type { InteractionName }

/** Their names, in the order of the evidence. */
export const knownInteractions: readonly InteractionName[] = Object.keys(interactions) as InteractionName[]
