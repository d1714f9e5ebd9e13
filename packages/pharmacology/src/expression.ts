/**
 * Rate expressions such as `CL/V1` or `ka*(1-Fpo)*phi`: numbers, symbols, + − * /, parentheses, `max(a, b)` and `min(a, b)`,
 * nothing else. Parsed once when a model is made; an unknown symbol or a stray character is an error there, not at run time.
 */
export type Evaluate = (values: Float64Array) => number

export interface Expression {
  readonly text: string
  /** Symbols it uses, in order of first use. */
  readonly symbols: readonly string[]
  readonly evaluate: Evaluate
}

/** What the operations mean: on numbers, or on units. */
export interface Algebra<T> {
  constant(value: number): T
  /** `undefined`: unknown. */
  symbol(name: string): T | undefined
  negate(a: T): T
  add(a: T, b: T): T
  subtract(a: T, b: T): T
  multiply(a: T, b: T): T
  divide(a: T, b: T): T
  max(a: T, b: T): T
  min(a: T, b: T): T
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_]*)|([-+*/(),]))/y

/** @throws RangeError naming the expression and what is wrong in it. */
export function parseExpression(text: string, place: (symbol: string) => number | undefined): Expression {
  const symbols: string[] = []
  const evaluate = interpret<Evaluate>(text, {
    ...numbers,
    symbol(name) {
      const index = place(name)
      if (index === undefined) return undefined
      if (!symbols.includes(name)) symbols.push(name)
      return (values) => values[index] ?? NaN
    },
  })
  return { text, symbols, evaluate }
}

/** @throws RangeError naming the expression and what is wrong in it. */
export function interpret<T>(text: string, algebra: Algebra<T>): T {
  const refuse = (why: string): never => {
    throw new RangeError(`'${text}': ${why}`)
  }
  const tokens = split(text, refuse)
  let next = 0
  const expect = (token: string): void => {
    if (tokens[next++] !== token) refuse(`expected ${token}`)
  }

  const sum = (): T => {
    let left = product()
    for (let sign = tokens[next]; sign === '+' || sign === '-'; sign = tokens[next]) {
      next++
      left = sign === '+' ? algebra.add(left, product()) : algebra.subtract(left, product())
    }
    return left
  }
  const product = (): T => {
    let left = factor()
    for (let sign = tokens[next]; sign === '*' || sign === '/'; sign = tokens[next]) {
      next++
      left = sign === '*' ? algebra.multiply(left, factor()) : algebra.divide(left, factor())
    }
    return left
  }
  const factor = (): T => {
    const token = tokens[next++]
    if (token === undefined) return refuse('ends too early')
    if (token === '-') return algebra.negate(factor())
    if (token === '(') {
      const inside = sum()
      expect(')')
      return inside
    }
    if (/^\d/.test(token)) return algebra.constant(Number(token))
    if (!/^[A-Za-z]/.test(token)) return refuse(`unexpected ${token}`)
    if ((token === 'max' || token === 'min') && tokens[next] === '(') {
      next++
      const a = sum()
      expect(',')
      const b = sum()
      expect(')')
      return algebra[token](a, b)
    }
    return algebra.symbol(token) ?? refuse(`unknown symbol ${token}`)
  }

  const whole = sum()
  if (next < tokens.length) refuse(`unexpected ${tokens[next]}`)
  return whole
}

function split(text: string, refuse: (why: string) => never): string[] {
  const tokens: string[] = []
  const trimmed = text.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < trimmed.length) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(trimmed)
    if (!match) return refuse(`unexpected character at ${from}`)
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '')
  }
  return tokens
}

const numbers: Omit<Algebra<Evaluate>, 'symbol'> = {
  constant: (value) => () => value,
  negate: (a) => (values) => -a(values),
  add: (a, b) => (values) => a(values) + b(values),
  subtract: (a, b) => (values) => a(values) - b(values),
  multiply: (a, b) => (values) => a(values) * b(values),
  divide: (a, b) => (values) => a(values) / b(values),
  max: (a, b) => (values) => Math.max(a(values), b(values)),
  min: (a, b) => (values) => Math.min(a(values), b(values)),
}
