/** What the rules say, worst first, each with what was seen and where its limit comes from. */
import type { Finding } from '@anodyne/pathway'
import { shown } from './kinds.ts'
import type { Sources } from './sources.ts'
import { heading, marked, paragraph, quiet, type Sheet } from './sheet.ts'
import { findingKinds } from './vocabulary.ts'

export function findings(sheet: Sheet, all: readonly Finding[], sources: Sources): string[] {
  return [
    ...heading(sheet, 'Findings', 'worst first; [n] is the source, listed at the end'),
    ...findingKinds.flatMap((kind) => {
      const here = all.filter((f) => f.kind === kind)
      if (here.length === 0) return []
      const { mark, word, means, tone } = shown[kind]
      return [
        ...marked(sheet, tone, `  ${mark} ${word} `, `(${here.length}) ${means}`),
        ...(kind === 'clear' && !sheet.full
          ? paragraph(sheet, '    ', `${here.map((f) => f.rule).join(' ')}   (--full shows what each saw)`)
          : here.flatMap((f) => one(sheet, f, sources))),
        '',
      ]
    }),
  ]
}

function one(sheet: Sheet, { rule, kind, because, facts, source }: Finding, sources: Sources): string[] {
  const { mark, tone } = shown[kind]
  const seen = facts.filter((fact) => !because.includes(fact) && !inHeader.test(fact))
  // What is wrong or unknown is read fact by fact; what is clear, in one glance.
  const lines = kind === 'clear' && seen.length ? [seen.join('; ')] : seen
  return [
    ...marked(sheet, tone, `    ${mark} ${rule.padEnd(4)} `, `${because} ${sources.cite(source)}`),
    ...lines.flatMap((line) => quiet(sheet, '           seen: ', line)),
  ]
}

/** The phase stands at the top of the page. */
const inHeader = /^Phase: /
