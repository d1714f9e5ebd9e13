/**
 * The identity of a value: SHA-256 (FIPS 180-4) of its canonical JSON. Two values with the same members have the same
 * hash whatever the order in which the members were written.
 */
import { createHash } from 'node:crypto'

/** Lower-case hex SHA-256 of `canonicalJson(value)`. @throws TypeError for what JSON would lose (NaN, Infinity, functions). */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

/** Lower-case hex SHA-256 of the UTF-8 bytes of `text`. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * JSON with members sorted by UTF-16 code unit, no white space, `undefined` members left out (RFC 8785 for the values
 * that FHIR uses). What JSON.stringify would turn silently into null is refused.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value, '$', new Set())
}

function canonical(value: unknown, path: string, open: Set<object>): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return JSON.stringify(value)
    throw new TypeError(`${path}: ${value} has no JSON form`)
  }
  if (typeof value !== 'object') throw new TypeError(`${path}: a ${typeof value} has no JSON form`)
  if (open.has(value)) throw new TypeError(`${path}: refers to itself`)
  open.add(value)
  const text = Array.isArray(value) ? canonicalArray(value, path, open) : canonicalObject(value, path, open)
  open.delete(value)
  return text
}

function canonicalArray(items: readonly unknown[], path: string, open: Set<object>): string {
  return `[${Array.from(items, (item, i) => canonical(item, `${path}[${i}]`, open)).join(',')}]`
}

function canonicalObject(value: object, path: string, open: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  // A Map, a Date or a typed array would come out as {} or as something else than it is.
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path}: not a plain object`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v, `${path}.${k}`, open)}`).join(',')}}`
}
