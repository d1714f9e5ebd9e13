/** `anodyne merge`: the shards of one study, put together; refused unless they are all of it, each once. */
import type { Command } from '../command.ts'
import type { OptionTable } from '../options.ts'

const options = {
  force: { help: 'overwrites OUT' },
} as const satisfies OptionTable

export const merge: Command<typeof options> = {
  name: 'merge',
  summary:
    'Merges what simulate --shard wrote: sketches exactly, into the bytes that one run would have written; rows in the order of the patients. Refuses shards that differ, overlap, are damaged or leave a gap.',
  usage: 'OUT SHARD...',
  operands: [{ name: 'OUT' }, { name: 'SHARD', several: true }],
  options,
  examples: [
    'merge all.sketch part-1.sketch part-2.sketch part-3.sketch',
    'merge summary.csv part-*.sketch',
    'merge rows.parquet part-*.parquet',
  ],

  async run(_context, given, [out, ...shards]) {
    const { mergeShards } = await import('../simulation/merge-shards.ts')
    return mergeShards(out!, shards, given.force)
  },
}
