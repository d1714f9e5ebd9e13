/**
 * Rate expressions such as `CL/V1` or `ka*(1-Fpo)*phi`: numbers, symbols, + − * /, parentheses, nothing else.
 * Parsed once when a model is made; an unknown symbol or a stray character is an error there, not at run time.
 */
export type Evaluate = (values: Float64Array) => number

export interface Expression {
  readonly text: string
  /** Symbols it uses, in order of first use. */
  readonly symbols: readonly string[]
  readonly evaluate: Evaluate
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9_]*)|([-+*/()]))/y

/** @throws RangeError naming the expression and what is wrong in it. */
export function parseExpression(text: string, place: (symbol: string) => number | undefined): Expression {
  const refuse = (why: string): never => {
    throw new RangeError(`'${text}': ${why}`)
  }
  const tokens = split(text, refuse)
  const symbols: string[] = []
  let next = 0

  const sum = (): Evaluate => {
    let left = product()
    for (let sign = tokens[next]; sign === '+' || sign === '-'; sign = tokens[next]) {
      next++
      left = sign === '+' ? add(left, product()) : subtract(left, product())
    }
    return left
  }
  const product = (): Evaluate => {
    let left = factor()
    for (let sign = tokens[next]; sign === '*' || sign === '/'; sign = tokens[next]) {
      next++
      left = sign === '*' ? multiply(left, factor()) : divide(left, factor())
    }
    return left
  }
  const factor = (): Evaluate => {
    const token = tokens[next++]
    if (token === undefined) return refuse('ends too early')
    if (token === '-') return negate(factor())
    if (token === '(') {
      const inside = sum()
      if (tokens[next++] !== ')') refuse('expected )')
      return inside
    }
    if (/^\d/.test(token)) return constant(Number(token))
    if (!/^[A-Za-z]/.test(token)) return refuse(`unexpected ${token}`)
    const index = place(token)
    if (index === undefined) return refuse(`unknown symbol ${token}`)
    if (!symbols.includes(token)) symbols.push(token)
    return (values) => values[index] ?? NaN
  }

  const evaluate = sum()
  if (next < tokens.length) refuse(`unexpected ${tokens[next]}`)
  return { text, symbols, evaluate }
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

const constant =
  (value: number): Evaluate =>
  () =>
    value
const negate =
  (a: Evaluate): Evaluate =>
  (values) =>
    -a(values)
const add =
  (a: Evaluate, b: Evaluate): Evaluate =>
  (values) =>
    a(values) + b(values)
const subtract =
  (a: Evaluate, b: Evaluate): Evaluate =>
  (values) =>
    a(values) - b(values)
const multiply =
  (a: Evaluate, b: Evaluate): Evaluate =>
  (values) =>
    a(values) * b(values)
const divide =
  (a: Evaluate, b: Evaluate): Evaluate =>
  (values) =>
    a(values) / b(values)
