/** A page being set: how wide it is, and how it may be painted. */
import type { Paint, Tone } from '../text/paint.ts'
import { plain } from '../text/plain.ts'
import { hang } from '../text/wrap.ts'

export interface Sheet {
  /** columns */
  readonly width: number
  readonly paint: Paint
  /** Everything at its place; otherwise what was said once is only pointed at, and what is clear is only named. */
  readonly full?: boolean
}

export function heading(sheet: Sheet, title: string, note = ''): string[] {
  const head = title.toUpperCase()
  return ['', ...marked(sheet, 'strong', note === '' ? head : `${head}  `, note), '']
}

/** A paragraph behind `first`, wrapped under itself. */
export function paragraph(sheet: Sheet, first: string, text: string): string[] {
  return hang(first, inPrint(plain(text)), sheet.width)
}

/** The same with `first` painted; painting comes after wrapping, so it never counts as width. */
export function marked(sheet: Sheet, tone: Tone, first: string, text: string): string[] {
  return paragraph(sheet, first, text).map((line, i) =>
    i === 0 && line.startsWith(first.trimEnd())
      ? sheet.paint(tone, first.trimEnd()) + line.slice(first.trimEnd().length)
      : line,
  )
}

export function quiet(sheet: Sheet, first: string, text: string): string[] {
  return paragraph(sheet, first, text).map((line) => sheet.paint('quiet', line))
}

/** UCUM as it is printed in a clinic; `--json` and `--fhir` keep the codes. */
const inPrint = (text: string) => text.replaceAll('mm[Hg]', 'mmHg').replaceAll('/{1.73_m2}', '/1.73 m²')
