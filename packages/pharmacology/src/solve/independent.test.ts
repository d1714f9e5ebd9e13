/**
 * The exact solution against an adaptive Runge–Kutta integration of the equations as the papers print them, written here
 * from scratch: no code, and no number of the model file, is shared.
 */
import { expect, it } from 'vitest'
import { mg, hours } from '@anodyne/units'
import { kineticsWithEffects } from '../composite.ts'
import { typical } from '../typical.ts'
import type { Course, Route } from '../regimen.ts'
import type { Substance } from '../substance.ts'
import { shares } from './superpose.ts'

const p = {
  CL: 95.2, V1: 133, Q2: 23.2, V2: 187, Q3: 157, V3: 98.8, CLn: 57.72, Vn: 98.638, Qn: 42.778, Vp: 160.04,
  ka: 1.35, phi: 0.94, kmuc: 2.4,
} // prettier-ignore

type Rates = (t: number, x: readonly number[]) => number[]

/** x = Amuc, Agut, K1, K2, K3, N1, N2, slow site, fast site (ng/mL of S-ketamine, the racemate's half). */
const rates =
  (
    Fpo: number,
    share: number,
    mucosal: (t: number) => number,
    gut: (t: number) => number,
    vein: (t: number) => number,
  ): Rates =>
  (t, [Amuc, Agut, K1, K2, K3, N1, N2, slow, fast]) => {
    const { CL, V1, Q2, V2, Q3, V3, CLn, Vn, Qn, Vp, ka, phi, kmuc } = p
    const S = (share * 1000 * K1!) / V1
    return [
      mucosal(t) - kmuc * Amuc!,
      gut(t) - ka * Agut!,
      vein(t) + kmuc * Amuc! + Fpo * ka * Agut! - ((CL + Q2 + Q3) / V1) * K1! + (Q2 / V2) * K2! + (Q3 / V3) * K3!,
      (Q2 / V1) * K1! - (Q2 / V2) * K2!,
      (Q3 / V1) * K1! - (Q3 / V3) * K3!,
      (CL / V1) * K1! + (1 - Fpo) * phi * ka * Agut! - ((CLn + Qn) / Vn) * N1! + (Qn / Vp) * N2!,
      (Qn / Vn) * N1! - (Qn / Vp) * N2!,
      (Math.log(2) / (10.9 * 24)) * (S - slow!),
      (Math.log(2) / (8.3 / 60)) * (S - fast!),
    ]
  }

/** Dormand & Prince 1980, 5(4), doi:10.1016/0771-050X(80)90013-3. */
const C5 = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
const A5 = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]

function integrate(f: Rates, x0: readonly number[], from: number, to: number, tolerance: number): number[] {
  let [t, x, h] = [from, [...x0], 1e-3]
  while (to - t > 1e-13) {
    h = Math.min(h, to - t)
    const k: number[][] = []
    for (let s = 0; s < 7; s++) {
      const at = x.map((value, i) => value + h * A5[s]!.reduce((sum, a, j) => sum + a * k[j]![i]!, 0))
      // Inputs jump at the ends of a piece: ask for the rate inside it.
      k.push(f(Math.min(Math.max(t + C5[s]! * h, from + 1e-12), to - 1e-12), at))
    }
    const next = x.map((value, i) => value + h * A5[6]!.reduce((sum, a, j) => sum + a * k[j]![i]!, 0))
    const error = Math.max(
      ...next.map(
        (value, i) => Math.abs(h * ERROR.reduce((sum, e, s) => sum + e * k[s]![i]!, 0)) / (1e-9 + Math.abs(value)),
      ),
    )
    if (error <= tolerance) [t, x] = [t + h, next]
    h *= Math.min(4, Math.max(0.2, 0.9 * (tolerance / (error + 1e-300)) ** 0.2))
  }
  return x
}

const box = (start: number, duration: number, amount: number) => (t: number) =>
  t > start && t < start + duration ? amount / duration : 0
const total =
  (...inputs: ((t: number) => number)[]) =>
  (t: number) =>
    inputs.reduce((sum, input) => sum + input(t), 0)

const course = (substance: Substance, route: Route, dose: number, from: number, every: number, until: number, infusion?: number): Course => ({
  substance, route, dose: mg(dose), every: hours(every), from: hours(from), until: hours(until),
  ...(infusion === undefined ? {} : { infusion: hours(infusion) }),
}) // prettier-ignore

it('[PK3] swallowed, sublingual and infused doses together agree with an adaptive integration to 1e-8', () => {
  const regimen = [
    course('racemic-ketamine', 'oral', 25, 0, 8, 24),
    course('racemic-ketamine', 'sublingual', 40, 5.3, 99, 6),
    course('racemic-ketamine', 'iv', 10, 11.05, 99, 12, 0.7),
  ]
  const times = [0.1, 0.31, 1, 4.7, 5.4, 5.6, 6, 8.2, 11.5, 12, 13, 16.3, 17, 23.9, 47]
  const x = profile(
    rates(
      0.17,
      0.5,
      box(5.3, 0.218, 0.14 * 40),
      total(box(0, 0.32, 25), box(8, 0.32, 25), box(16, 0.32, 25), box(5.3 + 0.17, 0.32, 0.86 * 40)),
      box(11.05, 0.7, 10),
    ),
    times,
    [0, 0.32, 5.3, 5.518, 5.47, 5.79, 8, 8.32, 11.05, 11.75, 16, 16.32],
  )
  const solved = new Float64Array(times.length * 4)
  for (const { substance, propagate } of shares(kineticsWithEffects, regimen, times, 1)) {
    propagate.load(0, kineticsWithEffects.typical(substance))
    propagate.run(solved)
  }
  times.forEach((t, i) =>
    [(1000 * x[i]![2]!) / p.V1, (1000 * x[i]![5]!) / p.Vn, x[i]![7]!, x[i]![8]!].forEach((reference, o) =>
      expect(Math.abs(solved[4 * i + o]! / reference - 1), `${t} h, output ${o}`).toBeLessThan(1e-8),
    ),
  )
})

it('[PK3] S-ketamine has its own bioavailability', () => {
  const times = [0.2, 1, 3, 9]
  const nothing = () => 0
  const x = profile(rates(0.14, 1, nothing, box(0, 0.32, 20), nothing), times, [0, 0.32])
  const { ketamine, norketamine } = typical([course('esketamine', 'oral', 20, 0, 99, 1)], { interactions: [] }, times)
  times.forEach((_, i) => {
    expect(Math.abs(ketamine[i]! / ((1000 * x[i]![2]!) / p.V1) - 1)).toBeLessThan(1e-8)
    expect(Math.abs(norketamine[i]! / ((1000 * x[i]![5]!) / p.Vn) - 1)).toBeLessThan(1e-8)
  })
})

/** The states at `times`, integrated piece by piece between the jumps of the inputs. */
function profile(f: Rates, times: readonly number[], jumps: readonly number[]): number[][] {
  const stops = [...new Set([...times, ...jumps])].sort((a, b) => a - b)
  const found = new Map<number, number[]>()
  let [x, from] = [new Array<number>(9).fill(0), 0]
  for (const stop of stops) {
    x = integrate(f, x, from, stop, 1e-12)
    from = stop
    found.set(stop, x)
  }
  return times.map((time) => found.get(time)!)
}
