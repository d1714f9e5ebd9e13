/** In what form a dose is made up, and what is done with it in the mouth. A change of either is a change of dose. */

/** Troche: a lozenge that dissolves in the mouth. A film is the oral thin film that is held, not a film-coated tablet. */
export const formulations = [
  'solution',
  'capsule',
  'tablet',
  'prolonged-release tablet',
  'troche',
  'wafer',
  'film',
  'injection',
] as const
export type Formulation = (typeof formulations)[number]

/** Held: about ten minutes in the mouth, the time for which there are observations. Swallowed: at once. */
export const retentions = ['swallowed', 'held and swallowed', 'held and spat'] as const
export type Retention = (typeof retentions)[number]

/**
 * Of a dose that is held and spat out, some goes down with saliva; how much was never measured. `least`: none of what the
 * mucosa has not taken up. `most`: all of it. The truth lies between, and neither is a forecast on its own.
 */
export const bounds = ['least', 'most'] as const
export type Bound = (typeof bounds)[number]
