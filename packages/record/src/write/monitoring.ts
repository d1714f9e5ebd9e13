/** What the option brings to be watched: for each item a ServiceRequest (what) and a Task (someone must, by when). */
import type { ServiceRequest, Task } from '@medplum/fhirtypes'
import type { MonitoringItem } from '@anodyne/pathway'
import { concept, type Frame, present, RULES } from './frame.ts'

export function serviceRequest(frame: Frame, item: MonitoringItem, n: number): ServiceRequest {
  return present<ServiceRequest>({
    resourceType: 'ServiceRequest',
    id: frame.id(`watch-${n}`),
    meta: frame.meta,
    text: frame.text(`${item.what}: ${item.when}.`),
    status: 'active',
    intent: 'order',
    code: { text: item.what },
    subject: frame.subject,
    // A date where there is one; otherwise the words, since "before each dose" has no date.
    occurrenceDateTime: item.due,
    occurrenceTiming: item.due === undefined ? { code: { text: item.when } } : undefined,
    authoredOn: frame.plan.signedAt,
    requester: frame.signer,
    reasonCode: [concept(RULES, item.rule, `Rule ${item.rule}`)],
    note: frame.notes(`When: ${item.when}`),
  })
}

export function task(frame: Frame, item: MonitoringItem, n: number): Task {
  return present<Task>({
    resourceType: 'Task',
    id: frame.id(`task-${n}`),
    meta: frame.meta,
    text: frame.text(`${item.what}: ${item.when}.`),
    basedOn: [frame.reference('CarePlan', 'plan')],
    status: 'requested',
    intent: 'order',
    description: `${item.what}: ${item.when}`,
    focus: frame.reference('ServiceRequest', `watch-${n}`),
    for: frame.subject,
    authoredOn: frame.plan.signedAt,
    requester: frame.signer,
    reasonCode: concept(RULES, item.rule, `Rule ${item.rule}`),
    restriction: item.due === undefined ? undefined : { period: { end: item.due } },
    note: frame.notes(),
  })
}
