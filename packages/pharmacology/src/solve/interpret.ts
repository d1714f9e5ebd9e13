/** A program carried out operation by operation, each for all lanes: what is done until it is machine code, or where it cannot be. */
import { counted, countUses, operands, type Kernel, type Node, type Program } from './program.ts'
import { scratch } from './scratch.ts'

const [NEG, ABS, SQRT, ADD, SUB, MUL, DIV, MIN, MAX, SELECT, DOT, DOT_ONTO, COPY] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] // prettier-ignore
const UNARY = { neg: NEG, abs: ABS, sqrt: SQRT } as const
const BINARY = { add: ADD, sub: SUB, mul: MUL, div: DIV, min: MIN, max: MAX } as const

/**
 * @param most registers at the end of the scratch array: for results between operations, uniforms and constants
 * @throws RangeError for a program that needs more
 */
export function interpret(program: Program, lanes: number, most: number): Kernel {
  const { arrays, uniforms, moves, again, stores } = program
  const code: number[] = []
  const constants: [number, number][] = []
  const places = new Map<Node, readonly [number, number]>()
  const left = countUses(program)
  const free: number[] = []
  let registers = uniforms

  const place = (node: Node): readonly [number, number] => {
    if (node.op === 'load') return [node.array, node.entry * lanes]
    if (node.op === 'uniform') return [arrays, node.index * lanes]
    const known = places.get(node)
    if (known) return known
    if (node.op === 'constant') {
      const alike = constants.find(([, value]) => Object.is(value, node.value))
      const at = alike ? alike[0] : registers++ * lanes
      if (!alike) constants.push([at, node.value])
      places.set(node, [arrays, at])
      return [arrays, at]
    }
    const register = (): readonly [number, number] => {
      const own = [arrays, (free.pop() ?? registers++) * lanes] as const
      places.set(node, own)
      return own
    }
    write(node, register)
    return places.get(node)!
  }
  /** Operands first; they give their registers back when they are not used again. */
  const write = (node: Node, target: () => readonly [number, number]): void => {
    const from = operands(node).map(place)
    // A sum is written in several passes, so that its target may not be one of its operands.
    const early = node.op === 'dot' ? target() : undefined
    for (const operand of operands(node)) {
      const remaining = left.get(operand)! - 1
      left.set(operand, remaining)
      const own = places.get(operand)
      if (remaining === 0 && own && operand.op !== 'constant') free.push(own[1] / lanes)
    }
    const to = early ?? target()
    if (node.op === 'dot') code.push(node.onto ? DOT_ONTO : DOT, ...to, node.pairs.length, ...from.flat())
    else if (node.op === 'select') code.push(SELECT, ...to, ...from.flat())
    else if (node.op === 'neg' || node.op === 'abs' || node.op === 'sqrt')
      code.push(UNARY[node.op], ...to, ...from.flat())
    else if (node.op === 'load' || node.op === 'constant' || node.op === 'uniform')
      code.push(COPY, ...to, ...place(node))
    else code.push(BINARY[node.op], ...to, ...from.flat())
  }
  for (const { array, entry, value } of stores) {
    const to = [array, entry * lanes] as const
    if (left.get(value) === 1 && !places.has(value)) write(value, () => to)
    else {
      code.push(COPY, ...to, ...place(value))
      left.set(value, left.get(value)! - 1)
    }
  }

  if (registers > most) throw new RangeError(`a program of ${registers} registers: expected at most ${most}`)
  const words = Int32Array.from(code)
  const base = new Int32Array(arrays + 1)
  const first = counted(program)
  return (...given) => {
    const mem = scratch()
    const own = mem.length - most * lanes
    base[arrays] = own
    for (let k = 0; k < arrays; k++) base[k] = given[k]!
    const turns = moves ? given[arrays]! : 1
    const times = again ? given[arrays + 1]! : 1
    for (let u = 0; u < uniforms; u++) mem.fill(given[first + u]!, own + u * lanes, own + (u + 1) * lanes)
    for (const [at, value] of constants) mem.fill(value, own + at, own + at + lanes)
    for (let time = 0; time < times; time++) {
      const begun = again && base.slice()
      for (let turn = 0; turn < turns; turn++) {
        carryOut(words, base, mem, lanes)
        if (moves) for (let k = 0; k < arrays; k++) base[k]! += moves[k]! * lanes
      }
      again?.forEach((entries, k) => entries !== undefined && (base[k] = begun![k]! + entries * lanes))
    }
  }
}

