import type { Limit, Protocol } from '../protocol.ts'

/**
 * The protocol's limit by key.
 * @throws RangeError when the protocol does not have it as a finite number: a protocol without a ceiling has no ceiling,
 * and nothing may be computed from it.
 */
export function limitOf(protocol: Protocol, key: string): Limit {
  const limit = protocol.limits[key]
  if (limit === undefined || !Number.isFinite(limit.value)) {
    throw new RangeError(
      `Protocol ${protocol.id} ${protocol.version}: limit "${key}" must be a finite number; it is not`,
    )
  }
  return limit
}
