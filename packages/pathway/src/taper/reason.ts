/**
 * Why ketamine is to end, and whether that leaves time for a taper. What ends at once is what the protocol's evidence ends at once:
 * liver injury, bladder symptoms, visible blood in the urine, an emergency; and, as among the options, an allergy and
 * suicidal intent with a supply at home.
 */

export interface EndingRule {
  readonly pace: 'at-once' | 'faster' | 'planned'
  /** The rule or gate behind it; numbers of the pathway, where it has them. */
  readonly rule: string
  /** One clause that can be read aloud after "because". */
  readonly because: string
}

/** Every reason to end, once. A reason outside this list is refused: nobody has decided how fast it must be. */
export const endingRules = {
  'liver-injury': { pace: 'at-once', rule: 'M02', because: 'liver tests show injury' },
  'bladder-symptoms': { pace: 'at-once', rule: 'M05', because: 'there are new bladder symptoms' },
  haematuria: { pace: 'at-once', rule: 'M06', because: 'there is blood in the urine' },
  emergency: { pace: 'at-once', rule: 'S06', because: 'there was an emergency' },
  allergy: { pace: 'at-once', rule: 'E14', because: 'there is an allergy, or porphyria' },
  'suicidal-intent': { pace: 'at-once', rule: 'E15', because: 'there is suicidal intent, and ketamine at home' },
  'not-tolerated': { pace: 'faster', rule: 'T04', because: 'it is not tolerated' },
  'no-response': { pace: 'planned', rule: 'S01', because: 'it has not helped enough' },
  'planned-review': { pace: 'planned', rule: 'S03', because: 'the review calls for an attempt without it' },
  'supply-agreement': { pace: 'planned', rule: 'M11', because: 'the supply agreement has ended' },
  'own-wish': { pace: 'planned', rule: 'S04', because: 'the person wishes to end it' },
} as const satisfies Record<string, EndingRule>
export type EndingReason = keyof typeof endingRules

/** The reasons that end treatment at once, without a taper. */
export const atOnceReasons = (Object.keys(endingRules) as EndingReason[]).filter(
  (reason) => endingRules[reason].pace === 'at-once',
)
