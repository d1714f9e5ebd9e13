/** One record, whole or refused; then everything the pathway says about it. */
import type { Assessment, Issue, Protocol } from '@anodyne/pathway'
import { assessRecord, readBundle } from '@anodyne/record'
import { Refusal } from './refusal.ts'

type Bundle = Extract<ReturnType<typeof readBundle>, { bundle: unknown }>['bundle']

interface On {
  readonly asOf: string
  readonly protocol: Protocol
  /** kg */
  readonly weight?: number
}

/** @throws Refusal for anything that is not the whole, readable record of one person. */
export function readRecord(name: string, text: string, on: On): { bundle: Bundle; assessment: Assessment } {
  const read = readBundle(text)
  if ('refusal' in read) throw refused(name, read.refusal)
  const assessment = assessRecord(read.bundle, on)
  const born = patient(read.bundle)?.birthDate
  if (typeof born === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(born) && born > on.asOf)
    throw new Refusal(`--as-of ${on.asOf}: before the birth date ${born} in ${name}; expected a later day`)
  const died = assessment.issues.find(({ code }) => code === 'patient-deceased')
  if (died) throw refused(name, { ...died, message: `${died.message}; expected a living person` })
  const wrongUnit = assessment.issues.find(({ code }) => wrongUnits.has(code))
  // A number in a wrong unit can be a thousandfold error, and leaving it out makes half a record: the sender mends it.
  if (wrongUnit) throw refused(name, wrongUnit)
  return { bundle: read.bundle, assessment }
}

/** A unit that is none, that measures something else, or that contradicts itself; an absent unit is only a fact not known. */
const wrongUnits = new Set(['unit-unknown', 'unit-incommensurable', 'unit-contradictory'])

const patient = (bundle: Bundle) => bundle.entry?.map((e) => e?.resource).find((r) => r?.resourceType === 'Patient')

function refused(name: string, { path, message }: Pick<Issue, 'message'> & { readonly path?: string }): Refusal {
  return new Refusal(`${name}: ${path && !message.includes(path) ? `${path}: ` : ''}${message}`)
}
