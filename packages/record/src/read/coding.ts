/** CodeableConcepts: matched on system and code together. */
import { knownSystem, systemOf } from '../codes/systems.ts'
import { obj, objects, str, type Json } from './json.ts'

export interface Coding {
  /** Under its FHIR name; empty when none is given. */
  readonly system: string
  readonly code: string
  readonly display?: string
}

/** Every coding that has a code. */
export function codings(concept: unknown): Coding[] {
  return objects(obj(concept)?.coding).flatMap(({ value }) => {
    const code = str(value.code)
    const display = str(value.display)
    return code ? [{ system: systemOf(str(value.system) ?? ''), code, ...(display && { display }) }] : []
  })
}

export function isCoded(concept: unknown, system: string, code: string): boolean {
  return codings(concept).some((c) => c.system === system && c.code === code)
}

/** The code of a concept in one system, when it has one. */
export function codeIn(concept: unknown, system: string): string | undefined {
  return codings(concept).find((c) => c.system === system)?.code
}

/** The name a reader would use: the text, else the first display. */
export function nameOf(concept: unknown): string | undefined {
  const found = obj(concept)
  return (
    str(found?.text) ??
    objects(found?.coding)
      .map(({ value }) => str(value.display))
      .find((d) => d !== undefined)
  )
}

/** Every text a concept carries. */
export function textsOf(concept: unknown): string[] {
  const found = obj(concept)
  return [str(found?.text), ...objects(found?.coding).map(({ value }) => str(value.display))].filter(
    (t) => t !== undefined,
  )
}

/** The system of a concept none of whose codes can be read; undefined when at least one can, or there is no code. */
export function strangeSystem(concept: unknown): string | undefined {
  const found = codings(concept)
  return found.length > 0 && !found.some((c) => knownSystem(c.system)) ? found[0]!.system || '(no system)' : undefined
}

/** `category` may be one concept or a list of them. */
export function hasCategory(resource: Json, system: string, code: string): boolean {
  return (
    isCoded(resource.category, system, code) || objects(resource.category).some((c) => isCoded(c.value, system, code))
  )
}

export function extension(resource: Json, url: string): Json | undefined {
  return objects(resource.extension).find(({ value }) => value.url === url)?.value
}
