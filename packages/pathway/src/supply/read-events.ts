/** Entries that can be counted, in order, and the others, each with why. Nothing is dropped in silence, and nothing is put right by guess. */
import { dayOf } from '../calendar.ts'
import { dayOrder, inOrder } from './events.ts'
import type { SupplyEvent, SupplyRefusal } from './events.ts'
import { thousandths } from './exact.ts'

export function readEvents(events: readonly SupplyEvent[], asOf: string) {
  const refused: SupplyRefusal[] = []
  const byId = new Map<string, SupplyEvent[]>()
  for (const event of events) {
    const why = unreadable(event, asOf)
    if (why) refused.push({ id: String(event?.id), ...why })
    else byId.set(event.id, [...(byId.get(event.id) ?? []), event])
  }
  const once: SupplyEvent[] = []
  for (const [id, same] of byId) {
    if (new Set(same.map(canonical)).size === 1) once.push(same[0]!)
    else {
      const message = `${same.length} entries share the id ${id} and differ; expected each entry under its own id.`
      refused.push({ id, code: 'id-conflict', message })
    }
  }
  const { kept, conflicts } = withoutConflicts(once)
  return { accepted: kept.sort(inOrder), refused: [...refused, ...conflicts] }
}

/** Two counts of one lot, or two plans, on one day that differ: neither stands, since which came last is not known. */
function withoutConflicts(events: readonly SupplyEvent[]) {
  const groups = new Map<string, SupplyEvent[]>()
  for (const event of events) {
    const key = exclusive(event)
    if (key) groups.set(key, [...(groups.get(key) ?? []), event])
  }
  const conflicts: SupplyRefusal[] = []
  const out = new Set<SupplyEvent>()
  for (const [, same] of groups) {
    if (new Set(same.map((e) => canonical({ ...e, id: '' }))).size === 1) continue
    for (const event of same) {
      out.add(event)
      const what = event.kind === 'counted' ? `Counts of lot ${event.lot}` : 'Prescriptions'
      conflicts.push({
        id: event.id,
        code: event.kind === 'counted' ? 'two-counts' : 'two-plans',
        message: `${what} on ${event.on} differ: ${same
          .map((e) => e.id)
          .sort()
          .join(', ')}; expected one for the day.`,
      })
    }
  }
  return { kept: events.filter((e) => !out.has(e)), conflicts }
}

function exclusive(event: SupplyEvent): string | undefined {
  if (event.kind === 'counted') return `counted ${event.on} ${event.lot}`
  return event.kind === 'prescribed' || event.kind === 'ended' ? `plan ${event.on}` : undefined
}

const canonical = (event: object) => JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)))

function unreadable(event: SupplyEvent, asOf: string): Omit<SupplyRefusal, 'id'> | undefined {
  if (!event || typeof event !== 'object' || !isText(event.id))
    return { code: 'id', message: `Entry with id ${JSON.stringify(event?.id)}: expected an id.` }
  if (!dayOrder.includes(event.kind))
    return { code: 'kind', message: `Kind ${JSON.stringify(event.kind)}: expected one of ${dayOrder.join(', ')}.` }
  if (dayOf(event.on) !== event.on)
    return { code: 'date', message: `Day ${JSON.stringify(event.on)}: expected a calendar day, YYYY-MM-DD.` }
  if (event.on > asOf) return { code: 'after', message: `Day ${event.on}: expected not later than ${asOf}.` }
  return wrongLot(event) ?? wrongAmount(event) ?? wrongProduct(event)
}

function wrongLot(event: SupplyEvent) {
  if (event.kind === 'prescribed' || event.kind === 'ended' || event.kind === 'missed') return undefined
  if (event.kind === 'taken' && event.lot === undefined) return undefined
  return isText(event.lot)
    ? undefined
    : { code: 'lot', message: `Lot ${JSON.stringify(event.lot)}: expected the lot on the label.` }
}

function wrongAmount(event: SupplyEvent) {
  if (event.kind === 'ended') return undefined
  if (event.kind === 'taken' || event.kind === 'missed') {
    const doses = event.doses ?? 1
    if (!(Number.isInteger(doses) && doses >= 1 && doses <= 1000))
      return { code: 'doses', message: `${doses} doses: expected a whole number of doses, 1 or more.` }
    if (event.kind === 'missed') return undefined
  }
  if (event.kind === 'lost' && event.amount === undefined) return undefined
  const n = thousandths(event.amount)
  const least = event.kind === 'counted' ? 0 : 1
  return n !== undefined && n >= least
    ? undefined
    : {
        code: 'amount',
        message: `Amount ${event.amount}: expected mL or units ${least ? 'above' : 'from'} 0, of at most three decimals.`,
      }
}

function wrongProduct(event: SupplyEvent) {
  if (event.kind !== 'prescribed' && event.kind !== 'dispensed') return undefined
  if (event.form !== 'solution' && event.form !== 'unit')
    return { code: 'form', message: `Form ${JSON.stringify(event.form)}: expected solution or unit.` }
  if (!((thousandths(event.strength, 1000) ?? 0) > 0)) {
    const message = `Strength ${event.strength}: expected mg of free base per mL or unit, above 0 to 1000, of at most three decimals.`
    return { code: 'strength', message }
  }
  if (event.kind === 'prescribed') {
    return Number.isInteger(event.timesPerDay) && event.timesPerDay >= 1 && event.timesPerDay <= 24
      ? undefined
      : { code: 'times-per-day', message: `${event.timesPerDay} times a day: expected a whole number from 1 to 24.` }
  }
  if (!isText(event.pharmacy) || !isText(event.formulation))
    return { code: 'label', message: 'Dispensed without pharmacy or formulation: expected both, as labelled.' }
  if (event.beyondUse === undefined) return undefined
  if (dayOf(event.beyondUse) !== event.beyondUse)
    return {
      code: 'beyond-use',
      message: `Beyond-use date ${JSON.stringify(event.beyondUse)}: expected a calendar day.`,
    }
  return event.beyondUse >= event.on
    ? undefined
    : {
        code: 'beyond-use',
        message: `Beyond-use date ${event.beyondUse}: expected not before dispensing, ${event.on}.`,
      }
}

const isText = (x: unknown): x is string => typeof x === 'string' && x.trim() !== ''
