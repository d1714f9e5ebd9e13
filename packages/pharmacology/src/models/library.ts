/**
 * The published models of ketamine by mouth, nose and vein, and the composite that forecasts rest on, with an empirical
 * and with a physiological first pass. One file, one model.
 */
import type { Model } from '../model.ts'
import { ashraf2018 } from './ashraf-2018.ts'
import { fantaOtto2021 } from './fanta-otto-2021.ts'
import { kamp2020 } from './kamp-2020.ts'
import { ketamineCompositeDomain } from './ketamine-composite-domain.ts'
import { ketamineComposite } from './ketamine-composite.ts'
import { ketaminePhysiological } from './ketamine-physiological.ts'
import { perezRuixo2021 } from './perez-ruixo-2021.ts'
import { simons2022 } from './simons-2022.ts'

/** Every model, those that cannot be simulated included. */
export const library: readonly Model[] = [
  { ...ketamineComposite, leaves: ['Agut', 'N1'], domain: ketamineCompositeDomain },
  ketaminePhysiological,
  simons2022,
  perezRuixo2021,
  fantaOtto2021,
  ashraf2018,
  kamp2020,
]

/** @throws RangeError for an id that is not in the library. */
export function modelOf(id: string): Model {
  const model = library.find((one) => one.id === id)
  if (!model) throw new RangeError(`model ${id}: expected one of ${library.map((one) => one.id).join(', ')}`)
  return model
}
