/** Where a text stops being JSON, told in line and column, and whether it simply ends too early. */
export interface JsonProblem {
  readonly code: 'not-json' | 'truncated'
  readonly message: string
}

/** For a text that `JSON.parse` refused. Own scan, because engines word (and place) their errors differently. */
export function jsonProblem(text: string): JsonProblem {
  const at = firstFault(text)
  const { line, column } = place(text, Math.min(at, text.length))
  if (text.trim() === '') return { code: 'not-json', message: 'the file is empty; expected a FHIR Bundle as JSON' }
  if (at > text.length)
    return { code: 'not-json', message: 'not JSON that can be read; expected a FHIR Bundle as JSON' }
  if (at >= text.trimEnd().length && /^\s*\uFEFF?\s*[[{]/.test(text))
    return {
      code: 'truncated',
      message: `the file is truncated: it ends inside the JSON, at line ${line}, column ${column}; expected the whole record`,
    }
  return {
    code: 'not-json',
    message: `not JSON: unexpected ${nameOf(text[at])} at line ${line}, column ${column}; expected a FHIR Bundle as JSON`,
  }
}

function place(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const newline = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: at - newline }
}

const nameOf = (char: string | undefined) =>
  char === undefined ? 'end' : char < ' ' ? 'control character' : `"${char}"`

const token = /[ \t\r\n]+|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/y

/** Where the token at `at` ends; −1 when none fits there, the text's length + 1 when the text ends inside it. */
function tokenEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at)
  token.lastIndex = at
  if (token.test(text)) return token.lastIndex
  return cutOff(text.slice(at, at + 40)) && text.length - at < 40 ? text.length + 1 : -1
}

/** By hand, since a string may hold megabytes of an attachment and a pattern would need a stack as deep. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 34) return at + 1
    if (char < 32) return -1
    if (char !== 92) continue
    if (!'"\\/bfnrtu'.includes(text[at + 1] ?? 'u')) return -1
    if (text[at + 1] === 'u' && !/^[0-9a-fA-F]{0,4}$/.test(text.slice(at + 2, at + 6))) return -1
    at++
  }
  return text.length + 1
}

const cutOff = (rest: string) =>
  /^-?\d*\.?\d*(?:[eE][+-]?)?$/.test(rest) || ['true', 'false', 'null'].some((w) => w.startsWith(rest))

/** What may come next; `after`: a comma or bracket after a value. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after' | 'end'

/** Index of the first character that cannot belong to JSON; the text's length when it is only unfinished, one more when it is whole. */
function firstFault(text: string): number {
  const open: string[] = []
  let expect = 'value' as Expected
  let at = text.startsWith('\uFEFF') ? 1 : 0
  const closed = (): Expected => (open.length === 0 ? 'end' : 'after')
  while (at < text.length) {
    const next = tokenEnd(text, at)
    if (next < 0) return at
    if (next > text.length) return text.length
    const first = text[at]!
    if (first.trim() === '') {
      at = next
      continue
    }
    if (first === '}' || first === ']') {
      const fits = first === '}' ? open.at(-1) === '{' : open.at(-1) === '['
      if (!fits || !(expect === 'after' || expect === (first === '}' ? 'key-or-end' : 'value-or-end'))) return at
      open.pop()
      expect = closed()
    } else if (first === ',') {
      if (expect !== 'after') return at
      expect = open.at(-1) === '{' ? 'key' : 'value'
    } else if (first === ':') {
      if (expect !== 'colon') return at
      expect = 'value'
    } else if (expect === 'key' || expect === 'key-or-end') {
      if (first !== '"') return at
      expect = 'colon'
    } else if (expect === 'value' || expect === 'value-or-end') {
      if (first === '{' || first === '[') {
        open.push(first)
        expect = first === '{' ? 'key-or-end' : 'value-or-end'
      } else expect = closed()
    } else return at
    at = next
  }
  // Nothing wrong was found: the parser knows better than this scan.
  return expect === 'end' ? text.length + 1 : text.length
}
