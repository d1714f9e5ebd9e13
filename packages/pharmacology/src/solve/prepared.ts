/**
 * What a model's structure needs to be solved, prepared once for each model, the states that doses reach, and the number of
 * individuals side by side: its programs become machine code once, not for every regimen.
 */
import type { Compiled } from '../compile.ts'
import { kernels, type Ready } from './kernels.ts'
import { products, type Products } from './products.ts'
import { matrixExponential, type MatrixExponential } from './matrix-exponential.ts'
import { LARGEST_BLOCK, modes, type Modes } from './modes.ts'
import { positiveExponential, type PositiveExponential } from './positive-exponential.ts'
import { load, mul } from './program.ts'
import { slowPrograms, type SlowPrograms } from './slow.ts'
import { structure, type Structure } from './structure.ts'
import type { Component } from './timeline.ts'

export interface Prepared {
  readonly shape: Structure
  readonly lanes: number
  /** Numbers at the end of the scratch array that the programs use. */
  readonly registers: number
  readonly products: Products
  readonly positive: PositiveExponential
  readonly dense: MatrixExponential
  readonly modes: Modes
  /** Undefined where a block of states has no closed form. */
  readonly slow: SlowPrograms | undefined
  /** (x, scale, y): the outputs of a state */
  readonly observe: Ready
}

const known = new WeakMap<Compiled, Map<string, Prepared>>()

export function prepare(model: Compiled, components: readonly Component[], lanes: number): Prepared {
  const states = [...new Set(components.map(({ part }) => part.into))].sort((a, b) => a - b)
  const fed = states.filter((state) => components.some(({ part, duration }) => part.into === state && duration > 0))
  const name = `${lanes}: ${states.join()} (${fed.join()})`
  const ofModel = known.get(model) ?? new Map<string, Prepared>()
  known.set(model, ofModel)
  const prepared = ofModel.get(name) ?? make(model, components, lanes)
  ofModel.set(name, prepared)
  return prepared
}

function make(model: Compiled, components: readonly Component[], lanes: number): Prepared {
  const shape = structure(model, components)
  const { size, place, blocks } = shape
  const ready = kernels(lanes, 64 + 4 * size)
  const own = products(shape, ready)
  const observed = model.outputs.map(({ state }) => place[state]!)
  const closedForm = blocks.every((from, b) => (blocks[b + 1] ?? from) - from <= LARGEST_BLOCK)
  const exponentials = modes(shape, ready)
  return {
    shape,
    lanes,
    registers: ready.registers,
    products: own,
    positive: positiveExponential(shape, own.multiply, ready),
    dense: matrixExponential(size),
    modes: exponentials,
    slow: closedForm ? slowPrograms(shape, observed, exponentials, ready) : undefined,
    observe: ready.make({
      arrays: 3,
      uniforms: 0,
      stores: observed.map((at, o) => ({ array: 2, entry: o, value: mul(load(1, o), load(0, at)) })),
    }),
  }
}
