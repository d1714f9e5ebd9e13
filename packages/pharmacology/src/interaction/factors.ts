/** What an interacting drug multiplies in a model: the empirical first pass by its own factors, the physiological by enzymes. */
import { interactions, type InteractionName } from '@anodyne/evidence'
import { knownInteractions } from '../interactions.ts'
import type { Model } from '../model.ts'
import { fittedActivities } from './activities.ts'

/** Parameter symbol → factor. What is left out is unchanged. */
export type Factors = Readonly<Partial<Record<string, number>>>

/** How a model lets interacting drugs act: by which parameters it has. */
export type FirstPassKind = 'empirical' | 'physiological'

/** `undefined`: the model has no first pass to act on. */
export function firstPassKind({ parameters }: Model): FirstPassKind | undefined {
  const has = (symbol: string) => parameters.some((one) => one.symbol === symbol)
  if (has('a3A4gut') && has('a3A4') && has('a2B6')) return 'physiological'
  return has('Fpo') ? 'empirical' : undefined
}

/**
 * Factors (dimensionless) on the typical values of this model while `name` is taken. Several drugs multiply.
 *
 * @throws RangeError for a drug that is not known, and a model that does not know interacting drugs: an effect left out in
 *   silence would be worse.
 */
export function interactionFactors(model: Model, name: InteractionName): Factors {
  if (!knownInteractions.includes(name))
    throw new RangeError(`interaction ${String(name)}: expected one of ${knownInteractions.join(', ')}`)
  switch (firstPassKind(model)) {
    case 'empirical': {
      const { Fpo, CL, CLn } = interactions[name].multipliers
      return { Fpo, CL, CLn }
    }
    case 'physiological': {
      const { enzyme, activity } = fittedActivities[name]
      return enzyme === 'CYP2B6' ? { a2B6: activity } : { a3A4gut: activity, a3A4: activity }
    }
    default:
      throw new RangeError(`${model.id}: does not know what interacting drugs do (${name})`)
  }
}
