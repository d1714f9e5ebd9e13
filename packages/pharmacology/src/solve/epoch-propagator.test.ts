/** Groups through shared epochs against each patient through his or her own. */
import { expect, it } from 'vitest'
import { epochPropagator, shareEpochs } from './epoch-propagator.ts'
import { overTime, type Epoch } from './epochs.ts'
import { randomEpochs, type EpochCase } from './random-epochs.fixture.ts'

/** The same with one lag and one duration for all epochs, as a shared timeline needs. */
function shareable(one: EpochCase): EpochCase {
  const { parameters, routes } = one.model.model
  const typical = one.model.typical('racemic-ketamine')
  const fixed = [routes['slow']![1]!.lag, routes['slow']![1]!.duration].map((symbol) => parameters.findIndex((parameter) => parameter.symbol === symbol)) // prettier-ignore
  const epochs = one.epochs.map((epoch): Epoch => {
    const values = epoch.values.slice()
    for (const index of fixed) values[index] = typical[index]!
    return { ...epoch, values }
  })
  return { ...one, epochs }
}

it('[RG16] 300 random cases: side by side as each alone, to 1e-10, group after group', () => {
  const LANES = 3
  for (let seed = 1; seed <= 300; seed++) {
    const { model, dosing, times, epochs } = shareable(randomEpochs(seed))
    const width = model.outputs.length
    const values = epochs.map((epoch) => epoch.values)
    if (!shareEpochs(model, dosing, 'racemic-ketamine', epochs, values)) throw new Error(`seed ${seed}`)
    const together = epochPropagator(model, dosing, 'racemic-ketamine', times, epochs, LANES)
    const alone = overTime(model, dosing, times)
    for (const group of [0, 1]) {
      const people = [0.9, 1, 1.2].map((by, lane) =>
        epochs.map((epoch): Epoch => ({ ...epoch, values: epoch.values.map((value, i) => (i < 3 ? value * (by + group * lane * 0.01) : value)) })),
      ) // prettier-ignore
      people.forEach((own, lane) => together.load(lane, own.map((epoch) => epoch.values))) // prettier-ignore
      const [found, expected] = [new Float64Array(times.length * width * LANES).fill(NaN), new Float64Array(times.length * width)]
      together.write(found)
      people.forEach((own, lane) => {
        alone(own, expected.fill(0))
        const floor = 1e-6 * Math.max(...expected)
        expected.forEach((value, k) =>
          expect(Math.abs(found[k * LANES + lane]! - value), `seed ${seed}, place ${k}`).toBeLessThanOrEqual(1e-10 * Math.max(value, floor)),
        )
      })
    }
  }
}, 60_000) // prettier-ignore

it('[RG16] what cannot be shared is known: a lag that changes, a steady state at a change', () => {
  const { model, dosing, epochs } = shareable(randomEpochs(3))
  const values = epochs.map((epoch) => epoch.values)
  const shared = (of: readonly Float64Array[], change = {}) =>
    shareEpochs(model, dosing.map((course) => ({ ...course, route: 'slow', ...change })), 'racemic-ketamine', [{ from: 0 }, { from: 8 }], of) // prettier-ignore
  expect(shared(values)).toBe(true)
  expect(shared([values[0]!, values[0]!.map((value) => 1.1 * value)])).toBe(false)
  expect(shared(values, { steadyState: true, from: 8 })).toBe(false)
  expect(shared(values, { steadyState: true, from: 0 })).toBe(true)
})
