/** What a forecast with an interacting drug takes for granted: its size without its range, and that it neither begins nor stops. */
import { interactions, interactionStudies, type InteractionName } from '@anodyne/evidence'
import type { Regimen } from '../regimen.ts'

/** One sentence for each drug: how much, what is not in the bands, and what happens if it begins or stops (Hazard: H13, H14). */
export function interactionNotes(names: readonly InteractionName[], regimen: Regimen): readonly string[] {
  const routes = [...new Set(regimen.map(({ route }) => route))]
  return names.map((name) => {
    const { kind, observed } = interactions[name]
    const unmeasured = routes.filter(
      (route) => !interactionStudies.some(({ perpetrator, given }) => perpetrator === name && given.route === route),
    )
    const asked = unmeasured.length ? `; not measured by route ${unmeasured.join(', ')}` : ''
    const ratio = observed.oralAUC
    if (kind === 'none' || ratio === null)
      return `${name}: no change, as in one study of swallowed S-ketamine${asked}`
    const range = ratio.range ? `${ratio.range[0]}–${ratio.range[1]}, not in the bands` : 'no range printed, none in the bands'
    const change =
      kind === 'inducer'
        ? `if it stops, swallowed ketamine rises up to ${(1 / ratio.value).toFixed(1)}-fold`
        : 'if it stops, ketamine falls back'
    return `${name}: swallowed ketamine × ${ratio.value} (${range}) as in one study of S-ketamine; reckoned as taken throughout, ${change}; how fast is not known${asked}`
  })
} // prettier-ignore
