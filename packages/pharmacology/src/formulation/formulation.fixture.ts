/** For tests: one dose of racemate, and the person to whom typical values belong. */
import { hours, kg, mg } from '@anodyne/units'
import type { Person } from '../person.ts'
import type { Course } from '../regimen.ts'

export const seventy: Person = { weight: kg(70), age: 40, interactions: [] }

export const once = (dose: number, how: Partial<Course> = {}): Course => ({
  substance: 'racemic-ketamine',
  route: 'oral',
  dose: mg(dose),
  every: hours(1000),
  from: hours(0),
  until: hours(1),
  ...how,
})
