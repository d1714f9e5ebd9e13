/** A rule judged under the default protocol on a suitable case with one change. For tests. */
import { defaultProtocol } from '@anodyne/evidence'
import { suitableCase } from './case.fixture.ts'
import type { Case, Fact, Ingredient, KetamineOrder, Medication, ScreeningItem } from './case.ts'
import type { Finding } from './finding.ts'
import { AS_OF, fact, medication, no, yes } from './case.fixture.ts'
import { readProtocol } from './read-protocol.ts'
import type { Rule } from './rule.ts'

const read = readProtocol(defaultProtocol)
if ('issues' in read) throw new Error(JSON.stringify(read.issues))
export const protocol = read.protocol

export const judged = (rule: Rule, change: Partial<Case> = {}): Finding => rule.evaluate(suitableCase(change), protocol)

/** Answers changed on an otherwise complete form; `undefined` takes an answer away. */
export function form(change: Partial<Record<ScreeningItem, boolean | undefined>>, at = AS_OF): Pick<Case, 'screening'> {
  const screening: Partial<Record<ScreeningItem, Fact<boolean>>> = { ...suitableCase().screening }
  for (const [key, value] of Object.entries(change)) {
    const item = key as ScreeningItem
    if (value === undefined) delete screening[item]
    else screening[item] = { ...(value ? yes(item) : no(item)), at }
  }
  return { screening }
}

/** The fixture's form without the day it was asked on. */
export function undated(item: ScreeningItem): Pick<Case, 'screening'> {
  const { screening } = suitableCase()
  const { at: _, ...answer } = screening[item]!
  return { screening: { ...screening, [item]: answer } }
}

export const taking = (...names: Ingredient[]): Pick<Case, 'medications'> => ({
  medications: names.map((name) => medication([name], name)),
})

/** A medicine of the past that ended on `end`. */
export function stopped(name: Ingredient, end?: string): Pick<Case, 'medications'> {
  const past = medication([name], name, 'past')
  return {
    medications: [
      { ...past, value: { ...past.value, ...(end === undefined ? {} : { end }) } },
      medication(['paracetamol'], 'Paracetamol'),
    ],
  }
}

export const unreadable: Fact<Medication> = fact(
  { ingredients: [], name: 'X-9', readable: false, status: 'current' },
  'X-9 (unknown code)',
)

/** On treatment since 1 February, with an order of 25 mg three times a day, stepped last on 20 February. */
export function onTreatment(
  order: Partial<KetamineOrder> = {},
  change: Partial<Case['ketamine']> = {},
): Pick<Case, 'ketamine'> {
  const full: KetamineOrder = {
    substance: 'racemic-ketamine',
    route: 'oral',
    mg: 25,
    mL: 2.5,
    strength: 10,
    timesPerDay: 3,
    supplyDays: 7,
    ...order,
  }
  return {
    ketamine: {
      phase: 'titration',
      started: '2026-02-01',
      lastStep: '2026-02-20',
      order: fact(full, 'Ketamine order'),
      ...change,
    },
  }
}
