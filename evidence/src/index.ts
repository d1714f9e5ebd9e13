export { defaultProtocol } from './protocol/index.ts'
export { interactions, type Interaction, type InteractionName, type ObservedRatio } from './interactions.ts'
