export { freeBase, MOLAR_MASS, type Amount, type Form, type Substance } from './substance.ts'
export type { Course, Regimen, Route } from './regimen.ts'
export { knownInteractions, type InteractionName } from './interactions.ts'
export { forecast, type Band, type Forecast, type ForecastOptions, type Spread } from './forecast.ts'
export type { Person } from './person.ts'
export { typical, type Profile } from './typical.ts'
export { composite } from './composite.ts'
export { effectParameters, type Uncertain } from './effects/effect.ts'
export type {
  Covariance,
  Flow,
  Link,
  Model,
  Output,
  Parameter,
  RoutePart,
  Source,
  State,
  Status,
  Variance,
} from './model.ts'
