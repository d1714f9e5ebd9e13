/**
 * A program as the bytes of a WebAssembly module with one function `f`, straight through and without an index: two lanes at a time
 * in a 128-bit vector, or one number at a time where there is one lane. Only what every machine does alike: no fused operations.
 */
import { counted, countUses, operands, type Node, type Program } from '../program.ts'

const [I32, F64, V128] = [0x7f, 0x7c, 0x7b]
const [GET, SET, TEE] = [0x20, 0x21, 0x22]
const [I32_CONST, I32_ADD, I32_SUB, I32_SHL] = [0x41, 0x6a, 0x6b, 0x74]
const [LOOP, BR_IF, END, NO_RESULT] = [0x03, 0x0d, 0x0b, 0x40]
const BYTES = 8
const [NAME_M, NAME_F] = [
  [1, 0x6d],
  [1, 0x66],
]

/** The operations on one number, and on two. */
const scalar = {
  load: [0x2b, 0x03], store: [0x39, 0x03], neg: [0x9a], abs: [0x99], sqrt: [0x9f], add: [0xa0], sub: [0xa1],
  mul: [0xa2], div: [0xa3], min: [0xa4], max: [0xa5], less: [0x63], select: [0x1b], splat: [],
} as const // prettier-ignore
const vector = {
  load: [0xfd, 0x00, 0x03], store: [0xfd, 0x0b, 0x03], neg: [0xfd, 0xed, 0x01], abs: [0xfd, 0xec, 0x01],
  sqrt: [0xfd, 0xef, 0x01], add: [0xfd, 0xf0, 0x01], sub: [0xfd, 0xf1, 0x01], mul: [0xfd, 0xf2, 0x01],
  div: [0xfd, 0xf3, 0x01], min: [0xfd, 0xf4, 0x01], max: [0xfd, 0xf5, 0x01], less: [0xfd, 0x49], select: [0xfd, 0x52],
  splat: [0xfd, 0x14],
} as const // prettier-ignore

