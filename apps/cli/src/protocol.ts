/** The protocol a plan rests on: the default, or the clinic's own file, checked whole before it is used. */
import { defaultProtocol } from '@anodyne/evidence'
import { readProtocol, type Protocol } from '@anodyne/pathway'
import { parseJson } from './json.ts'
import { Refusal } from './refusal.ts'

export function ourProtocol(): Protocol {
  const read = readProtocol(defaultProtocol)
  if ('issues' in read) throw new Error(`the default protocol cannot be read: ${read.issues[0]?.message}`)
  return read.protocol
}

/** @throws Refusal naming the first thing wrong with the clinic's protocol. */
export function clinicProtocol(name: string, text: string): Protocol {
  const read = readProtocol(parseJson(name, text))
  if (!('issues' in read)) return read.protocol
  const [first, ...others] = read.issues
  const where = first?.path ? ` at ${first.path}` : ''
  const more = others.length ? ` (and ${others.length} more)` : ''
  throw new Refusal(
    `${name} is not a usable protocol${where}: ${first?.message}${more}; compare with what "anodyne protocol" prints`,
  )
}
