/** What was tried, by class, and whether each was an adequate trial. */
import type { AdjudicatedTreatment } from '@anodyne/pathway'
import { heading, paragraph, quiet, type Sheet } from './sheet.ts'

const classes: Record<AdjudicatedTreatment['class'], string> = {
  medication: 'Medication',
  physical: 'Physical',
  psychological: 'Psychological',
  interventional: 'Interventional',
}
const adequate: Record<AdjudicatedTreatment['adequate'], string> = {
  yes: '✓ adequate trial',
  no: '– not an adequate trial',
  unknown: '? not known whether adequate',
}

export function treatments(sheet: Sheet, tried: readonly AdjudicatedTreatment[]): string[] {
  return [
    ...heading(sheet, 'What was tried', 'conventional treatment; a referral or a prescription alone is no trial'),
    ...(Object.keys(classes) as AdjudicatedTreatment['class'][]).flatMap((name) => {
      const here = tried.filter((t) => t.class === name)
      if (here.length === 0) return paragraph(sheet, `  ${classes[name]}: `, 'none in the record')
      return [`  ${classes[name]}`, ...here.flatMap((t) => one(sheet, t))]
    }),
  ]
}

function one(sheet: Sheet, { name, adequate: verdict, because, facts, ask }: AdjudicatedTreatment): string[] {
  return [
    ...paragraph(sheet, `    ${adequate[verdict]}: `, `${name}. ${because}`),
    ...facts.flatMap((fact) => quiet(sheet, '        seen: ', fact)),
    ...(ask === undefined ? [] : quiet(sheet, '        ask:  ', ask)),
  ]
}
