/** Answer scales that several instruments share. */
import type { Choice } from './instrument.ts'

/** Answers numbered from `first` on. */
export const choices = (first: number, ...says: readonly string[]): readonly Choice[] =>
  says.map((text, i) => ({ value: first + i, says: text }))

/** 0 to 10; only the ends have words. */
export const zeroToTen = (least: string, most: string): readonly Choice[] =>
  choices(0, `0, ${least}`, '1', '2', '3', '4', '5', '6', '7', '8', '9', `10, ${most}`)

export const yesNo = choices(0, 'No', 'Yes')
