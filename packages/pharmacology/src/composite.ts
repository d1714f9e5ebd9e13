/** The composite model, checked and ready; made once, when the package is loaded. */
import { compile } from './compile.ts'
import { ketamineWithEffects } from './effects/compartments.ts'
import { ketamineComposite } from './models/ketamine-composite.ts'

/** The model as data: id, version, parameters with their sources, compartments, routes. */
export const composite = ketamineComposite

export const kinetics = compile(ketamineComposite)
export const kineticsWithEffects = compile(ketamineWithEffects)
