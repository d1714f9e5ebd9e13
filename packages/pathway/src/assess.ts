import type { Case } from './case.ts'
import { worstFirst } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Protocol } from './protocol.ts'
import { rules } from './rules.ts'

/**
 * What every rule says about one person, worst first. One finding a rule, always: a rule that does not apply says so.
 * @throws RangeError when the protocol lacks a limit, which `readProtocol` would have refused.
 */
export function assess(facts: Case, protocol: Protocol): Finding[] {
  return worstFirst(rules.map((rule) => rule.evaluate(facts, protocol)))
}