function carryOut(code: Int32Array, base: Int32Array, mem: Float64Array, lanes: number): void {
  for (let pc = 0; pc < code.length;) {
    const op = code[pc]!
    const d = base[code[pc + 1]!]! + code[pc + 2]!
    if (op === DOT || op === DOT_ONTO) {
      pc = dot(code, pc, d, base, mem, lanes)
      continue
    }
    const a = base[code[pc + 3]!]! + code[pc + 4]!
    if (op === COPY || op <= SQRT) {
      pc += 5
      if (op === COPY) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]!
      else if (op === NEG) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = -mem[a + lane]!
      else if (op === ABS) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = Math.abs(mem[a + lane]!)
      else for (let lane = 0; lane < lanes; lane++) mem[d + lane] = Math.sqrt(mem[a + lane]!)
      continue
    }
    const b = base[code[pc + 5]!]! + code[pc + 6]!
    if (op === SELECT) {
      const yes = base[code[pc + 7]!]! + code[pc + 8]!
      const no = base[code[pc + 9]!]! + code[pc + 10]!
      pc += 11
      for (let lane = 0; lane < lanes; lane++)
        mem[d + lane] = mem[a + lane]! < mem[b + lane]! ? mem[yes + lane]! : mem[no + lane]!
      continue
    }
    pc += 7
    if (op === ADD) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]! + mem[b + lane]!
    else if (op === SUB) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]! - mem[b + lane]!
    else if (op === MUL) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]! * mem[b + lane]!
    else if (op === DIV) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]! / mem[b + lane]!
    else if (op === MIN)
      for (let lane = 0; lane < lanes; lane++) mem[d + lane] = Math.min(mem[a + lane]!, mem[b + lane]!)
    else for (let lane = 0; lane < lanes; lane++) mem[d + lane] = Math.max(mem[a + lane]!, mem[b + lane]!)
  }
}

/** A sum of products, four at a time: fewer passes over the target. Returns where the code goes on. */
function dot(code: Int32Array, from: number, d: number, base: Int32Array, mem: Float64Array, lanes: number): number {
  let left = code[from + 3]!
  let pc = from + 4
  if (code[from]! === DOT_ONTO) {
    const onto = base[code[pc]!]! + code[pc + 1]!
    pc += 2
    if (onto !== d) for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[onto + lane]!
  } else {
    // The first one to four begin the sum.
    const a = base[code[pc]!]! + code[pc + 1]!
    const b = base[code[pc + 2]!]! + code[pc + 3]!
    if (left >= 3) {
      const e = base[code[pc + 4]!]! + code[pc + 5]!
      const f = base[code[pc + 6]!]! + code[pc + 7]!
      const g = base[code[pc + 8]!]! + code[pc + 9]!
      const h = base[code[pc + 10]!]! + code[pc + 11]!
      for (let lane = 0; lane < lanes; lane++)
        mem[d + lane] =
          mem[a + lane]! * mem[b + lane]! + mem[e + lane]! * mem[f + lane]! + mem[g + lane]! * mem[h + lane]!
      pc += 12
      left -= 3
    } else {
      for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[a + lane]! * mem[b + lane]!
      pc += 4
      left -= 1
    }
  }
  for (; left >= 3; left -= 3, pc += 12) {
    const a = base[code[pc]!]! + code[pc + 1]!
    const b = base[code[pc + 2]!]! + code[pc + 3]!
    const e = base[code[pc + 4]!]! + code[pc + 5]!
    const f = base[code[pc + 6]!]! + code[pc + 7]!
    const g = base[code[pc + 8]!]! + code[pc + 9]!
    const h = base[code[pc + 10]!]! + code[pc + 11]!
    for (let lane = 0; lane < lanes; lane++)
      mem[d + lane] =
        mem[d + lane]! +
        mem[a + lane]! * mem[b + lane]! +
        mem[e + lane]! * mem[f + lane]! +
        mem[g + lane]! * mem[h + lane]!
  }
  for (; left > 0; left--, pc += 4) {
    const a = base[code[pc]!]! + code[pc + 1]!
    const b = base[code[pc + 2]!]! + code[pc + 3]!
    for (let lane = 0; lane < lanes; lane++) mem[d + lane] = mem[d + lane]! + mem[a + lane]! * mem[b + lane]!
  }
  return pc
}
