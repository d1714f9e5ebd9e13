/** One virtual patient's effect parameters, drawn from the distributions in `effect.ts`. */
import { STREAM, uniforms, normals } from '../population/random.ts'
import { effectParameters } from './effect.ts'

export interface EffectDraw {
  readonly C50relief: number
  readonly Rmax: number
  readonly responds: boolean
  readonly C50mind: number
  readonly slopePressure: number
}

const z = new Float64Array(4)
const u = new Float64Array(8)

/** @param older from age 50, or age unknown: pressure rises more. */
export function effectDraws(seed: number, patient: number, older: boolean): EffectDraw {
  // Uniforms 4 and 5 are a block of their own, so they are independent of the normals made from 0 to 3.
  normals(seed, patient, STREAM.effects, z)
  uniforms(seed, patient, STREAM.effects, u)
  const { C50relief, Rmax, responds, C50mind, slopePressure, olderPressure } = effectParameters
  const odds = (responds.value / (1 - responds.value)) * Math.exp(responds.spread.sd * z[2]!)
  const factor = older ? olderPressure.spread.low + (olderPressure.spread.high - olderPressure.spread.low) * u[5]! : 1
  return {
    C50relief: C50relief.value * Math.exp(C50relief.spread.sd * z[0]!),
    Rmax: Math.min(1, Math.max(0, Rmax.value + Rmax.spread.sd * z[1]!)),
    responds: u[4]! < odds / (1 + odds),
    C50mind: C50mind.value * Math.exp(C50mind.spread.sd * z[3]!),
    slopePressure: slopePressure.value * factor,
  }
}
