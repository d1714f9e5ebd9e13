/** How each kind of finding is shown: a mark, a word and a tone. A kind without words does not compile. */
import type { FindingKind } from '@anodyne/pathway'
import type { Tone } from '../text/paint.ts'

interface Shown {
  readonly mark: string
  readonly word: string
  readonly means: string
  readonly tone: Tone
}

export const shown: Record<FindingKind, Shown> = {
  stop: { mark: '✖', word: 'STOP', means: 'contraindicated, or no more doses', tone: 'bad' },
  hold: { mark: '■', word: 'HOLD', means: 'not now', tone: 'bad' },
  missing: { mark: '?', word: 'NOT KNOWN', means: 'not in the record, and not read as clear', tone: 'unknown' },
  caution: { mark: '▲', word: 'CAUTION', means: 'possible, with care', tone: 'warn' },
  clear: { mark: '✓', word: 'CLEAR', means: 'seen and within the limits', tone: 'good' },
}
