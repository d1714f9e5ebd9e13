/** An assessment as a page that a clinician reads from top to bottom. Pure: the same assessment gives the same page. */
import type { Assessment } from '@anodyne/pathway'
import { choices } from './choices.ts'
import { findings } from './findings.ts'
import { rests, unread } from './footer.ts'
import { header } from './header.ts'
import { mechanisms } from './mechanisms.ts'
import { gather, questions } from './questions.ts'
import type { Sheet } from './sheet.ts'
import { Sources } from './sources.ts'
import { treatments } from './treatments.ts'

export function planPage(assessment: Assessment, sheet: Sheet): string {
  const sources = new Sources()
  const asked = gather(assessment)
  const lines = [
    ...header(sheet, assessment),
    ...mechanisms(sheet, assessment, sources),
    ...treatments(sheet, assessment.treatments),
    ...findings(sheet, assessment.findings, sources),
    ...questions(sheet, asked),
    ...choices(sheet, assessment, asked),
    ...unread(sheet, assessment),
    ...rests(sheet, assessment, sources),
  ]
  return `${withoutDoubleBlanks(lines).join('\n')}\n`
}

function withoutDoubleBlanks(lines: readonly string[]): string[] {
  return lines.filter((line, i) => line !== '' || lines[i - 1] !== '')
}
