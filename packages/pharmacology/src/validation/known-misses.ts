/** Where a model is known to miss, why, and by how much. A row that passes after all must come off the list, and so one that moves. */
interface Miss {
  readonly model: string
  readonly because: string
  /** Predicted : observed of each target when the miss was declared, three digits. */
  readonly ratios: Readonly<Record<string, number>>
}

/** A miss is the one that was declared while its ratio stays within this part of what it was (engineering). */
const BAND = 0.02

const ARTERIAL = 'not a target: a venous model cannot show arterial peaks in the first half hour'
const CHONG =
  'six patients with pain had twice the ketamine; CL × 0.79 and Fpo 0.22 together would give 56, still below 1 SD'
const GRANT = 'expected: peaks per mg differ four-fold between studies of swallowed ketamine'
const FANTA = 'the lowest of the studies, which differ three-fold (8–24 %); Fpo is their weighted mean'
const VOLUNTEERS =
  'clearance is that of Fanta’s volunteers, 95.2 L/h, above the interval of the meta-analysis; the factor of 0.83 is not applied'
const TABLET =
  'the lowest dose gave less per mg and was gone sooner than the higher ones, why was not seen; a linear model cannot follow'
const ABSORBED = 'the factor sits on the amount absorbed, so peak and area change alike; in people they did not'
const SLOWER =
  'grapefruit acts on the first pass, hardly or not on clearance, so the half-life stays; in people it grew'
const ITRACONAZOLE = 'its factors are 1, since ketamine did not change; the fall of NK:K has no printed size'

const percentAbove = (ratios: Readonly<Record<string, number>>): string => {
  const above = Object.values(ratios).map((ratio) => Math.round(100 * (ratio - 1)))
  return `${Math.min(...above)}–${Math.max(...above)} %`
}

// prettier-ignore
const nasalNorketamine = {
  'Perez-Ruixo nasal 28 mg, 45 years, NK AUC0–24': 1.41, 'Perez-Ruixo nasal 28 mg, 70 years, NK AUC0–24': 1.38, 'Perez-Ruixo nasal 56 mg, 45 years, NK AUC0–24': 1.45, 'Perez-Ruixo nasal 56 mg, 70 years, NK AUC0–24': 1.41, 'Perez-Ruixo nasal 84 mg, 45 years, NK AUC0–24': 1.46, 'Perez-Ruixo nasal 84 mg, 70 years, NK AUC0–24': 1.43
}

