/** Milligrams of what? Base and hydrochloride differ by 15 %, so a mass is used only when the record says which, or the name does. */
import { freeBase } from '@anodyne/pharmacology'
import { mg } from '@anodyne/units'
import { MASS_OF } from '../codes/anodyne.ts'
import { extension, textsOf } from './coding.ts'
import { quote } from './json.ts'
import type { Entry, RecordReader } from './record.ts'

const salt = /\b(?:hydrochloride|hcl)\b/i
const base = /\bbase\b/i

/**
 * mg of free base in `mass` mg as recorded. The extension decides; without it, a medicine named only "ketamine" is counted as
 * base (the international name is the base's), and one named as the hydrochloride is ambiguous, since labels state either.
 */
export function massOfBase(record: RecordReader, entry: Entry, concept: unknown, mass: number): number | undefined {
  const { resource, path } = entry
  const stated = extension(resource, MASS_OF)?.valueCode
  if (stated === 'base') return mass
  // Typed conversion; the substance does not change the ratio.
  if (stated === 'hydrochloride')
    return freeBase({ substance: 'racemic-ketamine', form: 'hydrochloride', mass: mg(mass) })
  const texts = textsOf(concept)
  if (stated === undefined && !texts.some((text) => salt.test(text) && !base.test(text))) return mass
  record.issue(
    path,
    'salt-or-base',
    `${mass} mg of ${quote(texts[0] ?? 'ketamine')} may be base or hydrochloride (15 % apart); expected the extension mass-of to say which; not used`,
  )
  return undefined
}
