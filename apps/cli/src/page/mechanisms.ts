/** Why it hurts: each mechanism with its grade and every criterion met, not met or unknown. */
import type { Assessment, Criterion, MechanismProfile } from '@anodyne/pathway'
import type { Sources } from './sources.ts'
import { heading, marked, paragraph, quiet, type Sheet } from './sheet.ts'

const answer: Record<Criterion['met'], string> = { yes: '✓ yes', no: '– no ', unknown: '? not known' }

export function mechanisms(
  sheet: Sheet,
  { chronicity, mechanisms: profiles }: Pick<Assessment, 'chronicity' | 'mechanisms'>,
  sources: Sources,
): string[] {
  return [
    ...heading(sheet, 'Why it hurts', 'mechanisms; an unknown criterion never counts as no'),
    ...paragraph(sheet, `  ${answer[chronicity.met]}  `, 'Chronic: pain for three months or longer'),
    ...chronicity.facts.flatMap((fact) => quiet(sheet, '           ', fact)),
    '',
    ...profiles.flatMap((profile) => one(sheet, profile, sources)),
  ]
}

/** What is known of ketamine in a mechanism matters where the mechanism is at work. */
const graded: ReadonlySet<MechanismProfile['grade']> = new Set(['possible', 'probable', 'definite'])

function one(
  sheet: Sheet,
  { mechanism, grade, criteria, source, ketamine }: MechanismProfile,
  sources: Sources,
): string[] {
  const seen = criteria.filter((c) => c.met !== 'unknown')
  const unknown = criteria.filter((c) => c.met === 'unknown')
  return [
    ...marked(sheet, 'strong', `  ${mechanism}: ${grade} `, sources.cite(source)),
    ...seen.flatMap(({ criterion, met, facts }) => [
      ...paragraph(sheet, `    ${answer[met]}  `, criterion),
      ...facts.flatMap((fact) => quiet(sheet, '             ', fact)),
    ]),
    ...(unknown.length ? paragraph(sheet, `    ${answer.unknown}  `, unknown.map((c) => c.criterion).join('; ')) : []),
    ...(sheet.full || graded.has(grade) ? quiet(sheet, '    ketamine: ', ketamine) : []),
    '',
  ]
}
