/** What is missing, gathered: each question once and numbered, so that the options can point at it. */
import type { Assessment } from '@anodyne/pathway'
import { heading, paragraph, type Sheet } from './sheet.ts'

export interface Question {
  readonly ask: string
  /** Rules that wait for the answer. */
  readonly rules: readonly string[]
}

/** In the order of the findings, worst first; then what treatments and options ask beyond them. */
export function gather({ findings, treatments, options }: Assessment): readonly Question[] {
  const asked = new Map<string, Set<string>>()
  const add = (ask: string, rule?: string) => {
    const rules = asked.get(ask) ?? new Set()
    if (rule !== undefined) rules.add(rule)
    asked.set(ask, rules)
  }
  for (const { ask, rule } of findings) if (ask !== undefined) add(ask, rule)
  for (const { ask } of treatments) if (ask !== undefined) add(ask)
  for (const { missing } of options) for (const line of missing) add(askOf(line).ask, askOf(line).rule)
  return [...asked].map(([ask, rules]) => ({ ask, rules: [...rules] }))
}

/** An option names the rule before its question: "E06: Measure blood pressure." */
function askOf(line: string): { ask: string; rule?: string } {
  const [, rule, ask] = /^([A-Z]\d{2}): (.*)$/s.exec(line) ?? []
  return ask === undefined || rule === undefined ? { ask: line } : { ask, rule }
}

export function questions(sheet: Sheet, asked: readonly Question[]): string[] {
  if (asked.length === 0) return []
  const column = String(asked.length).length
  return [
    ...heading(sheet, 'To find out', 'each question with the rules that wait for its answer'),
    ...asked.flatMap(({ ask, rules }, i) =>
      paragraph(sheet, `  [ ] ${String(i + 1).padStart(column)} `, rules.length ? `${ask} (${rules.join(', ')})` : ask),
    ),
  ]
}

/** Which of the questions these lines are, as `1–5, 8`. */
export function numbersOf(missing: readonly string[], asked: readonly Question[]): string {
  const numbers = [...new Set(missing.map((line) => asked.findIndex((q) => q.ask === askOf(line).ask) + 1))]
  return ranges(numbers.sort((a, b) => a - b))
}

function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const n of numbers) {
    const last = runs.at(-1)
    if (last && n === last[1] + 1) last[1] = n
    else runs.push([n, n])
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ')
}
