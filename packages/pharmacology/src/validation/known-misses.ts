/** Where a model is known to miss, and why. A row that passes after all must come off the list. */
interface Miss {
  readonly model: string
  readonly targets: readonly string[]
  readonly because: string
}

const otto = (analyte: 'K' | 'NK', ...hours: readonly number[]) =>
  hours.map((at) => `Otto IV S 10 mg, ${analyte} at ${at} h`)

const composite: readonly Miss[] = [
  {
    model: 'ketamine-composite',
    targets: ['Simons film S 50 mg, K Cmax', 'Simons film S 50 mg, K Tmax', 'Simons film S 100 mg, K Cmax',
      'Simons film S 100 mg, K Tmax', 'Simons IV S 20 mg after film 50 mg, K Cmax', 'Simons IV S 20 mg after film 100 mg, K Cmax'],
    because: 'not a target: a venous model cannot show arterial peaks in the first half hour',
  },
  {
    model: 'ketamine-composite',
    targets: ['Chong PO 25 mg, K AUC0–8'],
    because: 'six patients with pain had twice the ketamine; CL × 0.79 and Fpo 0.22 together would give 56, still below 1 SD',
  },
  {
    model: 'ketamine-composite',
    targets: ['Grant PO 0.5 mg/kg, K Cmax'],
    because: 'expected: peaks per mg differ four-fold between studies of swallowed ketamine',
  },
  {
    model: 'ketamine-composite',
    targets: ['Fanta PO S 0.25 mg/kg, F'],
    because: 'the lowest of the studies, which differ three-fold (8–24 %); Fpo is their weighted mean',
  },
  {
    model: 'ketamine-composite',
    targets: ['Clarithromycin PO S, K Cmax', 'Grapefruit PO S, K Cmax', 'St John’s wort PO S, K Cmax', 'St John’s wort PO S, NK Cmax'],
    because: 'the factor sits on the amount absorbed, so peak and area change alike; in people they did not',
  },
  {
    model: 'ketamine-composite',
    targets: ['Itraconazole PO S, NK:K'],
    because: 'its factors are 1, since ketamine did not change; the fall of NK:K has no printed size',
  },
] // prettier-ignore

/** Without an interacting drug it is the composite, and misses the same; with one, what is named here it meets. */
const met: readonly string[] = ['St John’s wort PO S, NK Cmax']
const physiological: readonly Miss[] = composite.map(({ targets, because }) => ({
  model: 'ketamine-physiological',
  targets: targets.filter((target) => !met.includes(target)),
  because,
}))

const simons: readonly Miss[] = [
  {
    model: 'simons-2022',
    targets: [...otto('K', 0.5, 2, 3), ...otto('NK', 0.5, 2, 3)],
    because: 'an arterial model, venous samples: peaks earlier and higher, then lower until blood and tissue are even',
  },
  {
    model: 'simons-2022',
    targets: ['Simons film S 100 mg, K Cmax', 'Simons film S 100 mg, NK Cmax', 'Simons film S 100 mg, HNK Tmax'],
    because: '100 mg gave less than twice 50 mg, and later; a linear model cannot meet both doses',
  },
]

const perezRuixo: readonly Miss[] = [
  {
    model: 'perez-ruixo-2021',
    targets: [28, 56, 84].flatMap((dose) => [45, 70].map((age) => `Perez-Ruixo nasal ${dose} mg, ${age} years, NK AUC0–24`)),
    because: 'the printed parameters give norketamine areas 37–47 % above the paper’s own, with peaks met; no reading meets both',
  },
  {
    model: 'perez-ruixo-2021',
    targets: [...otto('K', 0.5, 3, 5), ...otto('NK', 0.5)],
    because: 'a larger volume (752 L against 419 L) and clearance (109 against 95 L/h) than Otto’s volunteers',
  },
  {
    model: 'perez-ruixo-2021',
    targets: ['Kamp IV staircase S, K at 3 h'],
    because: 'an arterial peak, a venous model with a larger volume and clearance',
  },
  {
    model: 'perez-ruixo-2021',
    targets: ['Kamp meta-analysis, CL'],
    because: 'clearance 109 L/h is the highest of the published models (79–114)',
  },
  {
    model: 'perez-ruixo-2021',
    targets: ['Fanta PO S 0.25 mg/kg, F', 'Fanta PO S 0.25 mg/kg, NK:K'],
    because: 'bioavailability differs between studies (8–24 %): 0.18 here, 0.08 in Fanta, so more ketamine and a lower NK:K',
  },
] // prettier-ignore

const misses: readonly Miss[] = [...composite, ...physiological, ...simons, ...perezRuixo]

export const knownMiss = (model: string, target: string): string | undefined =>
  misses.find((miss) => miss.model === model && miss.targets.includes(target))?.because

/** Every declared miss; a test holds them against the rows. */
export const declaredMisses: readonly (readonly [model: string, target: string])[] = misses.flatMap(
  ({ model, targets }) => targets.map((target) => [model, target] as const),
)
