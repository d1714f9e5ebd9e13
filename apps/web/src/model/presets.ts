/** Regimens on which the models are compared: doses of the studies that they were made from. */
import type { LibraryCourse, LibraryPerson } from '@anodyne/pharmacology'

export interface Preset {
  readonly id: string
  readonly title: string
  readonly regimen: readonly LibraryCourse[]
  readonly person: LibraryPerson
}

const person: LibraryPerson = { weight: 70, age: 30, population: 'healthy', interactions: [] }
const once = { every: 24, from: 0, until: 1 } as const

export const presets: readonly Preset[] = [
  { id: 'vein', title: 'Esketamine 20 mg into a vein over 20 min', person, regimen: [{ substance: 'esketamine', route: 'iv', dose: 20, infusion: 1 / 3, ...once }] },
  { id: 'swallowed', title: 'Esketamine 84 mg swallowed', person, regimen: [{ substance: 'esketamine', route: 'oral', dose: 84, ...once }] },
  { id: 'film', title: 'Esketamine 50 mg, held under the tongue 10 min, then swallowed', person, regimen: [{ substance: 'esketamine', route: 'sublingual', dose: 50, ...once }] },
  { id: 'day', title: 'Racemic ketamine 25 mg swallowed every 8 h', person, regimen: [{ substance: 'racemic-ketamine', route: 'oral', dose: 25, every: 8, from: 0, until: 24 }] },
] // prettier-ignore

/** h: each two minutes where most happens, then each quarter hour. */
export const times: readonly number[] = [
  ...Array.from({ length: 91 }, (_, k) => k / 30),
  ...Array.from({ length: 84 }, (_, k) => 3.25 + k / 4),
]
