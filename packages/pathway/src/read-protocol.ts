/**
 * A clinic's protocol, checked before anything rests on it: shape, every limit, finite values, known basis.
 * A limit left out would be a ceiling left out, and a misspelt one would be read by nobody, so both are refused.
 */
import { defaultProtocol } from '@anodyne/evidence'
import type { Issue } from './plan.ts'
import type { Limit, Protocol } from './protocol.ts'

/** The limits that rules and options rest on: those of the default protocol, no more and no fewer. */
export const requiredLimits: readonly string[] = Object.keys(defaultProtocol.limits)

const bases: readonly string[] = ['published', 'borrowed', 'engineering'] satisfies Limit['basis'][]
const units = defaultProtocol.limits as Readonly<Record<string, { readonly unit: string }>>

/** All issues at once, each with its path; the protocol only when there is none. */
export function readProtocol(json: unknown): { protocol: Protocol } | { issues: Issue[] } {
  const issues: Issue[] = []
  const refuse = (path: string, code: string, message: string) => void issues.push({ path, code, message })

  if (!isRecord(json)) {
    return { issues: [{ path: 'protocol', code: 'shape', message: `a protocol is an object; found ${kindOf(json)}` }] }
  }
  onlyKeys(json, 'protocol', ['id', 'version', 'title', 'signed', 'limits'])
  for (const key of ['id', 'version', 'title']) text(json[key], `protocol.${key}`)
  if (json['signed'] !== undefined) readSignature(json['signed'])
  readLimits(json['limits'])
  return issues.length > 0 ? { issues } : { protocol: json as unknown as Protocol }

  function readSignature(signed: unknown): void {
    if (!isRecord(signed))
      return refuse('protocol.signed', 'shape', `expected by, role and on; found ${kindOf(signed)}`)
    onlyKeys(signed, 'protocol.signed', ['by', 'role', 'on'])
    text(signed['by'], 'protocol.signed.by')
    text(signed['role'], 'protocol.signed.role')
    const on = signed['on']
    if (typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(on) || Number.isNaN(Date.parse(on))) {
      refuse('protocol.signed.on', 'date', `expected an ISO 8601 date; found ${JSON.stringify(on)}`)
    }
  }

  function readLimits(limits: unknown): void {
    if (!isRecord(limits)) return refuse('protocol.limits', 'shape', `expected limits by key; found ${kindOf(limits)}`)
    for (const key of requiredLimits) {
      if (!Object.hasOwn(limits, key))
        refuse(`protocol.limits['${key}']`, 'limit-missing', 'a rule or an option rests on this limit')
    }
    for (const [key, limit] of Object.entries(limits)) {
      const path = `protocol.limits['${key}']`
      if (!requiredLimits.includes(key)) refuse(path, 'limit-unknown', 'no rule and no option reads this limit')
      else readLimit(limit, path, units[key]!.unit)
    }
  }

  function readLimit(limit: unknown, path: string, unit: string): void {
    if (!isRecord(limit)) return refuse(path, 'shape', `expected value, unit, basis and source; found ${kindOf(limit)}`)
    onlyKeys(limit, path, ['value', 'unit', 'basis', 'source', 'disagreement'])
    const { value, basis } = limit
    // No limit of ours is zero, and a zero strength, step or validity would silently switch off what rests on it.
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
      refuse(`${path}.value`, 'value', `expected a finite number above 0; found ${JSON.stringify(value)}`)
    }
    if (limit['unit'] !== unit)
      refuse(`${path}.unit`, 'unit', `expected ${unit}; found ${JSON.stringify(limit['unit'])}`)
    if (typeof basis !== 'string' || !bases.includes(basis)) {
      refuse(`${path}.basis`, 'basis', `expected ${bases.join(', ')}; found ${JSON.stringify(basis)}`)
    }
    text(limit['source'], `${path}.source`)
    if (limit['disagreement'] !== undefined) text(limit['disagreement'], `${path}.disagreement`)
  }

  function text(value: unknown, path: string): void {
    if (typeof value !== 'string' || value.trim() === '')
      refuse(path, 'text', `expected text; found ${JSON.stringify(value)}`)
  }

  function onlyKeys(object: object, path: string, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (!known.includes(key)) refuse(`${path}.${key}`, 'key-unknown', `expected one of ${known.join(', ')}`)
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value)
