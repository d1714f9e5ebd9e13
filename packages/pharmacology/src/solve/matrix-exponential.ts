/**
 * e^(A·t) of a small dense matrix by scaling and squaring with diagonal Padé approximants of degree 3 to 13.
 * Higham 2005, doi:10.1137/04061101X, algorithm 2.3 and table 2.3. Row-major typed arrays; nothing is allocated per call.
 */
export type MatrixExponential = (A: Float64Array, t: number, into: Float64Array) => void

/** Largest 1-norm for which each degree is accurate to double precision. */
const DEGREES = [
  { theta: 1.495585217958292e-2, b: [120, 60, 12, 1] },
  { theta: 2.53939833006323e-1, b: [30240, 15120, 3360, 420, 30, 1] },
  { theta: 9.504178996162932e-1, b: [17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1] },
  {
    theta: 2.097847961257068,
    b: [17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1],
  },
] as const
const THETA13 = 5.371920351148152
const B13 = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
] as const

/** A reusable exponential for n × n matrices; it owns its workspace, so one per engine, not shared between threads. */
export function matrixExponential(n: number): MatrixExponential {
  const size = n * n
  const make = () => new Float64Array(size)
  const [X, X2, X4, X6, X8, U, V, W] = [make(), make(), make(), make(), make(), make(), make(), make()]
  const higherPowers = [
    [X2, X4],
    [X4, X6],
    [X6, X8],
  ] as const

  return (A, t, into) => {
    for (let i = 0; i < size; i++) X[i] = A[i]! * t
    const norm = oneNorm(X, n)
    if (!Number.isFinite(norm)) throw new RangeError('matrix exponential: a rate is not finite')
    let squarings = 0
    const degree = DEGREES.find(({ theta }) => norm <= theta)
    if (degree) {
      lowDegree(degree.b)
    } else {
      squarings = Math.max(0, Math.ceil(Math.log2(norm / THETA13)))
      const scale = 2 ** -squarings
      for (let i = 0; i < size; i++) X[i]! *= scale
      degree13()
    }
    // V − U and V + U, then solve (V − U)·R = V + U
    for (let i = 0; i < size; i++) {
      const [u, v] = [U[i]!, V[i]!]
      W[i] = v - u
      U[i] = v + u
    }
    solveInPlace(W, U, n)
    let [from, to] = [U, V]
    for (let s = 0; s < squarings; s++) {
      multiply(from, from, to, n)
      ;[from, to] = [to, from]
    }
    into.set(from)
  }

  function lowDegree(b: readonly number[]): void {
    multiply(X, X, X2, n)
    const powers = [X2]
    for (const [lower, power] of higherPowers) {
      if (b.length < 2 * powers.length + 4) break
      multiply(lower, X2, power, n)
      powers.push(power)
    }
    W.fill(0)
    V.fill(0)
    for (let p = 0; 2 * p + 3 < b.length + 1; p++) {
      const power = powers[p]!
      const [odd, even] = [b[2 * p + 3]!, b[2 * p + 2]!]
      for (let i = 0; i < size; i++) {
        W[i]! += odd * power[i]!
        V[i]! += even * power[i]!
      }
    }
    addDiagonal(W, b[1]!, n)
    addDiagonal(V, b[0]!, n)
    multiply(X, W, U, n)
  }

  function degree13(): void {
    const b = B13
    multiply(X, X, X2, n)
    multiply(X2, X2, X4, n)
    multiply(X4, X2, X6, n)
    for (let i = 0; i < size; i++) W[i] = b[13] * X6[i]! + b[11] * X4[i]! + b[9] * X2[i]!
    multiply(X6, W, V, n)
    for (let i = 0; i < size; i++) V[i]! += b[7] * X6[i]! + b[5] * X4[i]! + b[3] * X2[i]!
    addDiagonal(V, b[1], n)
    multiply(X, V, U, n)
    for (let i = 0; i < size; i++) W[i] = b[12] * X6[i]! + b[10] * X4[i]! + b[8] * X2[i]!
    multiply(X6, W, V, n)
    for (let i = 0; i < size; i++) V[i]! += b[6] * X6[i]! + b[4] * X4[i]! + b[2] * X2[i]!
    addDiagonal(V, b[0], n)
  }
}

/** C = A·B. Compartment matrices are mostly zero, so a zero of A skips a row of B. */
export function multiply(A: Float64Array, B: Float64Array, C: Float64Array, n: number): void {
  C.fill(0)
  for (let i = 0; i < n; i++) {
    const row = i * n
    for (let k = 0; k < n; k++) {
      const a = A[row + k]!
      if (a === 0) continue
      const from = k * n
      for (let j = 0; j < n; j++) C[row + j]! += a * B[from + j]!
    }
  }
}

function oneNorm(A: Float64Array, n: number): number {
  let norm = 0
  for (let j = 0; j < n; j++) {
    let column = 0
    for (let i = 0; i < n; i++) column += Math.abs(A[i * n + j]!)
    // Written so that NaN wins.
    if (!(column <= norm)) norm = column
  }
  return norm
}

function addDiagonal(A: Float64Array, value: number, n: number): void {
  for (let i = 0; i < n; i++) A[i * n + i]! += value
}

/** B ← A⁻¹·B by elimination with partial pivoting; A is destroyed. */
function solveInPlace(A: Float64Array, B: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]!) > Math.abs(A[pivot * n + k]!)) pivot = i
    if (pivot !== k) {
      swapRows(A, k, pivot, n)
      swapRows(B, k, pivot, n)
    }
    const inverse = 1 / A[k * n + k]!
    for (let i = k + 1; i < n; i++) {
      const factor = A[i * n + k]! * inverse
      if (factor === 0) continue
      for (let j = k; j < n; j++) A[i * n + j]! -= factor * A[k * n + j]!
      for (let j = 0; j < n; j++) B[i * n + j]! -= factor * B[k * n + j]!
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let i = k + 1; i < n; i++) {
      const factor = A[k * n + i]!
      if (factor === 0) continue
      for (let j = 0; j < n; j++) B[k * n + j]! -= factor * B[i * n + j]!
    }
    const inverse = 1 / A[k * n + k]!
    for (let j = 0; j < n; j++) B[k * n + j]! *= inverse
  }
}

function swapRows(A: Float64Array, a: number, b: number, n: number): void {
  for (let j = 0; j < n; j++) {
    const value = A[a * n + j]!
    A[a * n + j] = A[b * n + j]!
    A[b * n + j] = value
  }
}
