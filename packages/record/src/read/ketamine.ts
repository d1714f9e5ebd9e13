/** The present treatment with ketamine: its phase, its order, its test dose, its goal. */
import { phases, type Case, type Fact, type KetamineTreatment, type Phase } from '@anodyne/pathway'
import { CODES, FUNCTIONAL_GOAL, PHASE, TEST_DOSE, TOLERATED } from '../codes/anodyne.ts'
import { own } from '../codes/own.ts'
import { codeIn, extension, hasCategory, nameOf } from './coding.ts'
import { byNewest, day, instant, isAfter } from './date.ts'
import { bool, num, obj, objects, quote, str } from './json.ts'
import { readOrders, type OrderRead } from './ketamine-order.ts'
import { massOfBase } from './ketamine-mass.ts'
import { readIngredients } from './medication-name.ts'
import { medicationConcept } from './medications.ts'
import type { RecordReader } from './record.ts'
import { convert, ucumSpelling } from './units.ts'

export function readKetamine(record: RecordReader, pain: Case['measurements']['painNRS']): KetamineTreatment {
  const plans = readPlans(record)
  const plan = plans[0]
  const orders = readOrders(record)
  const order = orderInForce(record, orders, plan)
  const phase = plan?.phase ?? phaseWithoutPlan(record, order)
  const course = ordersOfCourse(orders, plans)
  const started = oldest(course)?.at
  const lastStep = lastChange(course)?.at
  const testDose = readTestDose(record)
  const baseline = started && pain?.find((p) => p.at !== undefined && !isAfter(day(p.at), day(started)))
  const goal = readGoal(record)
  return {
    phase,
    ...(started && { started }),
    ...(testDose && { testDose }),
    ...(order && {
      order: { value: order.order, ...(order.at && { at: order.at }), where: order.where, says: order.says },
    }),
    ...(lastStep && { lastStep }),
    ...(baseline && { baselinePain: baseline }),
    ...(goal && { goal }),
  }
}

interface PhasePlan {
  readonly phase: Phase
  readonly at?: string
  /** Ids of what the plan consists of. */
  readonly activities: ReadonlySet<string>
}

/** Newest first. */
function readPlans(record: RecordReader): PhasePlan[] {
  const plans = record.about('CarePlan').flatMap((entry): PhasePlan[] => {
    const { resource, path } = entry
    const given = extension(resource, PHASE)
    if (!given || resource.status === 'revoked' || resource.status === 'draft') return []
    const { at, future } = record.when(entry, ['created', 'period.start'])
    if (future) return []
    const phase = phases.find((p) => p === given.valueCode)
    if (!phase) {
      const expected = `expected one of ${phases.join(', ')}`
      record.issue(
        `${path}.extension`,
        'phase-unreadable',
        `the treatment phase is ${quote(given.valueCode)}; ${expected}`,
      )
      return []
    }
    const activities = objects(resource.activity).flatMap((a) => record.resolve(a.value.reference, entry)?.path ?? [])
    return [{ phase, ...(at && { at }), activities: new Set(activities) }]
  })
  return plans.sort(byNewest)
}

const underWay = new Set<Phase>(['titration', 'evaluation', 'maintenance', 'taper'])

/** Orders since the present course began: from the first of the latest unbroken run of plans under way. Without a plan, all. */
function ordersOfCourse(orders: readonly OrderRead[], plans: readonly PhasePlan[]): readonly OrderRead[] {
  if (plans.length === 0) return orders
  const end = plans.findIndex((p) => !underWay.has(p.phase))
  const first = (end < 0 ? plans : plans.slice(0, end)).at(-1)
  return first ? orders.filter((o) => o.at !== undefined && (!first.at || !isAfter(day(first.at), day(o.at)))) : []
}

/** Without a plan of ours: an order in force means a treatment that is under way and must be watched as one. */
function phaseWithoutPlan(record: RecordReader, order: OrderRead | undefined): Phase {
  if (!order) return 'assessment'
  record.issue(
    order.where,
    'phase-not-recorded',
    'a ketamine order is in force and no CarePlan says in which phase; read as titration, the phase with the closest watch',
  )
  return 'titration'
}

/**
 * One order is in force, or none that can be used: two that differ are a hazard, not a choice. The newest plan's own order
 * replaces those that are older than the plan; after a plan to stop or decline none is in force.
 */
