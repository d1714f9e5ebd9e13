/** What holds for every record that was read, however odd: checked on damaged records and on records of your own. */
import { measures } from '@anodyne/pathway'
import { expect } from 'vitest'
import { plausible } from '../codes/observations.ts'
import type { ReadCase } from './case.ts'
import { isAfter, isDate } from './date.ts'

export function invariants(bundle: unknown, read: ReadCase): void {
  expect(breaches(bundle, read)).toEqual([])
}

/** One expectation for all of them, since thousands of records are checked. */
function breaches(bundle: unknown, { case: facts, issues }: ReadCase): string[] {
  const found: string[] = []
  const hold = (holds: boolean, what: string) => void (holds || found.push(what))
  for (const { path, code, message } of issues) {
    hold(/^[a-z]+(?:-[a-z]+)*$/.test(code), `code ${code}`)
    hold(/^[^\n\r]{5,500}$/.test(message), `message ${message}`)
    hold(leadsIn(bundle, path), `path ${path}`)
  }
  const { conditions, medications = [], measurements, bloodPressure, treatments, screening, signs } = facts
  const asked = [...Object.values(screening), ...Object.values(signs)]
  const measured = [...Object.values(measurements).flat(), ...bloodPressure]
  for (const { at, where, says } of [...conditions, ...medications, ...measured, ...treatments, ...asked]) {
    hold(at === undefined || (isDate(at) && !isAfter(at, facts.asOf)), `date ${at} of ${says}`)
    hold(leadsIn(bundle, where), `where ${where}`)
    hold(says.length > 3, `words of ${where}`)
  }
  for (const measure of Object.keys(measures) as (keyof typeof measures)[]) {
    const [low, high] = plausible[measure]
    for (const { value, says } of measurements[measure] ?? [])
      // A bound on its worse side lies a hair beyond it.
      hold(value >= low * (1 - 1e-8) && value <= high * (1 + 1e-8), `value ${value}: ${says}`)
  }
  for (const { value, says } of bloodPressure) hold(value.systolic > value.diastolic && value.diastolic > 0, says)
  const { mg, mL, strength, timesPerDay } = facts.ketamine.order?.value ?? {}
  for (const number of [mg, mL, strength, timesPerDay, facts.person.age])
    hold(number === undefined || Number.isFinite(number), `number ${number}`)
  return found
}

/** The path is FHIRPath of names and indices, and all of it but its last step (which may be what is missing) is there. */
function leadsIn(bundle: unknown, path: string): boolean {
  if (!/^Bundle\.entry\[\d+\]\.resource(?:\.[a-zA-Z_]\w*(?:\[\d+\])?)*$/.test(path)) return false
  let node: unknown = bundle
  for (const step of path.split('.').slice(1, -1)) {
    const [, name, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(step) ?? []
    node = (node as Record<string, unknown>)[name ?? '']
    if (index !== undefined) node = (node as unknown[])[Number(index)]
    if (typeof node !== 'object' || node === null) return false
  }
  return true
}
