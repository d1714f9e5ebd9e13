/** The file as a table: a header and rows of words, each with its line. Commas, tabs, semicolons or blanks part the columns. */
import { DataSetError, type DataProblem } from './data-set.ts'

export interface Row {
  /** Line of the file, from 1. */
  readonly line: number
  /** By column; '' where nothing stands. */
  readonly words: ReadonlyMap<string, string>
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** Other spellings of a column, in capitals. */
const SPELLINGS: Readonly<Record<string, string>> = { SUBJID: 'ID', SUBJECT: 'ID', AMOUNT: 'AMT', COMPARTMENT: 'CMT' }
/** Columns of NONMEM, which are known in any case; all others keep theirs. */
const KNOWN = ['ID', 'TIME', 'AMT', 'EVID', 'CMT', 'RATE', 'ADDL', 'II', 'SS', 'DV', 'MDV', 'DVID', 'BLQ', 'CENS', 'LLOQ', 'DATE', 'C'] // prettier-ignore

/** @throws DataSetError for a file without header or rows, a column twice, and rows of another width. */
export function readTable(text: string): Table {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
  while (lines[0] && /^\s*#(?:\s|$)/.test(lines[0].content)) lines.shift()
  const header = lines.shift()
  if (!header || lines.length === 0)
    throw new DataSetError([{ line: 1, column: 'header', value: header?.content ?? '', expected: 'a header and rows' }])
  const split = splitter(header.content)
  const columns = split(header.content).map(name)
  const problems: DataProblem[] = []
  columns.forEach((column, index) => {
    if (column === '' || columns.indexOf(column) !== index)
      problems.push({ line: header.line, column: `column ${index + 1}`, value: column, expected: 'a name, once' })
  })
  const rows: Row[] = []
  const comment = columns.indexOf('C')
  for (const { content, line } of lines) {
    if (isComment(content)) continue
    const words = split(content)
    if (words.length !== columns.length)
      problems.push({ line, column: 'columns', value: String(words.length), expected: `${columns.length} of them` })
    else if (!marked(words[comment]))
      rows.push({ line, words: new Map(columns.map((column, k) => [column, words[k]!])) })
  }
  if (problems.length > 0) throw new DataSetError(problems)
  return { columns, rows }
}

/** `.`, nothing and `NA` say that there is no number. */
export const MISSING: ReadonlySet<string> = new Set(['', '.', 'NA'])

/** Something other than 0 in a column C: the record is a comment. */
const marked = (word = ''): boolean => !MISSING.has(word.toUpperCase()) && Number(word) !== 0

/** As NONMEM's IGNORE=@ and IGNORE=#: a line that begins with one of these, or with the letter C and a separator. */
const isComment = (content: string): boolean => /^\s*(?:[#@;"']?[Cc](?=[\s,;]|["'])|[#@])/.test(content)

function name(word: string): string {
  const plain = word.replace(/^#/, '').trim()
  const capitals = plain.toUpperCase()
  const spelled = SPELLINGS[capitals] ?? capitals
  return KNOWN.includes(spelled) ? spelled : plain
}

function splitter(header: string): (line: string) => string[] {
  const separator = [',', '\t', ';'].find((mark) => header.includes(mark))
  return (line) => {
    const words = separator === undefined ? line.trim().split(/\s+/) : quoted(line, separator)
    return words.map((word) =>
      word
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim(),
    )
  }
}

/** A separator between double quotes is part of the word. */
function quoted(line: string, separator: string): string[] {
  const words = ['']
  let inside = false
  for (const mark of line) {
    if (mark === '"') inside = !inside
    if (mark === separator && !inside) words.push('')
    else words[words.length - 1] += mark
  }
  return words
}
