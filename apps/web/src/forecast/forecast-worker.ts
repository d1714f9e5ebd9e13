/** Runs the engine off the page, so that the slider never stutters. */
import { answering } from '../worker/answering.ts'
import { compute } from './compute.ts'
import type { Answered, Job } from './job.ts'

answering((job: Job): Answered => ({ ...compute(job), where: 'in a worker' }))
