/** Places in the scratch array, given out one after the other. */
export interface Room {
  /** Where so many numbers may stand. */
  take(count: number): number
  /** Numbers given out so far. */
  total(): number
}

export function room(): Room {
  let total = 0
  return {
    take(count) {
      total += count
      return total - count
    },
    total: () => total,
  }
}
