/** The composite model, checked and ready; made once, when the package is loaded. */
import { compile, type Compiled } from './compile.ts'
import { ketamineWithEffects } from './effects/compartments.ts'
import { ketamineComposite } from './models/ketamine-composite.ts'

/** The model as data: id, version, parameters with their sources, compartments, routes. */
export const composite = ketamineComposite

export const kinetics = compile(ketamineComposite)
export const kineticsWithEffects = compile(ketamineWithEffects)
/** The same, of which only the two effect sites are asked. */
export const effectSites: Compiled = { ...kineticsWithEffects, outputs: kineticsWithEffects.outputs.slice(2) }
