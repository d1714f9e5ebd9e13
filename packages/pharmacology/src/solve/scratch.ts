/**
 * Where numbers stand while they are worked on: one array for the whole thread, in WebAssembly's memory where there is SIMD and
 * it is allowed. Nothing in it outlives a call, so every solution may use it from the beginning. It grows, and never shrinks.
 */
import type { Kernel } from './program.ts'

/** What is used of WebAssembly; the language's own types know nothing of it. */
interface WebAssembly {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, Kernel>> }
  Memory: new (pages: { initial: number }) => Memory
}
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** The smallest module that needs SIMD: a function () → v128. Refused where SIMD is unknown or a page forbids compiling. */
const PROBE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
] as const
const PAGE = 65_536 / Float64Array.BYTES_PER_ELEMENT
const FIRST_PAGES = 32
/** Numbers that stay in the nearest memory. */
const NEAR = 2048

const { wasm, memory } = usable((globalThis as { readonly WebAssembly?: WebAssembly }).WebAssembly)
let numbers = memory ? new Float64Array(memory.buffer) : new Float64Array(FIRST_PAGES * PAGE)

/** Whether programs become machine code here. */
export const compiles: boolean = wasm !== undefined

/** The array, with room for at least so many numbers. What it was before may no longer be used. */
export function scratch(room = 0): Float64Array {
  if (room > numbers.length) {
    const pages = Math.ceil((2 * room - numbers.length) / PAGE)
    if (memory) {
      memory.grow(pages)
      numbers = new Float64Array(memory.buffer)
    } else numbers = new Float64Array(numbers.length + pages * PAGE)
  }
  return numbers
}

/** Writes, or adds, `count` numbers from place `from` on into `sink`; returns where the next ones go. */
export function putOut(from: number, count: number, sink: Float64Array, to: number, add: boolean): number {
  if (add) for (let i = 0; i < count; i++) sink[to + i]! += numbers[from + i]!
  else sink.set(numbers.subarray(from, from + count), to)
  return to + count
}

/** The same, so many times one after the other. */
export function putOutAgain(
  from: number,
  count: number,
  times: number,
  sink: Float64Array,
  to: number,
  add: boolean,
): void {
  const end = to + times * count
  if (add) for (let at = to; at < end; at += count) putOut(from, count, sink, at, true)
  else {
    sink.set(numbers.subarray(from, from + count), to)
    // What is there already is copied, more at a time while it stays in the nearest memory.
    for (let at = to + count, ready = count; at < end; at += ready, ready = 2 * ready <= NEAR ? 2 * ready : ready)
      sink.copyWithin(at, to, to + Math.min(ready, end - at))
  }
}

/** The function `f` of a module that works on this memory; undefined where it cannot be had. */
export function instantiate(bytes: Uint8Array): Kernel | undefined {
  if (!wasm || !memory) return undefined
  try {
    return new wasm.Instance(new wasm.Module(bytes), { m: { m: memory } }).exports['f']
  } catch {
    return undefined
  }
}

/** Nothing where there is no WebAssembly, no SIMD, no address space, or a page forbids compiling. */
function usable(found: WebAssembly | undefined): { readonly wasm?: WebAssembly; readonly memory?: Memory } {
  try {
    if (found && new found.Module(Uint8Array.from(PROBE)))
      return { wasm: found, memory: new found.Memory({ initial: FIRST_PAGES }) }
  } catch {
    // Interpreted, then.
  }
  return {}
}
