/**
 * Every number a forecast rests on, as data: kinetics with effect sites, effects, what interacting drugs do, and how badly it is all known.
 * Its hash is the identity of a forecast's model: a changed chance to respond is another model, even where kinetics stay.
 */
import { interactions } from '@anodyne/evidence'
import { antinociceptionParameters } from './effects/antinociception.ts'
import { ketamineWithEffects } from './effects/compartments.ts'
import { effectParameters } from './effects/effect.ts'
import { occupancyParameters } from './effects/occupancy.ts'
import { compositeBetweenStudies } from './uncertainty/between-studies.ts'

export const forecastBasis = {
  model: ketamineWithEffects,
  effects: effectParameters,
  antinociception: antinociceptionParameters,
  occupancy: occupancyParameters,
  interactions,
  betweenStudies: compositeBetweenStudies,
} as const
