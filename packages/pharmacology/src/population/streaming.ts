/** A narrow door for threads that only stream: a third of the modules, so a thread begins its work sooner. */
export { compile } from '../compile.ts'
export { LANES } from './groups.ts'
export { addNumbers, emptySketches } from './sketch.ts'
export { readyToMove } from './sketch-transfer.ts'
export { cellsOf, chunks, type Study } from './stream.ts'
