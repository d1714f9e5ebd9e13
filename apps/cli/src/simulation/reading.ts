/** Reads JSON strictly: what is missing, of another kind or not known is refused with its place. */
import { Refusal } from '../refusal.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with these names and no other. */
export function readObject(at: string, value: unknown, names: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw new Refusal(`${at}: ${brief(value)}; expected an object with ${names.join(', ')}`)
  const unknown = Object.keys(value).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Refusal(`${at}.${unknown}: not known; expected one of ${names.join(', ')}`)
  return value
}

export function readList(at: string, value: unknown, of: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${at}: ${brief(value)}; expected a list of ${of}`)
  return value
}

export interface Limits {
  readonly unit: string
  readonly from?: number
  readonly above?: number
  readonly to: number
}

export function readNumberAt(at: string, value: unknown, { unit, from, above, to }: Limits): number {
  const low = above === undefined ? `from ${from ?? 0}` : `above ${above}`
  // NaN, texts and what is missing fail every comparison and so are refused.
  if (typeof value === 'number' && value <= to && (above === undefined ? value >= (from ?? 0) : value > above))
    return value
  throw new Refusal(`${at}: ${brief(value)}; expected a number in ${unit}, ${low} to ${to}`)
}

export function readWordAt<W extends string>(at: string, value: unknown, words: readonly W[]): W {
  const word = words.find((one) => one === value)
  if (word !== undefined) return word
  throw new Refusal(`${at}: ${brief(value)}; expected one of ${words.join(', ')}`)
}

const brief = (value: unknown): string => {
  // JSON would call Infinity (1e400) null.
  const text = value === undefined ? 'missing' : typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}

/**
 * A name that stands twice in one object: of two doses JSON keeps the last, and nobody hears of the first.
 * @param text JSON that was parsed before
 * @throws Refusal
 */
export function refuseTwice(at: string, text: string): void {
  const open: (Set<string> | undefined)[] = []
  for (const [token, name] of text.matchAll(/[{}[\]]|("(?:[^"\\]|\\.)*")(?:\s*:)?/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (name !== undefined && token.endsWith(':')) {
      const word = JSON.parse(name) as string
      if (open.at(-1)?.has(word)) throw new Refusal(`${at}: ${name} stands twice in one object; expected once`)
      open.at(-1)?.add(word)
    }
  }
}
