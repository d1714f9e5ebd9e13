/** Colour, where the reader sees any. It only repeats what a mark and a word already say. */
export type Paint = (tone: Tone, text: string) => string
export type Tone = 'strong' | 'quiet' | 'bad' | 'warn' | 'unknown' | 'good'

/** SGR pairs, from the terminal's own palette so that they follow its light or dark theme. */
const codes: Record<Tone, readonly [number, number]> = {
  strong: [1, 22],
  quiet: [2, 22],
  bad: [31, 39],
  warn: [33, 39],
  unknown: [35, 39],
  good: [32, 39],
}

export function paint(colour: boolean): Paint {
  return (tone, text) => {
    const [on, off] = codes[tone]
    return colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text
  }
}
