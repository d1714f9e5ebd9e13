/**
 * Virtual patients are solved side by side in groups, and a group is patients 16g to 16g + 15 whatever was asked for: how far
 * periods are walked is decided for a group at once, so only whole groups give the same bits in every shard.
 */

/** Virtual patients solved side by side. */
export const LANES = 16

export interface Groups {
  /** Number of the first patient of the first group: a multiple of `LANES`. */
  readonly from: number
  /** Groups to solve, all of them full. */
  readonly count: number
  /** Patients of the first group before the first one wanted. */
  readonly before: number
}

/** The whole groups that hold patients `first` to `first + n − 1`. */
export function groupsOf(first: number, n: number): Groups {
  const before = first % LANES
  return { from: first - before, count: Math.ceil((before + n) / LANES), before }
}
