/**
 * A record's text may not drive the terminal: control characters, escape sequences' first byte and
 * direction overrides are dropped, so that nothing in a record can hide, recolour or reorder a line.
 */
export function plain(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
}
