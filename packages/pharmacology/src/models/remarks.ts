/** What a reader must know of a model beside its numbers: where it must not be used, and what is odd about it. */

/** Of every model. */
const everywhere: readonly string[] = [
  'Anaesthesia, acute pain, psychiatry, emergencies, self-treatment.',
  'Children. Pregnancy. Severe hepatic impairment; moderate impairment changes exposure by an amount that is not modelled.',
  'As evidence of benefit. It says what is in the blood; it does not find out who is helped.',
]

const onlyCompared = 'For anyone’s dose: it is here to be compared. Forecasts rest on the composite.'

const mustNot: Readonly<Record<string, readonly string[]>> = {
  'ketamine-composite': [
    'The first half hour after an intravenous bolus, or arterial peaks.',
    'Interacting drugs other than the six that are listed: enzyme class may be argued, this model may not.',
    'Above 84 mg swallowed, 80 mg in a prolonged-release tablet or 100 mg held in the mouth at a time no concentrations were seen; the model stays linear, nature may not.',
    'Rectal, nasal, intramuscular and subcutaneous routes. A dose held and spat out is known only between two bounds.',
  ],
  'ketamine-physiological': [
    'Drugs other than the six that were studied: its enzymes are names for what those drugs stop, and inhibitors of CYP3A4 disagree.',
    'Hepatic impairment: its liver could be changed, but no number for it could be verified.',
    onlyCompared,
  ],
  'simons-2022': [
    'Swallowed ketamine: what is swallowed of the film forms metabolite and never reaches the blood as ketamine.',
    'Venous blood in the first hours: it is an arterial model.',
    onlyCompared,
  ],
  'perez-ruixo-2021': [
    'Areas of norketamine, which it puts 37–47 % above its own paper.',
    'People of Asian descent, for whom the paper has factors that are noted and not modelled.',
    onlyCompared,
  ],
  'fanta-otto-2021': ['Anything swallowed: Fanta’s absorption was not found.', onlyCompared],
}

/** Where a model must not be used, the particular first. */
export const mustNotBeUsed = (model: string): readonly string[] => [
  ...(mustNot[model] ?? [onlyCompared]),
  ...everywhere,
]

/** Of one model each, by id; the first words name what it is about. */
export const remarks: Readonly<Record<string, readonly (readonly [about: string, says: string])[]>> = {
  'ketamine-physiological': [
    ['Without an interacting drug', 'It is the composite to ten digits, so it meets and misses the same. The two differ under interacting drugs and, above sixty years, by hepatic flow.'],
    ['Fractions', 'No part of metabolism by enzyme is published. They are fitted to nine ratios of interaction studies and hardly known: CYP3A4 may be 0.03 to 0.45 of hepatic clearance.'],
    ['Interactions', 'The decision record 0005 compares both first passes with every ratio that was printed, and says why forecasts keep the empirical one.'],
  ],
  'simons-2022': [
    ['100 mg', 'Exposure rose less than the dose (bioavailability 29 % after 50 mg, 23 % after 100 mg, not significant), and the authors kept one number. A linear model lies low at 50 mg and high at 100 mg.'],
    ['Swallowed part', 'Its factor is 116 % of the whole dose, because the fractions that become norketamine (0.80) and hydroxynorketamine (0.70) were fixed by assumption. It is not a bioavailability, so this model has no route for swallowed ketamine.'],
    ['Weight', '“@ 70 kg” is printed, the exponents are not; 0.75 and 1 are assumed here.'],
  ],
  'perez-ruixo-2021': [
    ['Norketamine', 'The printed values meet the paper’s norketamine peaks but not its areas (38–56 % too high over all its strata). No reading of the table was found that meets both. Do not compare its norketamine areas with other models’ without this.'],
    ['Sprays', 'From the second device on, the part absorbed in the nose is multiplied by 0.62. 84 mg is one course of 28 mg intranasal and one of 56 mg intranasal-next at the same time.'],
    ['Spread', 'CV % were turned into variances as ln(1 + CV²). The spread of kmet is blank in the table and is left out.'],
  ],
  'fanta-otto-2021': [['Mouth', 'Fanta’s oral absorption was not found, so this model has no oral route.']],
  'ashraf-2018': [['Gaps', 'The absorption rate and the fixed constants of ketamine were not legible in the copy that was read. Nothing was filled in.']],
} // prettier-ignore
