// A thread's beginning: compiled code that the main thread keeps from run to run is found again. Plain JavaScript, since what is loaded
// before that would bring the whole reader of TypeScript into each thread.
import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'

if (workerData.cache !== undefined) enableCompileCache(workerData.cache)
await import('./work.ts')
