/** What stands in every file of a simulation: enough to do it again, to merge its shards, and not to mistake it for a measurement. */
import { createHash } from 'node:crypto'
import type { InteractionPeriod, LibraryCourse, LibraryPerson, Model, UncertainValue } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'
import { isRecord } from './reading.ts'

export const STATEMENT = 'Simulated from a population model: not measured, not a recommendation.'

/** A value drawn anew for each patient: standard deviation on its scale, and where that is from. */
export type Drawn = Omit<UncertainValue, 'index'>

export interface Manifest {
  readonly anodyne: 'simulation/1'
  readonly statement: string
  readonly holds: 'rows' | 'summary'
  readonly model: { readonly id: string; readonly version: string; readonly hash: string }
  /** In words. */
  readonly scenario: string
  readonly courses: readonly LibraryCourse[]
  readonly person: LibraryPerson
  readonly periods: readonly InteractionPeriod[]
  /** h */
  readonly times: readonly number[]
  readonly outputs: readonly { readonly name: string; readonly unit: string }[]
  /** Where the model was never observed, in words. */
  readonly outsideTheModel: readonly string[]
  readonly seed: number
  /** Occasions at which is drawn anew what differs between them. */
  readonly occasions?: 'dose' | 'day'
  /** What is not known of the typical values is drawn too. */
  readonly uncertain?: boolean
  /** Which they are, and how far each is drawn; what is not listed stood at its estimate. */
  readonly uncertainValues?: readonly Drawn[]
  /** Scattered by the model's residual error. */
  readonly observed?: boolean
  /** Virtual patients of the whole study. */
  readonly patients: number
  /** Those in this file: how many from which number on. */
  readonly first: number
  readonly n: number
}

export const hashOf = (model: Model): string => createHash('sha256').update(JSON.stringify(model)).digest('hex')

/** What two shards of one study have alike, and by what name a difference is called. */
const ALIKE: readonly (readonly [keyof Manifest, string])[] = [
  ['holds', 'contents'],
  ['model', 'model or its version'],
  ['seed', 'seed'],
  ['patients', 'number of patients (--n)'],
  ['occasions', '--occasions'],
  ['uncertain', '--uncertainty'],
  ['observed', '--residual'],
  ['courses', 'regimen'],
  ['periods', 'interactions'],
  ['person', 'person'],
  ['times', 'output times'],
  ['outputs', 'outputs'],
]

export interface Named {
  readonly path: string
  readonly manifest: Manifest
}

/**
 * The manifest of the whole, and its shards in the order of the patients.
 * @throws Refusal that names the files that differ, overlap, or leave a gap
 */
export function wholeOf<T extends Named>(shards: readonly T[]): { manifest: Manifest; ordered: readonly T[] } {
  const [one] = shards
  for (const other of shards)
    for (const [key, name] of ALIKE)
      if (JSON.stringify(one!.manifest[key]) !== JSON.stringify(other.manifest[key]))
        throw new Refusal(
          `${other.path}: another ${name} than ${one!.path} (${brief(other.manifest[key])}, not ${brief(one!.manifest[key])}); expected shards of one study`,
        )
  const { patients } = one!.manifest
  const ordered = [...shards].sort((a, b) => a.manifest.first - b.manifest.first)
  let due = 0
  let before: T | undefined
  for (const shard of ordered) {
    const { first, n } = shard.manifest
    if (first < due)
      throw new Refusal(
        `${shard.path}: patients ${first + 1} to ${first + n} overlap those of ${before!.path}; expected each once`,
      )
    if (first > due) throw new Refusal(missing(due, first, shard.path))
    due = first + n
    before = shard
  }
  if (due < patients) throw new Refusal(missing(due, patients, undefined))
  return { manifest: { ...one!.manifest, first: 0, n: patients }, ordered }
}

const missing = (from: number, to: number, before: string | undefined) =>
  `patients ${from + 1} to ${to} are in no shard${before === undefined ? '' : ` (the next is ${before})`}; expected every shard of the study`

const brief = (value: unknown): string => {
  const text = JSON.stringify(value ?? 'none')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** @throws Refusal when it is none of ours */
export function parseManifest(path: string, text: string): Manifest {
  const refuse = (what: string) => new Refusal(`${path}: ${what}; expected a file written by anodyne simulate`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('says nothing readable of what it holds')
  }
  if (!isRecord(value) || value['anodyne'] !== 'simulation/1') throw refuse('no simulation, or of another version')
  const { model, seed, patients, first, n, times, outputs, holds, outsideTheModel, scenario, statement } = value
  const whole = [seed, patients, first, n].every((one) => Number.isSafeInteger(one) && (one as number) >= 0)
  const texts = (of: unknown, ...names: readonly string[]): boolean =>
    isRecord(of) && names.every((name) => typeof of[name] === 'string')
  const list = (of: unknown, each: (one: unknown) => boolean): boolean => Array.isArray(of) && of.every(each)
  const readable =
    texts(model, 'id', 'version', 'hash') &&
    texts({ scenario, statement }, 'scenario', 'statement') &&
    list(times, Number.isFinite) &&
    list(outputs, (one) => texts(one, 'name', 'unit')) &&
    list(outsideTheModel, (one) => typeof one === 'string')
  if (!whole || !readable) throw refuse('what it says of itself is damaged')
  if (holds !== 'rows' && holds !== 'summary') throw refuse('neither rows nor a summary')
  return value as unknown as Manifest
}
