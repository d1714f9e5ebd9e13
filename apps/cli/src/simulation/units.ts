/** The unit of every number that `simulate` prints, in UCUM. */
export const units = {
  hours: 'h',
  ketamine: 'ng/mL',
  norketamine: 'ng/mL',
  relief: '1',
  dissociation: '{score}',
  pressure: 'mm[Hg]',
} as const
