import { interactions } from '@anodyne/evidence'
import type { InteractionName } from '@anodyne/evidence'

/** The measured effect on swallowed S-ketamine in words: fold-change, range and study. */
export const measuredEffect = (name: InteractionName): string =>
  `${measuredRatio(name)} (${interactions[name].population})`

/** The same without the study. */
export function measuredRatio(name: InteractionName): string {
  const { observed } = interactions[name]
  const times = (r: { value: number; range?: readonly [number, number] }) =>
    `× ${r.value}${r.range ? ` (range ${r.range[0]} to ${r.range[1]})` : ''}`
  const auc = observed.oralAUC ? `AUC ${times(observed.oralAUC)}` : 'AUC not increased'
  const cmax = observed.oralCmax ? `, Cmax ${times(observed.oralCmax)}` : ''
  return `${auc}${cmax}`
}

export const measuredSource = (name: InteractionName): string => `doi:${interactions[name].source.doi}`
