/** The demo clinic's patients: made up, marked as such in every resource, dated relative to today. */
import type { Bundle } from '@medplum/fhirtypes'
import { isDate } from '../read/date.ts'
import { bundleOf } from './fhir.ts'
import { stories } from './stories.ts'

export interface DemoPatient {
  /** The Patient's id. */
  readonly id: string
  readonly scenario: string
  readonly bundle: Bundle
}

/**
 * @param today ISO 8601 date; the same day gives the same bundles
 * @throws RangeError when `today` is no whole date
 */
export function demoPatients(today: string): DemoPatient[] {
  if (today.length !== 10 || !isDate(today))
    throw new RangeError(`today is "${today}"; expected a date such as 2026-03-02`)
  return stories.map((story) => ({ id: story.id, scenario: story.scenario, bundle: bundleOf(story, today) }))
}
