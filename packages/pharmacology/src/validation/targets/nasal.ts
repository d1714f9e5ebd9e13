/** Nasal sprays of esketamine: Perez-Ruixo's Table 4, from their own model. */
import { ours, percent, person, single, type Target } from '../target.ts'

/** From the second spray device on another part is absorbed. */
const sitting = (dose: number): Target['regimen'] => [
  single('esketamine', 'intranasal', 28),
  ...(dose > 28 ? [single('esketamine', 'intranasal-next', dose - 28)] : []),
]

/** age (18–60 stands as 45, above 60 as 70), mg, K Cmax, K AUC0–24, NK Cmax, NK AUC0–24 */
const table4 = [
  [45, 28, 43.8, 147.3, 59.1, 274.4],
  [45, 56, 72.5, 254.7, 119.7, 516.3],
  [45, 84, 101.0, 362.2, 180.0, 758.0],
  [70, 28, 44.6, 160.4, 57.3, 277.9],
  [70, 56, 73.8, 275.8, 117.2, 522.0],
  [70, 84, 102.7, 391.2, 177.0, 765.9],
] as const

export const nasal: readonly Target[] = table4.flatMap(([age, dose, ...values]) =>
  (
    [
      ['K Cmax', { kind: 'Cmax', analyte: 'ketamine', to: 24 }, 'ng/mL'],
      ['K AUC0–24', { kind: 'AUC', analyte: 'ketamine', to: 24 }, 'ng·h/mL'],
      ['NK Cmax', { kind: 'Cmax', analyte: 'norketamine', to: 24 }, 'ng/mL'],
      ['NK AUC0–24', { kind: 'AUC', analyte: 'norketamine', to: 24 }, 'ng·h/mL'],
    ] as const
  ).map(([what, measure, unit], column) => ({
    name: `Perez-Ruixo nasal ${dose} mg, ${age} years, ${what}`,
    study: 'perezRuixo',
    observed: values[column]!,
    printed: `${values[column]}, the authors’ model, Table 4`,
    reading: 'model',
    unit,
    regimen: sitting(dose),
    person: person(age),
    measure,
    tolerance: ours(percent(30)),
    closer: { 'perez-ruixo-2021': ours(percent(4)) },
  })),
)
