/** Runs a study on the cores of this machine and writes what was asked for: rows or a summary, to a file or as text. */
import { availableParallelism } from 'node:os'
import { checkCeiling, largestStream } from '@anodyne/pharmacology'
import type { Context } from '../command.ts'
import type { SimulateOptions } from '../commands/simulate.ts'
import { Refusal } from '../refusal.ts'
import { readNumber } from '../values.ts'
import { crewRows, crewSketches, type CrewOptions } from './crew/crew.ts'
import { csvHead, writeCsvFile } from './csv-file.ts'
import { rowColumns } from './csv-lines.ts'
import type { Manifest } from './manifest.ts'
import { progressLine } from './progress.ts'
import { refusingRanges } from './ranges.ts'
import type { Study } from './study.ts'
import { summaryTable, tableAsCsv, tableAsJson } from './summary.ts'
import { checkTarget, writeWhole } from './target.ts'
import { kindOf, type Kind } from './kind.ts'

/** @returns what is printed */
export async function runStudy(context: Context, given: SimulateOptions, study: Study): Promise<string> {
  const kind = kindOf(given)
  if (kind) await checkTarget(kind.path, given.force)
  const cells = study.job.times.length * study.manifest.outputs.length
  const workers = workersOf(given)
  if (kind?.holds !== 'rows') checkMemory(given, cells, workers)
  const { done, options } = crewOptions(context, given, workers)
  try {
    return kind ? await toFile(study, kind, options) : await toText(study, given, options)
  } finally {
    done()
  }
}

async function toText({ job, manifest }: Study, given: SimulateOptions, options: CrewOptions): Promise<string> {
  const whole: Manifest = { ...manifest, holds: 'summary' }
  const table = summaryTable(whole, await crewSketches(job, options))
  if (given.json) return `${JSON.stringify({ ...whole, summary: tableAsJson(table) })}\n`
  return `${csvHead(whole)}${tableAsCsv(table)}`
}

async function toFile({ job, manifest }: Study, { path, format, holds }: Kind, options: CrewOptions): Promise<string> {
  const whole: Manifest = { ...manifest, holds }
  await writeWhole(path, async (temporary) => {
    if (holds === 'rows' && format === 'csv')
      return writeCsvFile(temporary, `${csvHead(whole)}${rowColumns(whole.outputs).join(',')}\n`, (write) =>
        crewRows(job, 'lines', options, ({ content }) => write(content as Uint8Array)),
      )
    if (holds === 'rows') {
      const { writeRowsParquet } = await import('./parquet-file.ts')
      return writeRowsParquet(temporary, whole, (take) => crewRows(job, 'numbers', options, take))
    }
    return writeSummary(temporary, format, whole, await crewSketches(job, options))
  })
  return report(path, whole)
}

/** @param temporary where it is written before it is renamed */
export async function writeSummary(
  temporary: string,
  format: Kind['format'],
  manifest: Manifest,
  sketches: Awaited<ReturnType<typeof crewSketches>>,
): Promise<void> {
  if (format === 'sketch') return (await import('./sketch-file.ts')).writeSketchFile(temporary, manifest, sketches)
  const table = summaryTable(manifest, sketches)
  if (format === 'csv') return writeCsvFile(temporary, csvHead(manifest), (write) => write(tableAsCsv(table)))
  return (await import('./parquet-file.ts')).writeSummaryParquet(temporary, manifest, table)
}

/** What was written, in words. */
export function report(path: string, manifest: Manifest): string {
  const { holds, model, scenario, seed, patients, first, n, times, outputs, outsideTheModel, statement } = manifest
  const who = n === patients ? `${n} virtual patients` : `virtual patients ${first + 1} to ${first + n} of ${patients}`
  return [
    `${path}: ${holds === 'rows' ? `${n * times.length} rows` : 'summary'} of ${who}, ${outputs.map(({ name, unit }) => `${name} (${unit})`).join(', ')} at ${times.length} times`,
    `Model ${model.id} ${model.version}; seed ${seed}; ${scenario}`,
    ...outsideTheModel.map((one) => `Outside what the model was made from: ${one}`),
    statement,
    '',
  ].join('\n')
}

const workersOf = ({ workers }: SimulateOptions): number =>
  workers === undefined
    ? availableParallelism()
    : readNumber('--workers', workers, { unit: 'threads', from: 1, to: 256, whole: true })

/** MB that summaries of all workers may take, unless --memory says otherwise. */
const MEMORY = 2000

function checkMemory({ memory }: SimulateOptions, cells: number, workers: number): void {
  const most =
    memory === undefined ? MEMORY : readNumber('--memory', memory, { unit: 'MB', from: 16, to: 1_000_000, whole: true })
  refusingRanges(() => {
    try {
      // The one into which all are merged stands beside them.
      checkCeiling(cells, (most * 1e6) / (workers + 1))
    } catch (cause) {
      if (!(cause instanceof RangeError) || workers === 1) throw cause
      const fit = Math.floor((most * 1e6) / largestStream(cells)) - 1
      throw new Refusal(
        `--workers ${workers}: ${cells} output times × outputs may take ${Math.ceil(((workers + 1) * largestStream(cells)) / 1e6)} MB; expected at most ${most} (--memory), so ${fit >= 1 ? `at most --workers ${fit}, or ` : ''}a longer --step`,
      )
    }
  })
}

function crewOptions(
  context: Context,
  { progress }: SimulateOptions,
  workers: number,
): { options: CrewOptions; done: () => void } {
  const line = progress || context.tell.isTerminal ? progressLine(context.tell) : undefined
  return {
    options: { workers, signal: context.interruption(), ...(line ? { onProgress: line.show } : {}) },
    done: () => line?.end(),
  }
}
