import type { Case, Phase } from './case.ts'

/** Phases in which ketamine is being taken, the supervised test dose included. */
const taking: readonly Phase[] = ['test-dose', 'titration', 'evaluation', 'maintenance', 'taper']

/** Phases in which an order for regular doses must be in force. */
const ordered: readonly Phase[] = ['titration', 'evaluation', 'maintenance', 'taper']

export const takesKetamine = (facts: Case): boolean => taking.includes(facts.ketamine.phase)
export const needsOrder = (facts: Case): boolean => ordered.includes(facts.ketamine.phase)

/** The fact a rule rests on when it does not apply. */
export const phaseFact = (facts: Case): string => `Phase: ${facts.ketamine.phase}, ${facts.asOf.slice(0, 10)}`
