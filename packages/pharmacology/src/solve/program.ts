/**
 * Small programs of arithmetic without a branch, run for many individuals side by side. A program is data: it is written once for
 * a model's structure, and either interpreted (`interpret.ts`) or turned into machine code (`wasm/`), operation for operation, so
 * both give the same bits. Arrays hold `[entry·lanes + lane]`; a program names an entry of the n-th array it is given.
 */
export type Node =
  | { readonly op: 'load'; readonly array: number; readonly entry: number }
  | { readonly op: 'constant'; readonly value: number }
  /** The n-th number given with the call, the same in every lane. */
  | { readonly op: 'uniform'; readonly index: number }
  | { readonly op: 'neg' | 'abs' | 'sqrt'; readonly a: Node }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max'; readonly a: Node; readonly b: Node }
  /** a < b ? yes : no */
  | { readonly op: 'select'; readonly a: Node; readonly b: Node; readonly yes: Node; readonly no: Node }
  /** a₀·b₀ + a₁·b₁ + …, added in this order, to `onto` if there is one. */
  | { readonly op: 'dot'; readonly onto: Node | undefined; readonly pairs: readonly (readonly [Node, Node])[] }

export interface Store {
  readonly array: number
  readonly entry: number
  readonly value: Node
}

/** What is stored is not read again in the same turn. */
export interface Program {
  readonly arrays: number
  readonly uniforms: number
  /** Entries by which each array moves on from turn to turn; without it there is one turn. */
  readonly moves?: readonly number[]
  /** Entries by which each array moves on when all turns are taken again; without a number it stays where the turns have led. */
  readonly again?: readonly (number | undefined)[]
  readonly stores: readonly Store[]
}

/** Called with where each array begins, then how many turns and how often again (at least 1), if there are any, then the uniforms. */
export type Kernel = (...numbers: number[]) => void

export const load = (array: number, entry: number): Node => ({ op: 'load', array, entry })
export const constant = (value: number): Node => ({ op: 'constant', value })
export const uniform = (index: number): Node => ({ op: 'uniform', index })
export const neg = (a: Node): Node => ({ op: 'neg', a })
export const abs = (a: Node): Node => ({ op: 'abs', a })
export const sqrt = (a: Node): Node => ({ op: 'sqrt', a })
export const add = (a: Node, b: Node): Node => ({ op: 'add', a, b })
export const sub = (a: Node, b: Node): Node => ({ op: 'sub', a, b })
export const mul = (a: Node, b: Node): Node => ({ op: 'mul', a, b })
export const div = (a: Node, b: Node): Node => ({ op: 'div', a, b })
export const min = (a: Node, b: Node): Node => ({ op: 'min', a, b })
export const max = (a: Node, b: Node): Node => ({ op: 'max', a, b })
export const select = (a: Node, b: Node, yes: Node, no: Node): Node => ({ op: 'select', a, b, yes, no })
export const dot = (pairs: readonly (readonly [Node, Node])[], onto?: Node): Node => ({ op: 'dot', onto, pairs })

export function operands(node: Node): readonly Node[] {
  switch (node.op) {
    case 'load':
    case 'constant':
    case 'uniform':
      return []
    case 'neg':
    case 'abs':
    case 'sqrt':
      return [node.a]
    case 'select':
      return [node.a, node.b, node.yes, node.no]
    case 'dot':
      return node.onto ? [node.onto, ...node.pairs.flat()] : node.pairs.flat()
    default:
      return [node.a, node.b]
  }
}

/** How often each node is used; one that is used more than once is worked out once. */
export function countUses({ stores }: Program): Map<Node, number> {
  const uses = new Map<Node, number>()
  const visit = (node: Node): void => {
    const known = uses.get(node)
    uses.set(node, (known ?? 0) + 1)
    if (known === undefined) for (const operand of operands(node)) visit(operand)
  }
  for (const { value } of stores) visit(value)
  return uses
}

/** How many numbers of a call are no uniforms. */
export const counted = ({ arrays, moves, again }: Program): number => arrays + (moves ? 1 : 0) + (again ? 1 : 0)
