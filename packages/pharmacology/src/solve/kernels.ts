/**
 * Programs ready to be called: interpreted at first, and machine code once they have been called often enough to be worth it, which
 * changes nothing but the time.
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
      const interpreted = interpret(program, lanes, registers)
      const ready: Ready = { run: interpreted }
      const size = operations(program)
      if (!compiles || size > TOO_LONG || (lanes > 1 && lanes % 2 === 1)) return ready
      let done = 0
      ready.run = (...given) => {
        done +=
          size * lanes * (program.moves ? given[program.arrays]! : 1) * (program.again ? given[program.arrays + 1]! : 1)
        if (done > WORTH) ready.run = instantiate(emit(program, lanes)) ?? interpreted
        interpreted(...given)
      }
      return ready
    },
  }
}

function operations(program: Program): number {
  let count = 0
  for (const node of countUses(program).keys()) count += node.op === 'dot' ? 2 * node.pairs.length : 1
  return count
}
