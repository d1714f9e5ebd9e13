/** What the page rests on: sources, versions and hashes; and what could not be read. */
import type { Assessment } from '@anodyne/pathway'
import type { Sources } from './sources.ts'
import { heading, paragraph, quiet, type Sheet } from './sheet.ts'

export function unread(sheet: Sheet, { issues }: Assessment): string[] {
  if (issues.length === 0) return []
  return [
    ...heading(
      sheet,
      'Not read',
      `${issues.length} ${issues.length === 1 ? 'place' : 'places'} in the record that could not be read or are ambiguous`,
    ),
    ...issues.flatMap(({ path, code, message }) => paragraph(sheet, '  • ', `${message} (${code}, ${path})`)),
  ]
}

export function rests(sheet: Sheet, { model, protocol, record }: Assessment, sources: Sources): string[] {
  return [
    ...heading(sheet, 'Sources'),
    ...sources.all.flatMap((source, i) => quiet(sheet, `  [${i + 1}] `, source)),
    '',
    ...quiet(sheet, '  model    ', `${model.id} ${model.version}, ${model.hash.slice(0, 12)}`),
    ...quiet(
      sheet,
      '  protocol ',
      `${protocol.id} ${protocol.version}, ${protocol.hash.slice(0, 12)}${protocol.signed ? '' : ', not signed'}`,
    ),
    ...quiet(sheet, '  record   ', record.slice(0, 12)),
  ]
}
