/**
 * SNOMED CT procedures of conventional pain treatment: referrals to one, and the treatment itself. Codes by `records` and by
 * SNOMED's own table, not yet checked against a release. A procedure outside the list is no treatment that is known here.
 */
import type { TreatmentClass } from '@anodyne/pathway'

export interface KnownTreatment {
  readonly class: TreatmentClass
  readonly name: string
  /** A referral says that someone should; never that it happened. */
  readonly referral: boolean
}

const referral = (kind: TreatmentClass, name: string): KnownTreatment => ({ class: kind, name, referral: true })
const treatment = (kind: TreatmentClass, name: string): KnownTreatment => ({ class: kind, name, referral: false })

export const snomedTreatments: Readonly<Record<string, KnownTreatment>> = {
  '308449000': referral('physical', 'Chiropractic'),
  '444831000124102': referral('physical', 'Physiotherapy'),
  '306170007': referral('physical', 'Physiotherapy'),
  '81294000': referral('psychological', 'Psychotherapy'),
  '91251008': treatment('physical', 'Physiotherapy'), // Physical therapy procedure
  '229065009': treatment('physical', 'Exercise therapy'),
  '44868003': treatment('physical', 'Acupuncture'),
  '75516001': treatment('psychological', 'Psychotherapy'),
  '18512000': treatment('psychological', 'Individual psychotherapy'),
  '76168009': treatment('psychological', 'Group psychotherapy'),
  '228557008': treatment('psychological', 'Cognitive behavioural therapy'), // Cognitive and behavioral therapy
}
