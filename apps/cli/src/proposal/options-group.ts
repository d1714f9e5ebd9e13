/** The options as one draft RequestGroup of which exactly one may be chosen. */
import type { Option } from '@anodyne/pathway'
import { ANODYNE, narrative, type Of } from './fhir.ts'
import type { Frame } from './frame.ts'

type RequestGroup = Of<'RequestGroup'>
type Action = NonNullable<RequestGroup['action']>[number]

export function optionsGroup(frame: Frame, doses: ReadonlyMap<Option, string>): RequestGroup {
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
        action: options.map((option) => action(option, doses.get(option))),
      },
    ],
  }
}

function action(option: Option, dose: string | undefined): Action {
  const { kind, title, basis, against, missing } = option
  return {
    title,
    description: [
      standing(option),
      ...basis.map((b) => `For: ${b}`),
      ...against.map((a) => `Against: ${a}`),
      ...missing.map((m) => `Not known: ${m}`),
    ].join('\n'),
    code: [{ coding: [{ system: `${ANODYNE}/CodeSystem/option-kind`, code: kind }], text: title }],
    ...(dose === undefined ? {} : { resource: { reference: dose } }),
  }
}

const standing = ({ blockedBy }: Option) =>
  blockedBy.length ? `Cannot be signed: ${blockedBy.join(', ')}` : 'Can be signed'
