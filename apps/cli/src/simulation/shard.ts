/** `--shard i/n`: the i-th of n parts of a population, counted from 1, cut at whole groups of sixteen. */
import { LANES } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'

export interface Shard {
  /** Number of the first virtual patient, from 0. */
  readonly first: number
  readonly n: number
}

/** @throws Refusal */
export function readShard(text: string | undefined, n: number): Shard {
  if (text === undefined) return { first: 0, n }
  const [, shard, shards] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? []
  const [i, of] = [Number(shard), Number(shards)]
  if (!(i >= 1 && i <= of))
    throw new Refusal(`--shard ${text}: not usable; expected i/n with i from 1 to n, e.g. 1/64 to 64/64`)
  const groups = Math.ceil(n / LANES)
  if (of > groups)
    throw new Refusal(`--shard ${text}: too many parts of ${n} patients; expected at most ${groups}, of ${LANES} each`)
  const edge = (k: number) => Math.min(n, Math.floor((k * groups) / of) * LANES)
  return { first: edge(i - 1), n: edge(i) - edge(i - 1) }
}
