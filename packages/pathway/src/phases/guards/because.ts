import type { Because } from '../guards.ts'

/** Passes only on `true`; the sentence otherwise. */
export const unless = (passes: boolean, because: string, expected: string): Because | undefined =>
  passes ? undefined : { because, expected }
