/** The screening form as a FHIR Questionnaire, in our own words (Apache-2.0): what a record seldom holds and the pathway asks for. */
import type { Questionnaire, QuestionnaireItem } from '@medplum/fhirtypes'
import { painSigns, screeningItems, treatmentClasses } from '@anodyne/pathway'
import { SCREENING_FORM, trialLinks } from './anodyne.ts'
import { screeningText, signText } from './screening-questions.ts'

const question = (linkId: string, text: string): QuestionnaireItem => ({ linkId, text, type: 'boolean' })

const choice = (linkId: string, text: string, options: readonly string[]): QuestionnaireItem => ({
  linkId,
  text,
  type: 'choice',
  answerOption: options.map((valueString) => ({ valueString })),
})

/** A question left open is unknown: none is required, and none has a default. */
export const screeningForm: Questionnaire = {
  resourceType: 'Questionnaire',
  id: 'screening',
  url: SCREENING_FORM,
  version: '1.0.0',
  name: 'AnodyneScreening',
  title: 'Before and during a trial of oral ketamine for chronic pain',
  status: 'active',
  subjectType: ['Patient'],
  copyright: 'Apache-2.0, the Anodyne authors. Own wording; no licensed scale is contained.',
  item: [
    {
      linkId: 'screening',
      text: 'Safety',
      type: 'group',
      item: screeningItems.map((item) => question(item, screeningText[item])),
    },
    { linkId: 'signs', text: 'The pain', type: 'group', item: painSigns.map((sign) => question(sign, signText[sign])) },
    {
      linkId: trialLinks.group,
      text: 'A treatment that was tried',
      type: 'group',
      repeats: true,
      item: [
        choice(trialLinks.class, 'Kind of treatment', treatmentClasses),
        { linkId: trialLinks.name, text: 'Which', type: 'string' },
        { linkId: trialLinks.mgPerDay, text: 'Highest dose reached, mg a day', type: 'decimal' },
        { linkId: trialLinks.days, text: 'Days at that dose, or days of the programme', type: 'integer' },
        { linkId: trialLinks.relief, text: 'How much of the pain it took away, percent', type: 'integer' },
        choice(trialLinks.stopped, 'Why it was stopped', ['intolerance', 'contraindication', 'no-effect', 'other']),
      ],
    },
  ],
}
