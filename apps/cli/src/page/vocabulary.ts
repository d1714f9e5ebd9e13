/** Orders the page needs without loading the pathway's rules: the type checks that nothing is left out. */
import type { FindingKind } from '@anodyne/pathway'

const order: Record<FindingKind, number> = { stop: 0, hold: 1, missing: 2, caution: 3, clear: 4 }

/** Worst first. */
export const findingKinds = (Object.keys(order) as FindingKind[]).sort((a, b) => order[a] - order[b])
