/** Which observations were used to set a value of which model. `external` is earned: a model not listed has none. */
import type { StudyId } from './studies.ts'
import type { Target } from './target.ts'

export type Role = 'verification' | 'external'

interface Used {
  /** Every observation of these studies. */
  readonly studies: readonly StudyId[]
  /** And these of others, by name. */
  readonly targets: readonly string[]
}

// Disposition from Otto; absorption, first pass and their spread from the others. Of Fanta only F, of Hasan only the tablets.
const compositeStudies: readonly StudyId[] = ['otto', 'chong', 'rolan', 'yanagihara', 'simons', 'perezRuixo']
const compositeTargets: readonly string[] = [
  'Fanta PO S 0.25 mg/kg, F',
  'Hasan PR 40 mg, K AUC/dose',
  'Hasan PR 80 mg, K AUC/dose',
  'Hasan PR 10 mg, NK:K',
  'Hasan PR 20 mg, NK:K',
  'Hasan PR 40 mg, NK:K',
  'Hasan PR 80 mg, NK:K',
  'Hasan PR 80 mg, F',
  ...[10, 20, 40, 80].flatMap((dose) =>
    ['AUC', 'Cmax', 'Tmax', 'half-life'].map((what) => `Hasan PR ${dose} mg, K ${what}`),
  ),
  'Clarithromycin PO S, K AUC',
  'Grapefruit PO S, K AUC',
  'Ticlopidine PO S, K AUC',
  'Itraconazole PO S, K AUC',
  'St John’s wort PO S, K AUC',
  'St John’s wort PO S, NK AUC',
  'Rifampicin PO S, K AUC',
  'Rifampicin IV S, K AUC',
]

const used: Readonly<Record<string, Used>> = {
  'ketamine-composite': {
    studies: compositeStudies,
    targets: [...compositeTargets, 'Rifampicin IV S infusion (Noppers), NK AUC0–5'],
  },
  'ketamine-physiological': {
    studies: compositeStudies,
    targets: [
      ...compositeTargets,
      'Rifampicin IV S infusion (Noppers), K AUC0–5',
      'Rifampicin IV S infusion (Noppers), NK AUC0–5',
    ],
  },
  'simons-2022': { studies: ['simons'], targets: [] },
  'perez-ruixo-2021': { studies: ['perezRuixo'], targets: [] },
  'fanta-otto-2021': { studies: ['otto', 'fanta'], targets: [] },
}

export function roleOf(model: string, { name, study }: Target): Role {
  const list = used[model]
  return list === undefined || list.studies.includes(study) || list.targets.includes(name) ? 'verification' : 'external'
}

/** Names that a list gives; a test holds them against the targets. */
export const usedTargets: readonly string[] = Object.values(used).flatMap(({ targets }) => targets)
