/** Single doses larger than any that was observed in the same way, in words. The model stays linear; nature may not. */
import { ketamineCompositeDomain } from '../models/ketamine-composite-domain.ts'
import type { Regimen } from '../regimen.ts'
import { dosingOf } from './model-route.ts'

const words: Readonly<Record<string, string>> = {
  oral: 'swallowed',
  'oral-capsule': 'swallowed',
  'oral-prolonged-release': 'prolonged-release',
  sublingual: 'sublingual',
  buccal: 'buccal',
  'held-and-spat-least': 'held',
}

/** Each once. Into a vein nothing is said: much larger doses are given there, and it is first pass that may saturate. */
export function doseNotes(regimen: Regimen): readonly string[] {
  const notes = regimen.flatMap((course) => {
    const { route, dose } = dosingOf(course)
    const [what, highest] = [words[route], ketamineCompositeDomain.routes[route]?.dose[1]]
    if (what === undefined || highest === undefined || dose <= highest) return []
    return [`${what} doses above ${highest} mg: no data, taken as proportional`]
  })
  return [...new Set(notes)]
}
