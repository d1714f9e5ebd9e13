import type { Criterion } from '@anodyne/pathway'

/** "2 yes, 1 no, 3 unknown": all three always said, so that an unknown cannot hide. */
export function criteriaWords(criteria: readonly Pick<Criterion, 'met'>[]): string {
  const of = (met: Criterion['met']) => criteria.filter((criterion) => criterion.met === met).length
  return `${of('yes')} yes, ${of('no')} no, ${of('unknown')} unknown`
}
