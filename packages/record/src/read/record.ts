/** One record being read: its entries, its one person, the day it is read on, and the issues found so far. */
import type { Issue } from '@anodyne/pathway'
import { nameOf } from './coding.ts'
import { isAfter, isDate } from './date.ts'
import { obj, objects, quote, str, type Json } from './json.ts'

export interface Entry {
  readonly resource: Json
  readonly type: string
  /** `Bundle.entry[12].resource` */
  readonly path: string
  readonly fullUrl?: string
}

/** The place where a fact's date stands, best first: `a.b` looks into objects. */
export type DateField = string

export class RecordReader {
  readonly asOf: string
  readonly issues: Issue[] = []
  readonly entries: readonly Entry[]
  readonly patient: Entry | undefined
  readonly #byReference = new Map<string, Entry>()
  readonly #patientReferences: ReadonlySet<string>
  readonly #groups = new Map<string, { path: string; count: number; say: (count: number) => string; code: string }>()

  constructor(bundle: unknown, asOf: string) {
    if (!isDate(asOf) || asOf.length < 10)
      throw new RangeError(`asOf is ${quote(asOf)}; expected a date such as 2026-03-02`)
    this.asOf = asOf
    this.entries = objects(obj(bundle)?.entry).flatMap(({ at, value }) => {
      const resource = obj(value.resource)
      const type = str(resource?.resourceType)
      const fullUrl = str(value.fullUrl)
      return resource && type
        ? [{ resource, type, path: `Bundle.entry[${at}].resource`, ...(fullUrl && { fullUrl }) }]
        : []
    })
    for (const entry of this.entries)
      for (const name of namesOf(entry)) this.#byReference.set(name, this.#byReference.get(name) ?? entry)
    this.patient = this.entries.find((e) => e.type === 'Patient')
    // The same person may stand in the bundle twice, under one id.
    const id = str(this.patient?.resource.id)
    const same = this.entries.filter(
      (e) => e === this.patient || (e.type === 'Patient' && id !== undefined && e.resource.id === id),
    )
    this.#patientReferences = new Set(same.flatMap(namesOf))
  }

  issue(path: string, code: string, message: string): void {
    this.issues.push({ path, code, message })
  }

  /** One issue for many alike: the first place, and how many. Added when reading is done. */
  grouped(group: string, path: string, code: string, say: (count: number) => string): void {
    const known = this.#groups.get(group)
    if (known) known.count++
    else this.#groups.set(group, { path, count: 1, say, code })
  }

  /** In the order of the record, each once. */
  sortedIssues(): Issue[] {
    const once = new Map(this.issues.map((i) => [`${i.path} ${i.code} ${i.message}`, i]))
    const entry = (i: Issue) => Number(/^Bundle\.entry\[(\d+)\]/.exec(i.path)?.[1] ?? -1)
    return [...once.values()].sort((a, b) => entry(a) - entry(b))
  }

  closeGroups(): void {
    for (const { path, code, count, say } of this.#groups.values()) this.issue(path, code, say(count))
    this.#groups.clear()
  }

  /** Entries of these types that are about the one person and not entered in error; the rest become issues. */
  about(...types: string[]): Entry[] {
    return this.entries.filter((e) => types.includes(e.type) && !enteredInError(e.resource) && this.#isAboutPatient(e))
  }

  /** What a reference points at: an entry of the bundle, or `#id` inside `from`. */
  resolve(reference: unknown, from: Entry): Entry | undefined {
    const text = str(obj(reference)?.reference)
    if (!text) return undefined
    if (text.startsWith('#')) {
      const found = objects(from.resource.contained).find(({ value }) => value.id === text.slice(1))
      const type = str(found?.value.resourceType)
      return found && type ? { resource: found.value, type, path: `${from.path}.contained[${found.at}]` } : undefined
    }
    return this.#byReference.get(withoutVersion(text))
  }

  /**
   * The first of these dates that the record gives. `future` when it is after `asOf`: then the fact is not used, and one
   * issue per resource type says so. A date that is no date is an issue, and the fact stands without one.
   */
  when(entry: Entry, fields: readonly DateField[]): { readonly at?: string; readonly future: boolean } {
    for (const field of fields) {
      const value = field.split('.').reduce<unknown>((at, key) => obj(at)?.[key], entry.resource)
      if (value === undefined) continue
      const path = `${entry.path}.${field}`
      if (typeof value !== 'string' || !isDate(value)) {
        this.issue(path, 'date-unreadable', `${entry.type}: ${quote(value)} is no date; expected e.g. 2026-03-02`)
        continue
      }
      if (!isAfter(value, this.asOf)) return { at: value, future: false }
      this.grouped(`future ${entry.type}`, path, 'in-the-future', (count) =>
        count === 1
          ? `${entry.type} dated ${value.slice(0, 10)}, after ${this.asOf}: not used`
          : `${count} ${entry.type} resources are dated after ${this.asOf} and not used; the first ${value.slice(0, 10)}`,
      )
      return { future: true }
    }
    return { future: false }
  }

  #isAboutPatient(entry: Entry): boolean {
    const field = entry.type === 'AllergyIntolerance' ? 'patient' : 'subject'
    const reference = str(obj(entry.resource[field])?.reference)
    if (reference && this.#patientReferences.has(withoutVersion(reference))) return true
    const path = `${entry.path}.${field}`
    const what = reference ? `is about ${quote(reference)}` : 'does not say whom it is about'
    const known = reference !== undefined
    this.grouped(
      `${known ? 'other' : 'no'} subject ${entry.type}`,
      path,
      known ? 'subject-not-patient' : 'subject-missing',
      (count) =>
        count === 1
          ? `${labelOf(entry)} ${what}, expected the Patient of this Bundle: not used`
          : `${count} ${entry.type} resources are not about the Patient of this Bundle and not used; the first ${what}`,
    )
    return false
  }
}

/** Ways to refer to an entry: its fullUrl, `Type/id`, and `Type/id` on the server that the fullUrl names. */
function namesOf({ resource, type, fullUrl }: Entry): string[] {
  const id = str(resource.id)
  return [...(id ? [`${type}/${id}`] : []), ...(fullUrl ? [withoutVersion(fullUrl)] : [])]
}

const withoutVersion = (reference: string) => reference.replace(/\/_history\/[^/]*$/, '')

const enteredInError = (resource: Json) =>
  resource.status === 'entered-in-error' ||
  objects(obj(resource.verificationStatus)?.coding).some(({ value }) => value.code === 'entered-in-error')

export function labelOf({ type, resource }: Entry): string {
  const name = nameOf(resource.code) ?? nameOf(resource.medicationCodeableConcept)
  return name ? `${type} ${quote(name)}` : type
}
