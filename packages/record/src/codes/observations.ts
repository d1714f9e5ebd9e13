/**
 * Which observation is which measurement. `from`: `pack` = named in this project's evidence packs; `loinc` = LOINC's own
 * table, by its code and long name, not yet checked against a LOINC release.
 */
import type { Measure } from '@anodyne/pathway'
import { LOINC } from './systems.ts'

interface MeasureCode {
  readonly system: string
  readonly code: string
  readonly measure: Measure
  readonly from: 'pack' | 'loinc'
}

const loinc = (measure: Measure, code: string, from: MeasureCode['from']): MeasureCode => ({
  system: LOINC,
  code,
  measure,
  from,
})

export const measureCodes: readonly MeasureCode[] = [
  loinc('weight', '29463-7', 'loinc'), // Body weight
  loinc('weight', '3141-9', 'loinc'), // Body weight Measured
  loinc('ALT', '1742-6', 'pack'), // Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma
  loinc('AST', '1920-8', 'loinc'),
  loinc('GGT', '2324-2', 'pack'),
  loinc('ALP', '6768-6', 'loinc'),
  loinc('bilirubin', '1975-2', 'loinc'), // Bilirubin.total [Mass/volume] in Serum or Plasma
  loinc('bilirubin', '14631-6', 'loinc'), // Bilirubin.total [Moles/volume] in Serum or Plasma
  loinc('albumin', '1751-7', 'loinc'),
  loinc('creatinine', '2160-0', 'pack'), // Creatinine [Mass/volume] in Serum or Plasma
  loinc('creatinine', '38483-4', 'loinc'), // Creatinine [Mass/volume] in Blood
  loinc('creatinine', '14682-9', 'loinc'), // Creatinine [Moles/volume] in Serum or Plasma
  loinc('eGFR', '98979-8', 'pack'), // CKD-EPI 2021
  loinc('eGFR', '33914-3', 'pack'), // MDRD
  loinc('eGFR', '62238-1', 'loinc'), // CKD-EPI
  loinc('painNRS', '72514-3', 'pack'), // Pain severity - 0-10 verbal numeric rating
  loinc('PEG', '91147-9', 'pack'),
  loinc('PHQ9', '44261-6', 'pack'),
  { system: 'http://cds.ahrq.gov/cdsconnect/pms', code: 'MME', measure: 'MME', from: 'pack' },
]

/** Blood pressure: the panel, its older code, and the two components, which may also stand alone. */
export const bloodPressure = { panels: ['85354-9', '55284-4'], systolic: '8480-6', diastolic: '8462-4' } as const

const table = new Map(measureCodes.map((c) => [`${c.system}|${c.code}`, c.measure]))

/** Undefined when this code, in this system, is none of the measurements. */
export const measureOf = (system: string, code: string): Measure | undefined => table.get(`${system}|${code}`)

/** What a careful reader can believe, in the unit of `measures`; outside it the value is an error of entry. Engineering. */
export const plausible: Readonly<Record<Measure, readonly [low: number, high: number]>> = {
  weight: [1, 400],
  ALT: [1, 50_000],
  AST: [1, 50_000],
  GGT: [1, 50_000],
  ALP: [1, 50_000],
  bilirubin: [0.5, 1_500],
  albumin: [5, 80],
  creatinine: [5, 5_000],
  eGFR: [1, 250],
  painNRS: [0, 10],
  PEG: [0, 10],
  PHQ9: [0, 27],
  MME: [0, 10_000],
}

/** kg; below it a weight taken in an adult is an error of entry. Engineering. */
export const LEAST_ADULT_WEIGHT = 20

/** mm[Hg]; outside it a pressure is an error of entry. Engineering. */
export const plausiblePressure = { systolic: [40, 320], diastolic: [20, 220] } as const

/** Where too little, rather than too much, is the danger: decides which side of a bound such as ">90" is the safe one. */
export const lowIsBad: ReadonlySet<Measure> = new Set<Measure>(['eGFR', 'albumin'])

const atomic = { C: 12.011, H: 1.008, N: 14.007, O: 15.999 } // IUPAC abridged standard atomic weights 2021, doi:10.1515/pac-2019-0603
const molar = (C: number, H: number, N: number, O: number) => C * atomic.C + H * atomic.H + N * atomic.N + O * atomic.O

/** g/mol, from the molecular formula; mass ↔ amount of substance needs it. */
export const molarMass: Partial<Readonly<Record<Measure, number>>> = {
  creatinine: molar(4, 7, 3, 1),
  bilirubin: molar(33, 36, 4, 6),
}
