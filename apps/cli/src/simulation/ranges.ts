/** The engine's own limits (memory, number of doses) as refusals: its message already says what, the value and what is expected. */
import { Refusal } from '../refusal.ts'

export function refusingRanges<T>(run: () => T): T {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof RangeError) throw new Refusal(`cannot be simulated: ${cause.message}`)
    throw cause
  }
}
