/** What is known, what is only predicted and what is missing about interactions, in words, to be shown beside a number. */
import { interactionStudies, type InteractionName } from '@anodyne/evidence'
import type { Source } from '../model.ts'

export interface FirstPassStatement {
  readonly about: 'route' | 'substance' | 'time' | 'combination' | 'enzyme' | 'liver' | 'age'
  readonly text: string
  /** missing: nothing was found, and no number stands in for it. */
  readonly status: 'published' | 'derived' | 'assumed' | 'missing'
  readonly source: Source
}

const perezRuixo: Source = { dois: ['10.1007/s40262-020-00953-4'], where: 'Table 3 (transcription)' }
const label: Source = { dois: [], where: 'product label of esketamine nasal spray, section 8.6' }
const nothing = (searched: string): Source => ({ dois: [], where: `not found: ${searched}` })

/** How the drug was taken before ketamine was measured, and what is not known of its beginning and end. */
export interface InteractionTiming {
  /** Days of pretreatment, one for each study. */
  readonly studiedAfterDays: readonly number[]
  /** How fast it sets in and wears off: no number was found, so none is given. */
  readonly onset: null
  readonly offset: null
}

export function interactionTiming(name: InteractionName): InteractionTiming {
  const days = interactionStudies.filter(({ perpetrator }) => perpetrator === name).map((one) => one.pretreatmentDays)
  return { studiedAfterDays: days, onset: null, offset: null }
}

/** What to say of this drug with ketamine by this route. */
export function interactionStatements(
  name: InteractionName,
  route: 'oral' | 'sublingual' | 'iv',
): readonly FirstPassStatement[] {
  const studies = interactionStudies.filter(({ perpetrator }) => perpetrator === name)
  const here = studies.filter(({ given }) => given.route === route)
  const source: Source = {
    dois: [...new Set(studies.flatMap(({ source: { doi } }) => (doi === null ? [] : [doi])))],
    where: studies.map((one) => one.name).join('; '),
  }
  const said: FirstPassStatement[] = []
  if (route === 'sublingual')
    said.push({
      about: 'route',
      text: `${name}: not measured under the tongue. Only the swallowed part of the dose passes gut wall and liver first, so the change is smaller than after swallowing.`,
      status: 'derived',
      source,
    })
  else if (here.length > 0) {
    const by = route === 'iv' ? 'into a vein' : 'swallowed'
    said.push({ about: 'route', text: `${name}: measured with S-ketamine ${by}.`, status: 'published', source })
  } else
    said.push({
      about: 'route',
      text: `${name}: not measured with ketamine into a vein. A change after swallowing must not be read across; the models differ here.`,
      status: 'derived',
      source,
    })
  const days = interactionTiming(name).studiedAfterDays
  said.push(
    {
      about: 'substance',
      text: 'Studied with S-ketamine only; for the racemate the same drug effect is assumed.',
      status: 'assumed',
      source,
    },
    {
      about: 'time',
      text: `Studied after ${[...new Set(days)].join(' or ')} days. How fast the effect begins, and how long it lasts after the last dose, was not found.`,
      status: 'missing',
      source: nothing('time course of the interaction with ketamine'),
    },
  )
  if (name === 'itraconazole' || name === 'clarithromycin' || name === 'grapefruit')
    said.push({
      about: 'enzyme',
      text: 'Inhibitors of CYP3A4 disagree: clarithromycin and grapefruit raise swallowed S-ketamine 2.6 and 3.0 times, itraconazole does not. No other inhibitor may be judged by its class.',
      status: 'published',
      source: {
        dois: ['10.1016/j.ejpain.2009.10.003', '10.1007/s00228-012-1214-9', '10.1038/clpt.2011.140'],
        where: 'abstracts',
      },
    })
  return said
}

/** What changes the first pass besides interacting drugs. */
export const firstPassStatements: readonly FirstPassStatement[] = [
  {
    about: 'liver',
    text: 'Moderate hepatic impairment: higher AUC and longer half-life of nasal S-ketamine. By how much could not be verified, so no model has a number for it; after swallowing it would be more.',
    status: 'missing',
    source: label,
  },
  {
    about: 'liver',
    text: 'Severe hepatic impairment (Child-Pugh C) was not studied.',
    status: 'missing',
    source: label,
  },
  {
    about: 'age',
    text: 'From 60 years hepatic flow falls by 2.19 L/h a year (ketamine-physiological, perez-ruixo-2021): clearance falls, so exposure after a vein rises, while the area after swallowing stays, since flow cancels in it. The composite has no effect of age.',
    status: 'published',
    source: perezRuixo,
  },
  {
    about: 'combination',
    text: 'No two of these drugs were studied together. The composite multiplies its factors up to a bioavailability of 0.95; in the physiological first pass it cannot exceed 1.',
    status: 'assumed',
    source: nothing('ketamine with two interacting drugs'),
  },
]
