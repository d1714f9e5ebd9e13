/** Where e^(A·t) can differ from zero: state i can hold what was once in state j only if a path of flows leads from j to i. */

/** Compressed rows: the possible entries of row i are columns `column[rowStart[i]]` … `column[rowStart[i + 1] − 1]`, ascending. */
export interface Pattern {
  readonly nonZero: number
  readonly rowStart: Int32Array
  readonly column: Int32Array
}

export interface Places {
  readonly size: number
  readonly entries: readonly { readonly row: number; readonly column: number }[]
}

export function reachable({ size: n, entries }: Places): Pattern {
  const can = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => i === j))
  for (const { row, column } of entries) can[row]![column] = true
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) if (can[i]![k]) for (let j = 0; j < n; j++) if (can[k]![j]) can[i]![j] = true
  const column: number[] = []
  const rowStart = [0]
  for (const row of can) {
    row.forEach((yes, j) => yes && column.push(j))
    rowStart.push(column.length)
  }
  return { nonZero: column.length, rowStart: Int32Array.from(rowStart), column: Int32Array.from(column) }
}
