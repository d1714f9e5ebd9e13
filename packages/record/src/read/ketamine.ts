/** The present treatment with ketamine: its phase, its order, its test dose, its goal. */
import { phases, type Case, type Fact, type KetamineTreatment, type Phase } from '@anodyne/pathway'
import { CODES, FUNCTIONAL_GOAL, PHASE, TEST_DOSE, TOLERATED } from '../codes/anodyne.ts'
import { codeIn, extension, hasCategory, nameOf } from './coding.ts'
import { byNewest, day, instant, isAfter } from './date.ts'
import { bool, num, obj, quote, str } from './json.ts'
import { readOrders, type OrderRead } from './ketamine-order.ts'
import { massOfBase } from './ketamine-mass.ts'
import { readIngredients } from './medication-name.ts'
import { medicationConcept } from './medications.ts'
import type { RecordReader } from './record.ts'
import { convert, ucumSpelling } from './units.ts'

export function readKetamine(record: RecordReader, pain: Case['measurements']['painNRS']): KetamineTreatment {
  const plan = readPlan(record)
  const orders = readOrders(record)
  const order = orderInForce(record, orders)
  const phase = plan?.phase ?? phaseWithoutPlan(record, order)
  // Orders of an earlier course, before the present plan began, are history.
  const course = plan?.start ? orders.filter((o) => !o.at || !isAfter(day(plan.start!), day(o.at))) : orders
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

function readPlan(record: RecordReader): { phase: Phase; start?: string } | undefined {
  const plans = record.about('CarePlan').flatMap((entry) => {
    const given = extension(entry.resource, PHASE)
    if (!given || entry.resource.status === 'revoked' || entry.resource.status === 'draft') return []
    const { at, future } = record.when(entry, ['period.start', 'created'])
    if (future) return []
    const phase = phases.find((p) => p === given.valueCode)
    if (!phase)
      record.issue(
        `${entry.path}.extension`,
        'phase-unreadable',
        `the treatment phase is ${quote(given.valueCode)}; expected one of ${phases.join(', ')}`,
      )
    return phase
      ? [{ phase, ...(at && { at, start: at }), order: str(obj(entry.resource.meta)?.lastUpdated) ?? at }]
      : []
  })
  return plans.sort((a, b) => instant(b.order) - instant(a.order))[0]
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

/** One order is in force, or none that can be used: two that differ are a hazard, not a choice. */
function orderInForce(record: RecordReader, orders: readonly OrderRead[]): OrderRead | undefined {
  const current = orders.filter((o) => o.current).sort(byNewest)
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
    const reached = status === undefined ? undefined : met[status]
    const says = `Goal: ${name} (${status?.replaceAll('-', ' ') ?? 'not yet judged'}${at ? `, ${day(at)}` : ''})`
    return [{ value: { name, ...(reached !== undefined && { met: reached }) }, ...(at && { at }), where: path, says }]
  })
  return goals.sort(byNewest)[0]
}
