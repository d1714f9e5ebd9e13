/** Who this is about, on what day, and what the reader must know before anything else. */
import type { Assessment } from '@anodyne/pathway'
import { plain } from '../text/plain.ts'
import { shown } from './kinds.ts'
import { marked, paragraph, quiet, type Sheet } from './sheet.ts'
import { findingKinds } from './vocabulary.ts'

export function header(sheet: Sheet, assessment: Assessment): string[] {
  const { asOf, phase, person, protocol, findings, options } = assessment
  const name = person.name === undefined ? 'Name not recorded' : plain(person.name)
  const born = person.birthDate === undefined ? 'birth date not recorded' : `born ${plain(person.birthDate)}`
  const facts = [
    person.sex ?? 'sex not recorded',
    person.age === undefined ? 'age unknown' : `${person.age} years`,
    born,
    person.weight === undefined
      ? 'weight unknown'
      : `${Math.round(person.weight * 10) / 10} kg${person.weighedOn ? ` on ${person.weighedOn}` : ''}`,
  ]
  return [
    ...quiet(sheet, '', `Anodyne · oral ketamine in chronic pain · read as of ${asOf} · phase: ${phase}`),
    '',
    ...paragraph(sheet, '', `${name} · ${facts.join(' · ')}`).map((line, i) =>
      i === 0 ? strongName(sheet, line, name) : line,
    ),
    ...quiet(sheet, '', `record id ${person.id}`),
    '',
    ...(protocol.signed
      ? paragraph(
          sheet,
          '  ',
          `Protocol ${protocol.id} ${protocol.version}, signed by ${protocol.signed.by} (${protocol.signed.role}) on ${protocol.signed.on}.`,
        )
      : warning(
          sheet,
          'PROTOCOL NOT SIGNED:',
          `the limits of ${protocol.id} ${protocol.version} are not yet approved for care.`,
        )),
    ...(person.synthetic ? warning(sheet, 'SYNTHETIC RECORD:', 'demonstration data, not a person.') : []),
    '',
    ...paragraph(sheet, 'Findings: ', counts(findings)),
    ...paragraph(sheet, 'Can be signed: ', signable(options)),
  ]
}

function warning(sheet: Sheet, head: string, text: string): string[] {
  return marked(sheet, 'warn', `▲ ${head} `, text)
}

const strongName = (sheet: Sheet, line: string, name: string) =>
  line.startsWith(name) ? sheet.paint('strong', name) + line.slice(name.length) : line

function counts(findings: Assessment['findings']): string {
  return findingKinds
    .map((kind) => `${findings.filter((f) => f.kind === kind).length} ${shown[kind].word.toLowerCase()}`)
    .join(' · ')
}

function signable(options: Assessment['options']): string {
  const open = options.filter((o) => o.blockedBy.length === 0)
  const withDose = open.some((o) => o.dose !== undefined)
  const titles = open.map((o) => o.title).join('; ') || 'nothing'
  return withDose ? titles : `${titles} (no dose of ketamine)`
}
