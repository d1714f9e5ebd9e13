/** How a rule answers: its id and source stand once, and `missing` cannot be said without saying what to find out. */
import type { Finding } from './finding.ts'

export interface Answers {
  clear(because: string, facts?: readonly string[]): Finding
  caution(because: string, facts?: readonly string[], ask?: string): Finding
  hold(because: string, facts?: readonly string[], ask?: string): Finding
  stop(because: string, facts?: readonly string[], ask?: string): Finding
  missing(because: string, ask: string, facts?: readonly string[]): Finding
}

/** The five answers of one rule. */
export function answers(rule: string, source: string): Answers {
  const say = (kind: Finding['kind'], because: string, facts: readonly string[] = [], ask?: string): Finding => ({
    rule,
    kind,
    because,
    facts,
    ...(ask === undefined ? {} : { ask }),
    source,
  })
  return {
    clear: (because, facts) => say('clear', because, facts),
    caution: (because, facts, ask) => say('caution', because, facts, ask),
    hold: (because, facts, ask) => say('hold', because, facts, ask),
    stop: (because, facts, ask) => say('stop', because, facts, ask),
    missing: (because, ask, facts) => say('missing', because, facts, ask),
  }
}
