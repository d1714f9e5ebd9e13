/** The options that a regimen of one course cannot do without. */
import type { SimulateOptions } from '../commands/simulate.ts'
import { Refusal } from '../refusal.ts'

/** @throws Refusal for the first that is missing */
export function required(given: SimulateOptions): { dose: string; route: string; every: string; days: string } {
  const { dose, route, every, days } = given
  const absent = (name: string, value: string) => new Refusal(`--${name} is missing; expected --${name} ${value}`)
  if (dose === undefined) throw absent('dose', 'MG')
  if (route === undefined) throw absent('route', 'oral|sublingual|iv')
  if (every === undefined) throw absent('every', 'H')
  if (days === undefined) throw absent('days', 'D')
  return { dose, route, every, days }
}
