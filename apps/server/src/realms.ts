/** The two stores, kept apart: synthetic demo patients in one file, the clinic's records in another. */
import type { Protocol } from '@anodyne/pathway'
import type { Store } from '@anodyne/record'
import type { Realm } from './api.ts'

export interface Realms {
  readonly demo: Store
  readonly clinic: Store
}

export interface AppContext {
  readonly realms: Realms
  readonly protocol: Protocol
  readonly clock: () => Date
  readonly newId: () => string
}

export function isRealm(value: string | undefined): value is Realm {
  return value === 'demo' || value === 'clinic'
}
