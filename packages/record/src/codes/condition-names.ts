/**
 * Words that make an unrecognised diagnosis worth a second look. They never become a fact: they become an issue
 * that asks a clinician to look. Hazard: a contraindication coded in a way the tables do not know.
 */
const alarming: readonly (readonly [RegExp, string])[] = [
  [/schizo|psychosis|psychotic|delusion/i, 'psychosis'],
  [/\bbipolar|\bmani(?:a|c)\b/i, 'mania'],
  [/epilep|seizure|convuls/i, 'epilepsy or seizure'],
  [/intracranial|brain (?:tumou?r|neoplasm)|hydrocephal/i, 'raised intracranial pressure or a lesion'],
  [/glaucoma/i, 'glaucoma'],
  [/infarct|stroke|unstable angina|heart failure|aneurysm|arteriovenous/i, 'a cardiovascular event or lesion'],
  [/cirrhosis|hepatitis|liver failure/i, 'liver disease'],
  [/pregnan/i, 'pregnancy'],
  [
    /(?:substance|drug|alcohol|opioid|cocaine|ketamine).*(?:abuse|misuse|dependen|use disorder)/i,
    'a substance use disorder',
  ],
  [/cystitis|h(?:a)?ematuria/i, 'bladder disease'],
  [/porphyria/i, 'porphyria'],
  [/suicid/i, 'suicidality'],
  [/deliri/i, 'delirium'],
]

/** What a name suggests, for a question to a clinician; undefined for most names. */
export const suggests = (name: string): string | undefined => alarming.find(([pattern]) => pattern.test(name))?.[1]
