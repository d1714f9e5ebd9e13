/** Why it hurts, as far as the record tells: always all four mechanisms, every criterion with its facts. */
import type { Case } from '../case.ts'
import type { MechanismProfile } from '../mechanism.ts'
import { neuropathic } from './neuropathic.ts'
import { nociceptive } from './nociceptive.ts'
import { nociplastic } from './nociplastic.ts'
import { psychological } from './psychological.ts'

export function profileMechanisms(facts: Case): MechanismProfile[] {
  return [nociceptive(facts), neuropathic(facts), nociplastic(facts), psychological(facts)]
}
