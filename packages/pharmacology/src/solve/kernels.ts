/**
 * Programs ready to be called. For many individuals side by side they become machine code when first called; for one they are
 * interpreted until they have been called often enough to be worth it. It changes nothing but the time.
 */
import { interpret } from './interpret.ts'
import { countUses, type Kernel, type Program } from './program.ts'
import { compiles, instantiate } from './scratch.ts'
import { emit } from './wasm/emit.ts'

export interface Ready {
  /** Changes when the program becomes machine code: call it as `ready.run(…)`. */
  run: Kernel
}

/** Operations on numbers after which a program is turned into machine code; about what that takes. */
const WORTH = 20_000
/** Operations beyond which a program is too long for it. */
const TOO_LONG = 20_000

export interface Kernels {
  readonly lanes: number
  /** Numbers at the end of the scratch array that are theirs. */
  readonly registers: number
  readonly make: (program: Program) => Ready
}

/** @param registers vectors that the longest program needs at the same time, if it is interpreted */
export function kernels(lanes: number, registers: number): Kernels {
  return {
    lanes,
    registers: registers * lanes,
    make(program) {
      const size = operations(program)
      let may = compiles && size <= TOO_LONG && (lanes === 1 || lanes % 2 === 0)
      let interpreted: Kernel | undefined
      let done = 0
      const ready: Ready = {
        run(...given) {
          done += size * turns(program, given)
          // Many lanes are many groups to come, as a rule.
          const compiled = may && (lanes > 1 || done > WORTH) ? instantiate(emit(program, lanes)) : undefined
          if (!compiled && (lanes > 1 || done > WORTH)) may = false
          const kernel = compiled ?? (interpreted ??= interpret(program, lanes, registers))
          if (compiled || !may) ready.run = kernel
          kernel(...given)
        },
      }
      return ready
    },
  }
}

function turns({ arrays, moves, again }: Program, given: readonly number[]): number {
  return (moves ? given[arrays]! : 1) * (again ? given[arrays + 1]! : 1)
}

function operations(program: Program): number {
  let count = 0
  for (const node of countUses(program).keys()) count += node.op === 'dot' ? 2 * node.pairs.length : 1
  return count
}
