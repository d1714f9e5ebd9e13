export { defaultProtocol } from './protocol/index.ts'
export { interactions, type Interaction, type InteractionName, type ObservedRatio } from './interactions.ts'
export { interactionStudies, type InteractionMeasure, type InteractionStudy } from './interaction-studies.ts'
