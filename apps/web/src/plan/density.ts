/** How tightly a plan must be set to stay on one sheet of paper (A4 and Letter alike), judged by how much it says. */
import type { FindingKind, Plan } from '@anodyne/pathway'
import { byKind } from '../finding/kind.ts'
import { questions } from '../finding/questions.ts'

export type Density = 'airy' | 'normal' | 'dense' | 'denser' | 'densest'

/** Size of text, distance of lines and of sections, pt: as in `print.css`. */
const settings: Record<Density, { readonly text: number; readonly lead: number; readonly gap: number }> = {
  airy: { text: 11, lead: 15, gap: 14 },
  normal: { text: 10, lead: 13, gap: 9 },
  dense: { text: 8.5, lead: 10.5, gap: 5 },
  denser: { text: 7.75, lead: 9.5, gap: 4 },
  densest: { text: 7, lead: 8.4, gap: 3 },
}

/** The narrower of A4 and Letter within the margins, and the lower, less a finger's breadth for other fonts; pt. */
const WIDTH = 515
const HEIGHT = 708

type Said = Pick<Plan, 'option' | 'assessment'>

/** The height that a plan takes at a density, pt, by counting lines. A letter is at most 0.46 of its size wide, on average. */
export function heightOf({ option, assessment }: Said, density: Density): number {
  const { text, lead, gap } = settings[density]
  const lines = (words: string, width: number) => Math.max(1, Math.ceil((words.length * 0.46 * text) / width))
  const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)
  const heading = lead * 1.1 + 2
  const head = lead + 12 + 22 + lead
  const stages = option.regimen?.stages ?? []
  const dose = 10 + 15 * lines(option.title, WIDTH) + (option.dose ? 43 + 2 * lead : lead) + stages.length * lead
  const calendar = option.monitoring.map(
    ({ what, when }) => Math.max(lines(what, WIDTH * 0.45), lines(when, WIDTH * 0.28)) * lead + 3,
  )
  const shown = sheetLines(assessment.findings)
  const inColumns = density !== 'airy' && density !== 'normal' && shown.length >= 4
  const width = (inColumns ? (WIDTH - 14) / 2 : WIDTH) - 66
  const findings = shown.map((line) => lines(`${line.text} ${line.rules}`, width) * lead + 4)
  const column = (WIDTH - 16) / 2 - 14
  const pair = [...option.against, ...option.basis].map((line) => lines(line, column) * lead)
  // Columns break between items, so one may be longer by an item.
  const balanced = (heights: readonly number[]) => sum(heights) / 2 + Math.max(0, ...heights) / 2
  return (
    head +
    (gap + dose) +
    (gap + heading + lead + 3 + sum(calendar)) +
    (gap + heading + Math.max(lead, inColumns ? balanced(findings) : sum(findings))) +
    (gap + balanced([heading + 4, heading + 4, ...pair])) +
    (gap + 3 + 4 * lead)
  )
}

/** The airiest setting that stays on the sheet. */
export function densityOf(plan: Said): Density {
  const order = ['airy', 'normal', 'dense', 'denser'] as const
  return order.find((density) => heightOf(plan, density) <= HEIGHT) ?? 'densest'
}

export interface SheetLine {
  readonly kind: FindingKind
  readonly text: string
  /** "E06", or for an unknown every rule that waits for the same answer. */
  readonly rules: string
}

/** Everything that is not clear, each in one line, worst first: its sentence, or for an unknown what to find out, asked once. */
export function sheetLines(findings: Plan['assessment']['findings']): SheetLine[] {
  return byKind(findings)
    .filter(({ kind }) => kind !== 'clear')
    .flatMap(({ kind, findings: of }): SheetLine[] =>
      kind === 'missing'
        ? questions(of).map((asked) => ({
            kind,
            text: asked.ask,
            rules: asked.findings.map(({ rule }) => rule).join(', '),
          }))
        : of.map(({ because, rule }) => ({ kind, text: because, rules: rule })),
    )
}
