/** A thread's beginning: compiled code that the main thread keeps from run to run is found again, which saves each a quarter second. */
import * as module from 'node:module'
import { workerData } from 'node:worker_threads'
import type { WorkerData } from './job.ts'

const { cache } = workerData as WorkerData
if (cache !== undefined) module.enableCompileCache(cache)
await import('./work.ts')
