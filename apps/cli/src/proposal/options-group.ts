/** The options as one draft RequestGroup of which exactly one may be chosen, each a draft CarePlan of intent `proposal`. */
import type { Option } from '@anodyne/pathway'
import { ANODYNE, narrative, type Of } from './fhir.ts'
import type { Frame } from './frame.ts'

type RequestGroup = Of<'RequestGroup'>
type CarePlan = Of<'CarePlan'>

export function optionsGroup(frame: Frame, carePlans: readonly CarePlan[]): RequestGroup {
  const { options, asOf } = frame.assessment
  return {
    resourceType: 'RequestGroup',
    id: frame.id('options'),
    ...(frame.meta ? { meta: frame.meta } : {}),
    text: narrative(...frame.warnings, ...options.map((o) => `${o.title}: ${standing(o)}`)),
    status: 'draft',
    intent: 'proposal',
    subject: frame.subject,
    authoredOn: asOf,
    note: frame.warnings.map((text) => ({ text })),
    action: [
      {
        title: 'Options for a clinician to choose from and sign',
        groupingBehavior: 'logical-group',
        selectionBehavior: 'exactly-one',
        action: carePlans.map(({ id, title = '', category }) => ({
          title,
          ...(category ? { code: category } : {}),
          resource: { reference: `CarePlan/${id}` },
        })),
      },
    ],
  }
}

/** `dose` is the id of the proposed MedicationRequest, where the option is open and has a dose. */
export function carePlan(frame: Frame, option: Option, n: number, dose: string | undefined): CarePlan {
  const { kind, title, basis, against, missing, monitoring } = option
  const words = [
    standing(option),
    ...basis.map((b) => `For: ${b}`),
    ...against.map((a) => `Against: ${a}`),
    ...missing.map((m) => `Not known: ${m}`),
  ]
  const watched = monitoring.map(({ what, when, due, rule }) => ({
    detail: {
      status: 'not-started' as const,
      description: `${what} (${rule})`,
      scheduledString: due ? `${when}, due ${due}` : when,
    },
  }))
  const activity = [
    ...(dose === undefined ? [] : [{ reference: { reference: `MedicationRequest/${dose}` } }]),
    ...watched,
  ]
  return {
    resourceType: 'CarePlan',
    id: frame.id(`option-${n}`),
    ...(frame.meta ? { meta: frame.meta } : {}),
    text: narrative(...frame.warnings, title, ...words),
    status: 'draft',
    intent: 'proposal',
    category: [{ coding: [{ system: `${ANODYNE}/CodeSystem/option-kind`, code: kind }], text: title }],
    title,
    description: words.join('\n'),
    subject: frame.subject,
    created: frame.assessment.asOf,
    ...(activity.length ? { activity } : {}),
    note: frame.warnings.map((text) => ({ text })),
  }
}

const standing = ({ blockedBy }: Option) =>
  blockedBy.length ? `Cannot be signed: ${blockedBy.join(', ')}` : 'Can be signed'
