/** The shards of one study as one file. */
import { access, constants, stat } from 'node:fs/promises'
import { mergeSketches, type Sketches } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'
import { copyRows, csvHead, readCsvHead, writeCsvFile, type CsvFile } from './csv-file.ts'
import { rowColumns } from './csv-lines.ts'
import { formatOf } from './kind.ts'
import { wholeOf, type Manifest } from './manifest.ts'
import { report, writeSummary } from './run-study.ts'
import { readSketchFile } from './sketch-file.ts'
import { checkTarget, writeWhole } from './target.ts'

/** @returns what is printed */
export async function mergeShards(out: string, shards: readonly string[], force: boolean): Promise<string> {
  await checkTarget(out, force)
  const format = formatOf('OUT', out)
  const kinds = new Set(shards.map((shard) => formatOf('SHARD', shard)))
  if (kinds.size > 1) throw new Refusal(`shards of several formats (${[...kinds].join(', ')}); expected one`)
  for (const shard of shards) await checkReadable(shard)
  const manifest = kinds.has('sketch')
    ? await mergeSummaries(out, format, shards)
    : kinds.has('csv')
      ? await mergeCsv(out, shards)
      : await mergeParquet(out, shards)
  return report(out, manifest)
}

async function mergeSummaries(
  out: string,
  format: ReturnType<typeof formatOf>,
  shards: readonly string[],
): Promise<Manifest> {
  let all: Sketches | undefined
  const heads = []
  // One after the other, so that two are in memory at a time however many there are.
  for (const path of shards) {
    const { manifest, sketches } = await readSketchFile(path)
    heads.push({ path, manifest })
    if (all === undefined) all = sketches
    else {
      if (sketches.cells !== all.cells) break
      mergeSketches(all, sketches)
    }
  }
  const { manifest } = wholeOf(heads)
  await writeWhole(out, (temporary) => writeSummary(temporary, format, manifest, all!))
  return manifest
}

async function mergeCsv(out: string, shards: readonly string[]): Promise<Manifest> {
  if (formatOf('OUT', out) !== 'csv') throw new Refusal(`OUT ${out}: shards are CSV; expected OUT to end in .csv`)
  const heads: CsvFile[] = []
  for (const shard of shards) heads.push(await readCsvHead(shard))
  const { manifest, ordered } = wholeOf(heads)
  refuseSummaries(manifest)
  heads.forEach(checkColumns)
  await writeWhole(out, (temporary) =>
    writeCsvFile(temporary, `${csvHead(manifest)}${heads[0]!.columns}\n`, async (write) => {
      for (const shard of ordered) checkRows(shard, await copyRows(shard, write))
    }),
  )
  return manifest
}

async function mergeParquet(out: string, shards: readonly string[]): Promise<Manifest> {
  if (formatOf('OUT', out) !== 'parquet')
    throw new Refusal(`OUT ${out}: shards are Parquet; expected OUT to end in .parquet`)
  const duck = await import('./parquet-file.ts')
  return writeWhole(out, async (temporary) => {
    const heads = await duck.readParquetHeads(shards, temporary)
    const { manifest, ordered } = wholeOf(heads)
    refuseSummaries(manifest)
    heads.forEach(checkColumns)
    for (const shard of ordered) checkRows(shard, shard.rows)
    await duck.mergeParquet(temporary, manifest, ordered.map(({ path }) => path)) // prettier-ignore
    return manifest
  })
}

function refuseSummaries({ holds }: Manifest): void {
  if (holds === 'summary')
    throw new Refusal('quantiles of shards do not add up to quantiles of the whole; expected .sketch files, which do')
}

/** Columns in another order would be put under the names of others. */
function checkColumns({ path, columns, manifest }: { path: string; columns: string; manifest: Manifest }): void {
  const due = rowColumns(manifest.outputs).join(',')
  if (columns !== due)
    throw new Refusal(`${path}: changed since it was written, columns ${JSON.stringify(columns)}; expected ${due}`)
}

function checkRows({ path, manifest: { n, times } }: { path: string; manifest: Manifest }, rows: number): void {
  if (rows !== n * times.length)
    throw new Refusal(`${path}: cut short or damaged, ${rows} rows; expected ${n * times.length}`)
}

async function checkReadable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Refusal(`${path} cannot be read: there is no such file; expected a shard`)
  if (!found.isFile()) throw new Refusal(`${path} is no file; expected a shard`)
  await access(path, constants.R_OK).catch(() => {
    throw new Refusal(`${path} cannot be read: permission denied; expected a readable file`)
  })
}
