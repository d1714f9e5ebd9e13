/** Doses into a vein. */
import { between, ours, percent, person, single, twofold, within95CI, type Target } from '../target.ts'

const ottoTen = [single('esketamine', 'iv', 10, { infusion: 0.5 })]
const hasanFive = [single('racemic-ketamine', 'iv', 5, { infusion: 0.5 })]
/** S-ketamine 0.14, 0.28, 0.57 mg/kg/h for an hour each at 70 kg. */
const staircase = [0.14, 0.28, 0.57].map((rate, hour) => ({
  ...single('esketamine', 'iv', rate * 70, { from: hour, infusion: 1 }),
}))
const volunteer = person(24)

/** h, ketamine, norketamine, ng/mL */
const medians = [
  [0.5, 56, 10],
  [1, 27, 23],
  [2, 15.5, 20],
  [3, 11.5, 16],
  [5, 6.0, 12],
  [6, 4.2, 11],
  [8, 2.5, 8],
  [10, 1.8, 6.5],
] as const

const otto: readonly Target[] = (['ketamine', 'norketamine'] as const).flatMap((analyte, column) =>
  medians.map(([at, ...levels]) => ({
    name: `Otto IV S 10 mg, ${column === 0 ? 'K' : 'NK'} at ${at} h`,
    study: 'otto',
    observed: levels[column]!,
    printed: 'median of 17',
    reading: 'figure',
    unit: 'ng/mL',
    regimen: ottoTen,
    person: volunteer,
    measure: { kind: 'concentration', analyte, at },
    tolerance: ours(percent(30)),
    closer: {
      // The review of the evidence has no tolerance for 6 and 10 h, and none for other models.
      'ketamine-composite': at === 6 || at === 10 ? ours(percent(20)) : percent(20),
      'fanta-otto-2021': ours(percent(20)),
    },
  })),
)

const hasan = {
  study: 'hasan', reading: 'publication', regimen: hasanFive, person: person(25),
} as const // prettier-ignore
const kamp = {
  study: 'kampStaircase', reading: 'figure', unit: 'ng/mL', regimen: staircase, person: volunteer, tolerance: percent(30),
} as const // prettier-ignore
const filmThenVein = (film: number): Target['regimen'] => [
  single('esketamine', 'sublingual', film),
  single('esketamine', 'iv', 20, { from: 6, infusion: 1 / 3 }),
]

// prettier-ignore
export const intravenous: readonly Target[] = [
  ...otto,
  { ...hasan, name: 'Hasan IV 5 mg, K AUC', observed: 52.3, printed: '52.3 ± 12.2, n = 15', unit: 'ng·h/mL',
    measure: { kind: 'AUCinf', analyte: 'ketamine' }, tolerance: within95CI(52.3, 12.2, 15, 2.145) },
  { ...hasan, name: 'Hasan IV 5 mg, K Cmax', observed: 29.9, printed: '29.9 ± 8.48, n = 15', unit: 'ng/mL',
    measure: { kind: 'Cmax', analyte: 'ketamine', to: 4 }, tolerance: percent(25) },
  { ...hasan, name: 'Hasan IV 5 mg, NK:K', observed: 1.79, printed: '1.79 ± 0.557, n = 15', unit: '1',
    measure: { kind: 'NK:K' }, tolerance: within95CI(1.79, 0.557, 15, 2.145) },
  { name: 'Pharmacotherapy 2022 IV 10 mg, K AUC', study: 'intravenous2022', observed: 113, printed: '113, n = 8–9', reading: 'publication', unit: 'ng·h/mL',
    regimen: [single('racemic-ketamine', 'iv', 10)], person: volunteer, measure: { kind: 'AUCinf', analyte: 'ketamine' }, tolerance: percent(25) },
  { ...kamp, name: 'Kamp IV staircase S, K at 3 h', observed: 246, printed: '1.0335 nmol/mL', measure: { kind: 'concentration', analyte: 'ketamine', at: 3 } },
  { ...kamp, name: 'Kamp IV staircase S, K at 4 h', observed: 78, printed: '0.3269 nmol/mL', measure: { kind: 'concentration', analyte: 'ketamine', at: 4 } },
  { ...kamp, name: 'Kamp IV staircase S, NK at 3.5 h', observed: 146, printed: '0.6538 nmol/mL', measure: { kind: 'concentration', analyte: 'norketamine', at: 3.5 } },
  { name: 'Kamp meta-analysis, CL', study: 'kampMeta', observed: 79, printed: '79 (69–90) L/h at 70 kg', reading: 'publication', unit: 'L/h',
    regimen: [single('esketamine', 'iv', 20, { infusion: 1 / 3 })], person: volunteer, measure: { kind: 'CL' }, tolerance: between(69, 90, '95 % CI') },
  { name: 'Perez-Ruixo IV S 28 mg, CL', study: 'perezRuixo', observed: 114, printed: '114 L/h (abstract)', reading: 'model', unit: 'L/h',
    regimen: [single('esketamine', 'iv', 28, { infusion: 2 / 3 })], person: person(45), measure: { kind: 'CL' }, tolerance: ours(percent(25)),
    closer: { 'perez-ruixo-2021': ours(percent(5)) } },
  { name: 'Simons IV S 20 mg after film 50 mg, K Cmax', study: 'simons', observed: 273, printed: '273 (259–287)', reading: 'publication', unit: 'ng/mL',
    regimen: filmThenVein(50), person: volunteer, measure: { kind: 'Cmax', analyte: 'ketamine', from: 6, to: 8 }, tolerance: ours(twofold),
    closer: { 'simons-2022': between(259, 287) } },
  { name: 'Simons IV S 20 mg after film 100 mg, K Cmax', study: 'simons', observed: 260, printed: '260 (251–269)', reading: 'publication', unit: 'ng/mL',
    regimen: filmThenVein(100), person: volunteer, measure: { kind: 'Cmax', analyte: 'ketamine', from: 6, to: 8 }, tolerance: ours(twofold),
    closer: { 'simons-2022': percent(15) } },
]
