export { freeBase, MOLAR_MASS, type Amount, type Form, type Substance } from './substance.ts'
export type { Course, Regimen, Route } from './regimen.ts'
export { knownInteractions, type InteractionName } from './interactions.ts'
export type { Band, Forecast, ForecastOptions, Person, Spread } from './forecast.ts'
