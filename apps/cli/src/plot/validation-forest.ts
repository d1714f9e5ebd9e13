/** The validation of models as a forest. */
import type { Model, ValidationRow } from '@anodyne/pharmacology'
import type { ForestPlot } from './data.ts'

export function validationForest(models: readonly Model[], rows: readonly ValidationRow[]): ForestPlot {
  const held = models.filter(({ id }) => rows.some(({ model }) => model === id))
  const drawn = rows.find(({ virtualPatients }) => virtualPatients)?.virtualPatients
  return {
    title: 'What models predict, over what was observed in people',
    subtitle: `${rows.length} comparisons with published studies`,
    basis: {
      kind: 'predicted',
      models: held.map(({ id, version }) => `${id} ${version}`),
      ...(drawn ? { patients: drawn.n, seed: drawn.seed } : {}),
    },
    notes: ['Predictions are of the typical person; virtual patients only where a tolerance is their middle 90 %.'],
    rows: rows.map(({ model, target, unit, observed, predicted, ratio, accepted, status, because, role }) => ({
      model,
      target,
      ...(unit === '1' ? {} : { unit }),
      kind: role,
      observed,
      predicted,
      ratio,
      tolerance: accepted,
      status,
      ...(because === null ? {} : { because }),
    })),
  }
}
