import { expect, it } from 'vitest'
import { kinetics, kineticsWithEffects } from '../composite.ts'
import { deviates, HIGHEST_FPO, individual, typicalValues } from './individual.ts'
import { normals, STREAM, uniforms } from './random.ts'

const seed = 20261122
const n = 40_000
const place = (symbol: string) => kinetics.model.parameters.findIndex((parameter) => parameter.symbol === symbol)
const mean = (sample: readonly number[]) => sample.reduce((sum, value) => sum + value, 0) / sample.length
const covariance = (a: readonly number[], b: readonly number[]) => {
  const [ma, mb] = [mean(a), mean(b)]
  return mean(a.map((value, i) => (value - ma) * (b[i]! - mb)))
}
/** Four standard errors of a mean. */
const noise = (variance: number) => 4 * Math.sqrt(variance / n)

it(`[POP3] normal deviates have the moments of a normal (seed ${seed})`, () => {
  const z: number[] = []
  const out = new Float64Array(5)
  for (let i = 0; i < n; i++) {
    normals(seed, i, STREAM.kinetics, out)
    z.push(out[4]!)
  }
  expect(Math.abs(mean(z))).toBeLessThan(noise(1))
  expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan(noise(2))
  expect(Math.abs(mean(z.map((v) => v ** 3)))).toBeLessThan(noise(15))
  expect(Math.abs(mean(z.map((v) => v ** 4)) - 3)).toBeLessThan(noise(96))
  // P(|z| > 1.96) = 0.05
  expect(Math.abs(mean(z.map((v) => (Math.abs(v) > 1.959964 ? 1 : 0))) - 0.05)).toBeLessThan(noise(0.05 * 0.95))
})

it('[POP2] a number depends on seed, patient, stream and place only', () => {
  const at = (seed: number, patient: number, stream: number, length: number) => {
    const out = new Float64Array(length)
    normals(seed, patient, stream, out)
    return out
  }
  expect(at(1, 5, 0, 3)).toEqual(at(1, 5, 0, 9).slice(0, 3))
  const firsts = [at(1, 5, 0, 1), at(2, 5, 0, 1), at(1, 6, 0, 1), at(1, 5, 1, 1), at(2 ** 32 + 1, 5, 0, 1)].map(
    ([z]) => z,
  )
  expect(new Set(firsts).size).toBe(5)
  const u = new Float64Array(6)
  uniforms(1, 5, 0, u)
  expect(u.every((value) => value > 0 && value < 1)).toBe(true)
  const other = new Float64Array(6)
  uniforms(2 ** 32 + 1, 5, 0, other)
  expect(other).not.toEqual(u)
  uniforms(1, 2 ** 32 + 5, 0, other)
  expect(other).not.toEqual(u)
})

it(`[POP6] deviates have the variances and covariances of the model (seed ${seed})`, () => {
  const model = kineticsWithEffects
  const etas = Array.from({ length: n }, (_, i) => deviates(model, seed, i))
  const column = (symbol: string) => {
    const k = model.drawn.findIndex((index) => model.model.parameters[index]!.symbol === symbol)
    return etas.map((eta) => eta[k]!)
  }
  for (const [a, b, expected] of [
    ['CL', 'CL', 0.09],
    ['V1', 'V1', 0.084177],
    ['CL', 'V1', 0.02261],
    ['CLn', 'CLn', 0.10319],
    ['Vn', 'Vn', 0.040426],
    ['CLn', 'Vn', 0.04456],
    ['ka', 'ka', 0.4],
    ['Fpo', 'Fpo', 0.36],
    ['phi', 'phi', 0.06],
    ['fmuc', 'fmuc', 0.3],
    ['CL', 'CLn', 0],
    ['Fpo', 'phi', 0],
  ] as const) {
    const [x, y] = [column(a), column(b)]
    const spread = covariance(x, x) * covariance(y, y) + expected ** 2
    expect(Math.abs(covariance(x, y) - expected), `${a}, ${b}`).toBeLessThan(noise(spread))
  }
})

it('[POP4] weight: clearances with power 0.75, central volumes with power 1, the rest not at all', () => {
  const [light, heavy] = [35, 70].map((weight) =>
    typicalValues(kinetics, 'racemic-ketamine', { weight, interactions: [] }),
  )
  const ratio = (symbol: string) => light![place(symbol)]! / heavy![place(symbol)]!
  for (const symbol of ['CL', 'CLn']) expect(ratio(symbol)).toBeCloseTo(0.5 ** 0.75, 12)
  for (const symbol of ['V1', 'Vn']) expect(ratio(symbol)).toBeCloseTo(0.5, 12)
  for (const symbol of ['V2', 'Q2', 'V3', 'Q3', 'Vp', 'Qn', 'ka', 'Fpo', 'fmuc']) expect(ratio(symbol)).toBe(1)
})

it('[POP5] an interaction multiplies the typical Fpo, and no individual’s reaches 1', () => {
  const typical = typicalValues(kinetics, 'racemic-ketamine', { weight: 70, interactions: ['grapefruit'] })
  expect(typical[place('Fpo')]).toBeCloseTo(0.51, 12)
  const both = typicalValues(kinetics, 'racemic-ketamine', {
    weight: 70,
    interactions: ['grapefruit', 'clarithromycin'],
  })
  expect(both[place('Fpo')]).toBe(HIGHEST_FPO)
  const values = new Float64Array(typical.length)
  for (let i = 0; i < 2000; i++) {
    individual(kinetics, both, deviates(kinetics, seed, i), values)
    expect(values[place('Fpo')]).toBeGreaterThan(0)
    expect(values[place('Fpo')]).toBeLessThan(1)
  }
})

it(`[POP3] half of the individuals lie below the typical value of each drawn parameter (seed ${seed})`, () => {
  const typical = typicalValues(kinetics, 'racemic-ketamine', { weight: 70, interactions: [] })
  const below = new Float64Array(typical.length)
  const values = new Float64Array(typical.length)
  for (let i = 0; i < n; i++) {
    individual(kinetics, typical, deviates(kinetics, seed, i), values)
    values.forEach((value, k) => (below[k]! += value < typical[k]! ? 1 / n : 0))
  }
  for (const k of kinetics.drawn) expect(Math.abs(below[k]! - 0.5)).toBeLessThan(noise(0.25))
})