/** @param lanes one, or an even number */
export function emit(program: Program, lanes: number): Uint8Array {
  const { arrays, uniforms, moves, again, stores } = program
  const ops = lanes === 1 ? scalar : vector
  const width = lanes === 1 ? 1 : 2
  const uses = countUses(program)
  const stored = new Set(stores.map(({ array }) => array))
  const code: number[] = []
  const firstUniform = counted(program)
  /** The integers: how many are left of lanes, turns and times, where each array is in a turn, and where its turns began. */
  const integers = firstUniform + uniforms
  const [lanesLeft, turnsLeft, timesLeft] = [integers, integers + 1, integers + 2]
  const moving = (array: number): number => (moves ? integers + 3 + array : array)
  const begun = (array: number): number => integers + 3 + arrays + array
  const firstValue = integers + 3 + (moves ? arrays : 0) + (again ? arrays : 0)
  let values = 0
  const locals = new Map<Node, number>()

  /** What is the same in every turn is worked out before the first. */
  const same = new Map<Node, boolean>()
  const isSame = (node: Node): boolean => {
    const known = same.get(node)
    if (known !== undefined) return known
    const is =
      node.op === 'load'
        ? moves![node.array] === 0 && !stored.has(node.array)
        : operands(node).every((operand) => isSame(operand))
    same.set(node, is)
    return is
  }
  // Byte by byte, without arrays in between: this runs before anything is warm.
  const put = (bytes: readonly number[]): void => {
    for (let k = 0; k < bytes.length; k++) code.push(bytes[k]!)
  }
  const putUnsigned = (value: number): void => {
    let left = value
    for (; left >= 0x80; left >>>= 7) code.push((left & 0x7f) | 0x80)
    code.push(left)
  }
  const index = (op: number, local: number): void => {
    code.push(op)
    putUnsigned(local)
  }
  const copy = (from: number, to: number): void => {
    index(GET, from)
    index(SET, to)
  }
  const addTo = (local: number, bytes: number): void => {
    index(GET, local)
    code.push(I32_CONST, ...signed(bytes), I32_ADD)
    index(SET, local)
  }
  const countDown = (local: number): void => {
    index(GET, local)
    code.push(I32_CONST, 1, I32_SUB)
    index(TEE, local)
    code.push(BR_IF, 0, END)
  }
  const compute = (node: Node): void => {
    const known = locals.get(node)
    if (known !== undefined) return index(GET, known)
    write(node)
    if (uses.get(node)! > 1 && node.op !== 'constant') {
      locals.set(node, firstValue + values++)
      index(TEE, firstValue + values - 1)
    }
  }
  const write = (node: Node): void => {
    switch (node.op) {
      case 'load':
        index(GET, moving(node.array))
        put(ops.load)
        putUnsigned(node.entry * lanes * BYTES)
        break
      case 'constant': {
        const bytes = new Uint8Array(Float64Array.of(node.value).buffer)
        if (lanes === 1) code.push(0x44, ...bytes)
        else code.push(0xfd, 0x0c, ...bytes, ...bytes)
        break
      }
      case 'uniform':
        index(GET, firstUniform + node.index)
        put(ops.splat)
        break
      case 'select':
        compute(node.yes)
        compute(node.no)
        compute(node.a)
        compute(node.b)
        put(ops.less)
        put(ops.select)
        break
      case 'dot':
        if (node.onto) compute(node.onto)
        node.pairs.forEach(([a, b], p) => {
          compute(a)
          compute(b)
          put(ops.mul)
          if (p > 0 || node.onto) put(ops.add)
        })
        break
      default:
        for (const operand of operands(node)) compute(operand)
        put(ops[node.op])
    }
  }

  for (let k = 0; k < arrays; k++) {
    index(GET, k)
    code.push(I32_CONST, 3, I32_SHL)
    index(SET, k)
  }
  code.push(I32_CONST, ...signed(lanes / width))
  index(SET, lanesLeft)
  code.push(LOOP, NO_RESULT)
  if (moves) {
    for (let k = 0; k < arrays; k++) copy(k, again ? begun(k) : moving(k))
    if (again) {
      copy(arrays + 1, timesLeft)
      code.push(LOOP, NO_RESULT)
      for (let k = 0; k < arrays; k++) copy(begun(k), moving(k))
    }
    const before = (node: Node): void => {
      if (locals.has(node) || node.op === 'constant') return
      if (isSame(node)) {
        write(node)
        locals.set(node, firstValue + values)
        index(SET, firstValue + values++)
      } else operands(node).forEach(before)
    }
    for (const { value } of stores) before(value)
    copy(arrays, turnsLeft)
    code.push(LOOP, NO_RESULT)
  }
  for (const { array, entry, value } of stores) {
    index(GET, moving(array))
    compute(value)
    put(ops.store)
    putUnsigned(entry * lanes * BYTES)
  }
  if (moves) {
    moves.forEach((entries, k) => entries !== 0 && addTo(moving(k), entries * lanes * BYTES))
    countDown(turnsLeft)
  }
  if (again) {
    again.forEach((entries, k) => {
      if (entries === undefined) copy(moving(k), begun(k))
      else if (entries !== 0) addTo(begun(k), entries * lanes * BYTES)
    })
    countDown(timesLeft)
  }
  for (let k = 0; k < arrays; k++) addTo(k, width * BYTES)
  countDown(lanesLeft)
  code.push(END)

  const parameters = [...Array<number>(firstUniform).fill(I32), ...Array<number>(uniforms).fill(F64)]
  const body = [
    2,
    ...unsigned(firstValue - integers), I32,
    ...unsigned(values), lanes === 1 ? F64 : V128,
    ...code,
  ] // prettier-ignore
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...sized(parameters), 0]),
    ...section(2, [1, ...NAME_M, ...NAME_M, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...NAME_F, 0, 0]),
    ...section(10, [1, ...sized(body)]),
  ])
}

const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)]
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes]

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80)
  return [...bytes, value]
}

function signed(value: number): number[] {
  const bytes: number[] = []
  for (; value > 63 || value < -64; value >>= 7) bytes.push((value & 0x7f) | 0x80)
  return [...bytes, value & 0x7f]
}
