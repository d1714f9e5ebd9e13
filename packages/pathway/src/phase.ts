import type { Case, Phase } from './case.ts'

/** Phases in which ketamine is being taken, the supervised test dose included. */
const taking: readonly Phase[] = ['test-dose', 'titration', 'evaluation', 'maintenance', 'taper']

/** Phases in which an order for regular doses must be in force. */
const ordered: readonly Phase[] = ['titration', 'evaluation', 'maintenance', 'taper']

/** An order in force counts as taken in any phase: where the record contradicts itself, the dose is watched. */
export const takesKetamine = (facts: Case): boolean =>
  taking.includes(facts.ketamine.phase) || facts.ketamine.order !== undefined
export const needsOrder = (facts: Case): boolean => ordered.includes(facts.ketamine.phase)

/** What is open where an order is in force and the phase says that nothing is taken; empty where they agree. */
export const phaseDoubt = (facts: Case): string =>
  takesKetamine(facts) && !taking.includes(facts.ketamine.phase)
    ? `whether ketamine is being taken: an order is in force, and the phase is ${facts.ketamine.phase}`
    : ''

/** The fact a rule rests on when it does not apply. */
export const phaseFact = (facts: Case): string => `Phase: ${facts.ketamine.phase}, ${facts.asOf.slice(0, 10)}`
