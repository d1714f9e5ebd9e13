/** The treatment and its phase: the CarePlan that holds the signed option's activities, and the goal it serves. */
import type { CarePlan, Goal } from '@medplum/fhirtypes'
import type { OptionKind, Phase } from '@anodyne/pathway'
import { CODES, FUNCTIONAL_GOAL, PHASE } from '../codes/anodyne.ts'
import { concept, type Frame, OPTION_KINDS, PLANS, present } from './frame.ts'

/** What the treatment pursues, as the patient named it, and whether it is reached. */
export interface NamedGoal {
  readonly name: string
  readonly met?: boolean
}

/** The phase that begins when an option is signed; hold, step and reduce stay where they are. */
export function phaseAfter(kind: OptionKind, phase: Phase): Phase {
  if (kind === 'test-dose' || kind === 'taper') return kind
  if (kind === 'start') return 'titration'
  if (kind === 'decline') return 'declined'
  if (kind === 'stop') return phase === 'assessment' || phase === 'declined' ? 'declined' : 'stopped'
  return phase
}

export function carePlan(frame: Frame, activities: readonly { reference: string }[], hasGoal: boolean): CarePlan {
  const { plan } = frame
  const { option, assessment, signedAt } = plan
  const phase = phaseAfter(option.kind, assessment.phase)
  return present<CarePlan>({
    resourceType: 'CarePlan',
    id: frame.id('plan'),
    meta: frame.meta,
    text: frame.text(
      option.title,
      `Phase: ${phase}.`,
      ...option.basis.map((b) => `Basis: ${b}`),
      ...option.against.map((a) => `Against: ${a}`),
    ),
    extension: [{ url: PHASE, valueCode: phase }],
    identifier: [{ system: PLANS, value: plan.id }],
    status: option.kind === 'decline' || phase === 'declined' ? 'completed' : 'active',
    intent: 'plan',
    category: [concept(OPTION_KINDS, option.kind, option.kind)],
    title: option.title,
    description: `Oral ketamine for chronic pain, supervised: ${option.title}`,
    subject: frame.subject,
    period: { start: signedAt },
    created: signedAt,
    author: frame.signer,
    goal: hasGoal ? [frame.reference('Goal', 'goal')] : undefined,
    activity: activities.length ? activities.map((reference) => ({ reference })) : undefined,
    note: frame.notes(...option.against.map((a) => `Against: ${a}`), ...option.missing.map((m) => `Not known: ${m}`)),
  })
}

export function functionalGoal(frame: Frame, goal: NamedGoal): Goal {
  const achieved = goal.met === undefined ? undefined : goal.met ? 'achieved' : 'not-achieved'
  return present<Goal>({
    resourceType: 'Goal',
    id: frame.id('goal'),
    meta: frame.meta,
    text: frame.text(`Goal: ${goal.name}`),
    lifecycleStatus: 'active',
    achievementStatus: achieved
      ? concept('http://terminology.hl7.org/CodeSystem/goal-achievement', achieved, achieved)
      : undefined,
    category: [concept(CODES, FUNCTIONAL_GOAL, 'Functional goal')],
    description: { text: goal.name },
    subject: frame.subject,
    expressedBy: frame.subject,
  })
}
