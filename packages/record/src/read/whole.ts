/** Is this all of the record? What a parser drops in silence, and what points at more elsewhere, would make half a record. */
import { obj, objects, quote, str, type Json } from './json.ts'

interface Fault {
  readonly code: string
  readonly message: string
  readonly path?: string
}

/** `text` is the JSON that `record` was parsed from. */
export function notWhole(text: string, record: Json): Fault | undefined {
  return twiceNamed(text) ?? beyondNumbers(record) ?? nestedBundle(record) ?? onePageOfSeveral(record)
}

/** JSON.parse keeps the last of two members of one name: two lists of entries would be one. */
function twiceNamed(text: string): Fault | undefined {
  // Undefined stands for a list.
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{') open.push(new Set())
    else if (char === '[') open.push(undefined)
    else if (char === '}' || char === ']') open.pop()
    else if (char === '"') {
      const from = at
      at = closingQuote(text, from)
      const names = open.at(-1)
      if (!names || !isName(text, at + 1)) continue
      const name = JSON.parse(text.slice(from, at + 1)) as string
      if (names.has(name)) {
        const line = text.slice(0, from).split('\n').length
        return {
          code: 'named-twice',
          message: `not one record: ${quote(name)} stands twice in one object, at line ${line}; expected each name once`,
        }
      }
      names.add(name)
    }
  }
  return undefined
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at
  }
}

function isName(text: string, after: number): boolean {
  let at = after
  while (' \t\r\n'.includes(text[at] ?? ':')) at++
  return text[at] === ':'
}

/** 1e999 is read as Infinity, which is no measurement and cannot be written again. */
function beyondNumbers(record: Json): Fault | undefined {
  const walk = (node: object, path: string): string | undefined => {
    for (const [key, value] of Object.entries(node)) {
      const at = Array.isArray(node) ? `${path}[${key}]` : `${path}.${key}`
      if (typeof value === 'number' && !Number.isFinite(value)) return at
      const found = typeof value === 'object' && value !== null ? walk(value as object, at) : undefined
      if (found) return found
    }
    return undefined
  }
  const path = walk(record, 'Bundle')
  return path
    ? { code: 'number-too-large', message: 'a number too large to be read; expected at most 1.8e308', path }
    : undefined
}

/** What stands in a Bundle inside the Bundle would be read by nobody. */
function nestedBundle({ entry }: Json): Fault | undefined {
  const found = objects(entry).find(({ value }) => obj(value.resource)?.resourceType === 'Bundle')
  return found
    ? {
        code: 'bundle-in-bundle',
        message: 'the Bundle holds another Bundle; expected the resources of one person, each an entry',
        path: `Bundle.entry[${found.at}].resource`,
      }
    : undefined
}

/** A server answers a search in pages, and says on each whether there is another. */
function onePageOfSeveral({ link, entry, total, type }: Json): Fault | undefined {
  const more = objects(link).find(({ value }) => str(value.relation) === 'next')
  const message = 'one page of a longer answer; expected the whole record'
  if (more) return { code: 'one-page-of-several', message, path: `Bundle.link[${more.at}]` }
  const here = objects(entry).filter(
    ({ value }) => !['include', 'outcome'].includes(str(obj(value.search)?.mode) ?? ''),
  )
  if (type === 'searchset' && typeof total === 'number' && total > here.length)
    return {
      code: 'one-page-of-several',
      message: `${here.length} of ${total} matches: ${message}`,
      path: 'Bundle.total',
    }
  return undefined
}
