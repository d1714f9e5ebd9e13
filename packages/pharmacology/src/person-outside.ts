/** Whom the model of the forecast was made from, and in what this person is not one of them. Unknown is outside. */
import { ketamineCompositeDomain } from './models/ketamine-composite-domain.ts'
import type { Person } from './person.ts'

/** One sentence, always: even inside, no study gave swallowed doses for long. */
export function outsideNote({ weight, age }: Person): string {
  const domain = ketamineCompositeDomain
  const outside = [
    ...(inside(weight, domain.weight.range) ? [] : [`weight ${weight === undefined ? 'unknown' : `${weight} kg`}`]),
    ...(inside(age, domain.age.range) ? [] : [`age ${age === undefined ? 'unknown' : `${age} years`}`]),
  ]
  const [kg, years] = [domain.weight.range.join('–'), domain.age.range.join('–')]
  const from = `levels as in healthy adults of ${kg} kg and ${years} years after one or a few doses`
  const child = age !== undefined && age < domain.age.range[0] ? '; the model is not for children' : ''
  return outside.length === 0 ? from : `${from}; this person lies outside: ${outside.join(', ')}${child}`
}

const inside = (value: number | undefined, [low, high]: readonly [number, number]): boolean =>
  value !== undefined && value >= low && value <= high
