/** A demo patient's blood results, in SI or in United States units. */
import { molarMass } from '../codes/observations.ts'
import type { StoryLabs } from './story.ts'

/** Unremarkable adult values, made up. */
const usual: StoryLabs = { ALT: 24, AST: 22, GGT: 31, ALP: 74, bilirubin: 9, albumin: 42, creatinine: 72, eGFR: 88 }

export interface LabRow {
  readonly code: string
  readonly name: string
  readonly value: number
  readonly unit: string
}

export function labRows(units: 'SI' | 'US', change: Partial<StoryLabs> = {}): LabRow[] {
  const labs = { ...usual, ...change }
  const enzymes: LabRow[] = [
    { code: '1742-6', name: 'Alanine aminotransferase', value: labs.ALT, unit: 'U/L' },
    { code: '1920-8', name: 'Aspartate aminotransferase', value: labs.AST, unit: 'U/L' },
    { code: '2324-2', name: 'Gamma glutamyl transferase', value: labs.GGT, unit: 'U/L' },
    { code: '6768-6', name: 'Alkaline phosphatase', value: labs.ALP, unit: 'U/L' },
    { code: '98979-8', name: 'Glomerular filtration rate (CKD-EPI 2021)', value: labs.eGFR, unit: 'mL/min/{1.73_m2}' },
  ]
  if (units === 'US') {
    return [
      ...enzymes,
      {
        code: '1975-2',
        name: 'Bilirubin.total',
        value: perDecilitre(labs.bilirubin, molarMass.bilirubin),
        unit: 'mg/dL',
      },
      { code: '1751-7', name: 'Albumin', value: labs.albumin / 10, unit: 'g/dL' },
      { code: '2160-0', name: 'Creatinine', value: perDecilitre(labs.creatinine, molarMass.creatinine), unit: 'mg/dL' },
    ]
  }
  return [
    ...enzymes,
    { code: '14631-6', name: 'Bilirubin.total', value: labs.bilirubin, unit: 'umol/L' },
    { code: '1751-7', name: 'Albumin', value: labs.albumin, unit: 'g/L' },
    { code: '14682-9', name: 'Creatinine', value: labs.creatinine, unit: 'umol/L' },
  ]
}

/** mg/dL of µmol/L: M g/mol · 1e-6 mol · 1e3 mg/g ÷ 10 dL/L; two decimals, as a laboratory prints it. */
const perDecilitre = (umolPerL: number, molar = Number.NaN) => Math.round((umolPerL * molar) / 100) / 100
