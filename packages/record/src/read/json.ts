/**
 * Looking into JSON whose shape is not promised. FHIR's types say what a sender should send; a reader may be handed
 * anything, so every look answers `undefined` (or an empty list) instead of throwing.
 */
export type Json = Readonly<Record<string, unknown>>

export function obj(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

/** The objects of a list, each with its index in the list. */
export function objects(value: unknown): { readonly at: number; readonly value: Json }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, at) => {
    const found = obj(item)
    return found ? [{ at, value: found }] : []
  })
}

/** A text with something in it. */
export function str(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function num(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function bool(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** One line, at most `length` characters: for quoting a stranger's text in a message. */
export function quote(value: unknown, length = 60): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).replaceAll(/\s+/g, ' ').trim()
  return `"${text.length > length ? `${text.slice(0, length - 1)}…` : text}"`
}