// prettier-ignore
const misses: readonly Miss[] = [
  {
    model: 'ketamine-composite',
    because: ARTERIAL,
    ratios: { 'Simons film S 50 mg, K Cmax': 0.373, 'Simons film S 50 mg, K Tmax': 2.77, 'Simons film S 100 mg, K Cmax': 0.497, 'Simons film S 100 mg, K Tmax': 2.73, 'Simons IV S 20 mg after film 50 mg, K Cmax': 0.429, 'Simons IV S 20 mg after film 100 mg, K Cmax': 0.47 },
  },
  {
    model: 'ketamine-composite',
    because: CHONG,
    ratios: { 'Chong PO 25 mg, K AUC0–8': 0.479 },
  },
  {
    model: 'ketamine-composite',
    because: GRANT,
    ratios: { 'Grant PO 0.5 mg/kg, K Cmax': 0.332 },
  },
  {
    model: 'ketamine-composite',
    because: FANTA,
    ratios: { 'Fanta PO S 0.25 mg/kg, F': 1.75 },
  },
  {
    model: 'ketamine-composite',
    because: VOLUNTEERS,
    ratios: { 'Kamp meta-analysis, CL': 1.21 },
  },
  {
    model: 'ketamine-composite',
    because: TABLET,
    ratios: { 'Hasan PR 10 mg, K AUC': 1.33, 'Hasan PR 10 mg, K half-life': 1.49 },
  },
  {
    model: 'ketamine-composite',
    because: ABSORBED,
    ratios: { 'Clarithromycin PO S, K Cmax': 0.722, 'Grapefruit PO S, K Cmax': 1.43, 'St John’s wort PO S, K Cmax': 1.24, 'St John’s wort PO S, NK Cmax': 1.33 },
  },
  {
    model: 'ketamine-composite',
    because: SLOWER,
    ratios: { 'Grapefruit PO S, K half-life': 0.806 },
  },
  {
    model: 'ketamine-composite',
    because: ITRACONAZOLE,
    ratios: { 'Itraconazole PO S, NK:K': 1 },
  },
  {
    model: 'ketamine-physiological',
    because: ARTERIAL,
    ratios: { 'Simons film S 50 mg, K Cmax': 0.373, 'Simons film S 50 mg, K Tmax': 2.77, 'Simons film S 100 mg, K Cmax': 0.497, 'Simons film S 100 mg, K Tmax': 2.73, 'Simons IV S 20 mg after film 50 mg, K Cmax': 0.429, 'Simons IV S 20 mg after film 100 mg, K Cmax': 0.47 },
  },
  {
    model: 'ketamine-physiological',
    because: CHONG,
    ratios: { 'Chong PO 25 mg, K AUC0–8': 0.479 },
  },
  {
    model: 'ketamine-physiological',
    because: GRANT,
    ratios: { 'Grant PO 0.5 mg/kg, K Cmax': 0.332 },
  },
  {
    model: 'ketamine-physiological',
    because: FANTA,
    ratios: { 'Fanta PO S 0.25 mg/kg, F': 1.75 },
  },
  {
    model: 'ketamine-physiological',
    because: VOLUNTEERS,
    ratios: { 'Kamp meta-analysis, CL': 1.21 },
  },
  {
    model: 'ketamine-physiological',
    because: TABLET,
    ratios: { 'Hasan PR 10 mg, K AUC': 1.33, 'Hasan PR 10 mg, K half-life': 1.49 },
  },
  {
    model: 'ketamine-physiological',
    because: ABSORBED,
    ratios: { 'Clarithromycin PO S, K Cmax': 0.699, 'Grapefruit PO S, K Cmax': 1.38, 'St John’s wort PO S, K Cmax': 1.29 },
  },
  {
    model: 'ketamine-physiological',
    because: SLOWER,
    ratios: { 'Grapefruit PO S, K half-life': 0.819 },
  },
  {
    model: 'ketamine-physiological',
    because: ITRACONAZOLE,
    ratios: { 'Itraconazole PO S, NK:K': 1 },
  },
  {
    model: 'simons-2022',
    because: 'an arterial model, venous samples: peaks earlier and higher, then lower until blood and tissue are even',
    ratios: { 'Otto IV S 10 mg, K at 0.5 h': 1.8, 'Otto IV S 10 mg, K at 2 h': 0.669, 'Otto IV S 10 mg, K at 3 h': 0.625, 'Otto IV S 10 mg, NK at 0.5 h': 1.85, 'Otto IV S 10 mg, NK at 2 h': 0.632, 'Otto IV S 10 mg, NK at 3 h': 0.684 },
  },
  {
    model: 'simons-2022',
    because: '100 mg gave less than twice 50 mg, and later; a linear model cannot meet both doses',
    ratios: { 'Simons film S 100 mg, K Cmax': 1.19, 'Simons film S 100 mg, NK Cmax': 1.18, 'Simons film S 100 mg, HNK Tmax': 0.698 },
  },
  {
    model: 'perez-ruixo-2021',
    because: `the printed parameters give norketamine areas ${percentAbove(nasalNorketamine)} above the paper’s own, with peaks met; no reading meets both`,
    ratios: nasalNorketamine,
  },
  {
    model: 'perez-ruixo-2021',
    because: 'a larger volume (752 L against 419 L) and clearance (109 against 95 L/h) than Otto’s volunteers',
    ratios: { 'Otto IV S 10 mg, K at 0.5 h': 0.691, 'Otto IV S 10 mg, K at 3 h': 0.599, 'Otto IV S 10 mg, K at 5 h': 0.654, 'Otto IV S 10 mg, NK at 0.5 h': 0.553 },
  },
  {
    model: 'perez-ruixo-2021',
    because: 'an arterial peak, a venous model with a larger volume and clearance',
    ratios: { 'Kamp IV staircase S, K at 3 h': 0.635 },
  },
  {
    model: 'perez-ruixo-2021',
    because: 'clearance 109 L/h is the highest of the published models (79–114)',
    ratios: { 'Kamp meta-analysis, CL': 1.38 },
  },
  {
    model: 'perez-ruixo-2021',
    because: 'bioavailability differs between studies (8–24 %): 0.18 here, 0.08 in Fanta, so more ketamine and a lower NK:K',
    ratios: { 'Fanta PO S 0.25 mg/kg, F': 2.23, 'Fanta PO S 0.25 mg/kg, NK:K': 0.446 },
  },
  {
    model: 'fanta-otto-2021',
    because: VOLUNTEERS,
    ratios: { 'Kamp meta-analysis, CL': 1.21 },
  },
]

/** A declared miss: why, and what it was. */
export interface KnownMiss {
  readonly because: string
  readonly ratio: number
}

export function knownMiss(model: string, target: string): KnownMiss | undefined {
  const miss = misses.find((one) => one.model === model && one.ratios[target] !== undefined)
  return miss && { because: miss.because, ratio: miss.ratios[target]! }
}

/** Not the miss that was declared: for the better or the worse, or no number at all. */
export const moved = (declared: number, ratio: number): boolean => !(Math.abs(ratio / declared - 1) <= BAND)

/** Every declared miss; a test holds them against the rows. */
export const declaredMisses: readonly (readonly [model: string, target: string])[] = misses.flatMap(
  ({ model, ratios }) => Object.keys(ratios).map((target) => [model, target] as const),
)
