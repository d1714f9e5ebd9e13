/** The engine as the page sees it. */
import { asker } from '../worker/asker.ts'
import type { Answered, Job } from './job.ts'

export const runForecast: (job: Job) => Promise<Answered> = asker<Job, Answered>(
  () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module', name: 'forecast' }),
  async (job) => ({ ...(await import('./compute.ts')).compute(job), where: 'on the page' }),
)
