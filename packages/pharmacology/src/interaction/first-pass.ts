/**
 * Gut wall and well-stirred liver in closed form: what `ketamine-physiological` amounts to after one dose.
 *
 *     CL = Qh·E       F = Fgut·(1 − E)       AUC = F·D/CL       AUC of norketamine = (Fgut + (1 − Fgut)·phiGut)·D/(CLintN·Ln)
 *
 * From them CL·AUC after swallowing is Fgut·D·(1 − E), so the AUC of swallowed ketamine is Fgut·D/(CLint·Lk): hepatic flow cancels.
 */
import type { Model } from '../model.ts'
import type { Substance } from '../substance.ts'

/** Flows and clearances in L/h, the rest are numbers. */
export interface FirstPass {
  readonly Qh: number
  readonly CLint: number
  readonly CLintN: number
  readonly Rgut: number
  readonly phiGut: number
  readonly f3A4: number
  readonly fn3A4: number
}

/** Activity of each enzyme, 1 = without an interacting drug. */
export interface Activities {
  readonly a3A4gut: number
  readonly a3A4: number
  readonly a2B6: number
}

export const UNCHANGED: Activities = { a3A4gut: 1, a3A4: 1, a2B6: 1 }

export interface FirstPassResult {
  /** Escapes the gut wall. */
  readonly Fgut: number
  /** Hepatic extraction of ketamine, and of norketamine. */
  readonly E: number
  readonly En: number
  /** L/h */
  readonly CL: number
  readonly F: number
  /** Areas to infinity over the dose, h/L. */
  readonly ketamine: { readonly oral: number; readonly iv: number }
  readonly norketamine: { readonly oral: number; readonly iv: number }
}

export function firstPass(of: FirstPass, { a3A4gut, a3A4, a2B6 }: Activities): FirstPassResult {
  const Fgut = 1 / (1 + of.Rgut * a3A4gut)
  const ketamine = of.CLint * (of.f3A4 * a3A4 + (1 - of.f3A4) * a2B6)
  const norketamine = of.CLintN * (of.fn3A4 * a3A4 + 1 - of.fn3A4)
  const E = ketamine / (of.Qh + ketamine)
  const En = norketamine / (of.Qh + norketamine)
  const [CL, F] = [of.Qh * E, Fgut * (1 - E)]
  const made = Fgut + (1 - Fgut) * of.phiGut
  return {
    Fgut,
    E,
    En,
    CL,
    F,
    ketamine: { oral: F / CL, iv: 1 / CL },
    norketamine: { oral: made / norketamine, iv: 1 / norketamine },
  }
}

/** The typical person of 70 kg as the model file has it. */
export function firstPassOf(model: Model, substance: Substance): FirstPass {
  const of = (symbol: keyof FirstPass): number => {
    const { value } = model.parameters.find((one) => one.symbol === symbol)!
    return typeof value === 'number' ? value : value[substance]
  }
  return {
    Qh: of('Qh'),
    CLint: of('CLint'),
    CLintN: of('CLintN'),
    Rgut: of('Rgut'),
    phiGut: of('phiGut'),
    f3A4: of('f3A4'),
    fn3A4: of('fn3A4'),
  }
}
