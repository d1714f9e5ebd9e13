/** A made-up trial: people drawn from a model with its residual error, as a file in the manner of NONMEM. */
import { compile, modelOf, observe, simulate, type Model } from '@anodyne/pharmacology'

const HOURS = [0.5, 1, 2, 3, 5, 6, 8, 10]
const dosing = [{ route: 'iv', dose: 10, infusion: 0.5, every: 24, from: 0, until: 24 }]

/** @param factor on every concentration, to make people whom the model does not know */
export function madeUpTrial(
  people: number,
  seed: number,
  factor = 1,
  model: Model = modelOf('fanta-otto-2021'),
): string {
  const compiled = compile(model)
  const drawn = simulate(compiled, dosing, HOURS, { n: people, first: 100_000, seed, substance: 'esketamine' })
  const { values, place } = observe(compiled, drawn, seed)
  const rows = Array.from({ length: people }, (_, i) => [
    `${i + 1},0,10,1,20,.,70`,
    ...HOURS.map((hour, k) => `${i + 1},${hour},.,0,.,${(factor * values[place(i, k, 0)]!).toFixed(4)},70`),
  ])
  return ['ID,TIME,AMT,EVID,RATE,DV,WT', ...rows.flat(), ''].join('\n')
}
