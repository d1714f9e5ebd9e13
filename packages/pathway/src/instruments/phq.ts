/** What PHQ-9, PHQ-2 and GAD-7 share: stem, answers and licence. */
import { choices } from './choices.ts'
import type { Licence } from './instrument.ts'

export const phqRecall = 'Over the last 2 weeks, how often have you been bothered by the following problems?'
export const phqChoices = choices(0, 'Not at all', 'Several days', 'More than half the days', 'Nearly every day')
export const phqLicence: Licence = {
  kind: 'embeddable',
  says: 'The holder states that no permission is required to reproduce, translate, display or distribute.',
}