function orderInForce(record: RecordReader, orders: readonly OrderRead[], plan?: PhasePlan): OrderRead | undefined {
  if (plan?.phase === 'stopped' || plan?.phase === 'declined') return undefined
  const own = plan && orders.some((o) => plan.activities.has(o.where))
  const replaced = (o: OrderRead) => own && !plan.activities.has(o.where) && instant(o.at) <= instant(plan.at)
  const current = orders.filter((o) => o.current && !replaced(o)).sort(byNewest)
  const [newest, ...others] = current
  const other = newest && others.find((o) => !sameDose(o, newest))
  if (!other) return newest
  record.issue(
    other.where,
    'two-orders',
    `${current.length} different ketamine orders are active (${newest.says}; ${other.says}); expected one; none is used`,
  )
  return undefined
}

const oldest = (orders: readonly OrderRead[]) =>
  orders
    .filter((o) => o.at)
    .sort(byNewest)
    .at(-1)

/** The newest order that differs from the one before it; a change of strength or route is a change of dose. */
function lastChange(orders: readonly OrderRead[]): OrderRead | undefined {
  const dated = orders.filter((o) => o.at).sort(byNewest)
  return dated.find((order, i) => !dated[i + 1] || !sameDose(order, dated[i + 1]!))
}

function sameDose(a: OrderRead, b: OrderRead): boolean {
  const keys = ['substance', 'route', 'mg', 'mL', 'strength', 'timesPerDay'] as const
  return keys.every((key) => a.order[key] === b.order[key])
}

function readTestDose(record: RecordReader): KetamineTreatment['testDose'] {
  const doses = record
    .about('MedicationAdministration')
    .flatMap((entry): Fact<{ mg: number; tolerated?: boolean }>[] => {
      const { resource, path } = entry
      if (resource.status !== 'completed' || !hasCategory(resource, CODES, TEST_DOSE)) return []
      const { concept } = medicationConcept(record, entry)
      if (!readIngredients(concept).ingredients.some((i) => i === 'ketamine' || i === 'esketamine')) return []
      const { at, future } = record.when(entry, ['effectiveDateTime', 'effectivePeriod.start'])
      if (future) return []
      const dose = obj(obj(resource.dosage)?.dose)
      const amount = num(dose?.value)
      const unit = str(dose?.code) ?? str(dose?.unit)
      const converted = amount !== undefined && unit ? convert(amount, ucumSpelling(unit), 'mg') : undefined
      if (!converted || 'code' in converted || converted.value <= 0) {
        record.issue(
          `${path}.dosage.dose`,
          'dose-unreadable',
          `the test dose is ${quote(dose ?? 'missing')}; expected an amount in mg`,
        )
        return []
      }
      const mg = massOfBase(record, entry, concept, converted.value)
      if (mg === undefined) return []
      const tolerated = bool(extension(resource, TOLERATED)?.valueBoolean)
      const how = tolerated === undefined ? 'tolerance not recorded' : tolerated ? 'tolerated' : 'not tolerated'
      return [
        {
          value: { mg, ...(tolerated !== undefined && { tolerated }) },
          ...(at && { at }),
          where: path,
          says: `Test dose of ketamine ${mg} mg${at ? `, ${day(at)}` : ''}, ${how}`,
        },
      ]
    })
  return doses.sort(byNewest)[0]
}

const met: Readonly<Record<string, boolean>> = {
  achieved: true,
  sustaining: true,
  'not-achieved': false,
  'no-progress': false,
  'not-attainable': false,
}
const closed = new Set(['cancelled', 'rejected', 'entered-in-error', 'proposed'])

/** The functional goal is the one marked as such: a goal for blood sugar is not it. */
function readGoal(record: RecordReader): KetamineTreatment['goal'] {
  const goals = record.about('Goal').flatMap((entry) => {
    const { resource, path } = entry
    if (!hasCategory(resource, CODES, FUNCTIONAL_GOAL) || closed.has(String(resource.lifecycleStatus))) return []
    const { at, future } = record.when(entry, ['statusDate', 'startDate'])
    if (future) return []
    const name = nameOf(resource.description)
    if (!name) {
      record.issue(
        `${path}.description`,
        'goal-unnamed',
        'the functional goal has no text; expected what the patient wants to be able to do',
      )
      return []
    }
    const status = codeIn(resource.achievementStatus, 'http://terminology.hl7.org/CodeSystem/goal-achievement')
    const reached = status === undefined ? undefined : own(met, status)
    const says = `Goal: ${name} (${status?.replaceAll('-', ' ') ?? 'not yet judged'}${at ? `, ${day(at)}` : ''})`
    return [{ value: { name, ...(reached !== undefined && { met: reached }) }, ...(at && { at }), where: path, says }]
  })
  return goals.sort(byNewest)[0]
}
