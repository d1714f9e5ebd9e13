/** Answers the model page off its own thread. */
import { answering } from '../worker/answering.ts'
import { compute } from './compute.ts'

answering(compute)
