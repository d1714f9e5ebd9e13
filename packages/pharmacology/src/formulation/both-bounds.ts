/** A dose that is held and spat out, as two regimens between which the truth lies. */
import type { Regimen } from '../regimen.ts'
import type { Bound } from './formulation.ts'

/**
 * The same regimen twice: of every course held and spat out, none (`least`) and all (`most`) of what the mucosa leaves is
 * swallowed. Forecast both, and show the range; equal where nothing is spat out.
 */
export function bothBounds(regimen: Regimen): Readonly<Record<Bound, Regimen>> {
  const at = (bound: Bound): Regimen =>
    regimen.map((course) => (course.retention === 'held and spat' ? { ...course, bound } : course))
  return { least: at('least'), most: at('most') }
}
