/** `--data` and `--vpc`: what was observed beside what the model says of the same people, doses and times. */
import { setImmediate } from 'node:timers/promises'
import { compile, domainOf, type Model } from '@anodyne/pharmacology'
import type { Context } from '../../command.ts'
import type { SimulateOptions } from '../../commands/simulate.ts'
import { readText } from '../../file.ts'
import { vpc } from '../../plot/index.ts'
import { Refusal } from '../../refusal.ts'
import { readNumber } from '../../values.ts'
import { hashOf, STATEMENT } from '../manifest.ts'
import { refusingRanges } from '../ranges.ts'
import { drawnOf, readDraws, readModel, readRegimen, said } from '../study.ts'
import { tableAsCsv, tableAsJson, type Column } from '../summary.ts'
import { checkTarget, writeWhole } from '../target.ts'
import { unheard } from '../unheard.ts'
import { writeFile } from 'node:fs/promises'
import { readData } from './data-file.ts'
import { readObserved } from './observed-file.ts'
import { quantile, simulateTrial, type Predicted, type Subject } from './trial.ts'
import { LEVEL, limitOf, vpcBins, type CountedBin } from './vpc-bins.ts'

/** Numbers kept at once: 160 MB. */
const MOST = 2e7
const BINS = 12

/** @returns what is printed */
export async function runTrial(context: Context, given: SimulateOptions): Promise<string> {
  const model = readModel(given.model)
  const compiled = refusingRanges(() => compile(model))
  const isVpc = given.vpc !== undefined
  const format = formatOf(given, isVpc)
  if (given.out !== undefined) await checkTarget(given.out, given.force)
  const draws = readDraws(given, model)
  const { subjects, columnsNotUsed } = await readSubjects(context, given, model)
  const outside = judge(model, subjects)
  const count = subjects.reduce((sum, { observations }) => sum + observations.length, 0)
  const replicates = given.n === undefined ? 300 : readNumber('--n', given.n, { unit: 'replicates', from: 1, to: 1e6, whole: true }) // prettier-ignore
  if (replicates * count > MOST)
    throw new Refusal(`--n ${replicates}: ${replicates} replicates of ${count} observations are too many; expected at most ${Math.floor(MOST / count)}`) // prettier-ignore
  const scatters = isVpc && (model.residuals ?? []).length > 0
  const signal = context.interruption()
  const predicted: Predicted[] = []
  const steps = simulateTrial(compiled, subjects, replicates, { ...draws, observed: draws.observed || scatters })
  for (;;) {
    if (signal.aborted) throw signal.reason
    const step = refusingRanges(() => steps.next())
    if (step.done) break
    predicted.push(...step.value)
    await setImmediate()
  }
  const units = new Map(model.outputs.map(({ name, unit }) => [name, unit]))
  const about = {
    anodyne: isVpc ? 'vpc/1' : 'trial/1',
    statement: STATEMENT,
    model: { id: model.id, version: model.version, hash: hashOf(model) },
    seed: draws.seed,
    replicates,
    subjects: subjects.length,
    residualError: scatters || draws.observed ? 'of the model' : 'none drawn: predictions without assay error',
    ...(draws.uncertain ? { uncertainValues: drawnOf(model) } : {}),
    outsideTheModel: outside,
    ...(columnsNotUsed.length > 0 ? { columnsNotUsed } : {}),
  }
  const bins = isVpc ? binsOf(predicted, replicates) : []
  const table = isVpc ? vpcTable(bins, units) : trialTable(predicted, units)
  const text =
    format === 'svg'
      ? svgOf(bins, units, about, predicted)
      : format === 'json'
        ? `${JSON.stringify({ ...about, ...(isVpc ? { level: LEVEL, vpc: vpcInJson(bins) } : { rows: tableAsJson(table) }) })}\n`
        : `# ${JSON.stringify(about)}\n${tableAsCsv(table)}`
  if (given.out === undefined) return text
  await writeWhole(given.out, (temporary) => writeFile(temporary, text))
  const what = isVpc ? 'visual predictive check' : 'predictions'
  return `${given.out}: ${what} of ${count} observations in ${subjects.length} subjects, ${replicates} replicates\nModel ${model.id} ${model.version}; seed ${draws.seed}\n${columnsNotUsed.length > 0 ? `Columns not used: ${columnsNotUsed.join(', ')}\n` : ''}${outside.map((one) => `Outside what the model was made from: ${one}\n`).join('')}${STATEMENT}\n`
}

function formatOf({ out, json, csv }: SimulateOptions, isVpc: boolean): 'csv' | 'json' | 'svg' {
  if (out === undefined) return json ? 'json' : 'csv'
  const endings = isVpc ? (['csv', 'json', 'svg'] as const) : (['csv', 'json'] as const)
  const format = endings.find((one) => out.endsWith(`.${one}`))
  if (format && !json && !csv) return format
  throw new Refusal(json || csv ? '--json or --csv beside --out; expected one of them' : `--out ${out}: its ending says no format; expected ${endings.map((one) => `.${one}`).join(', ')}`) // prettier-ignore
}

interface Read {
  readonly subjects: readonly Subject[]
  /** Of a data set: read by nobody, so whoever expected something of them must hear it. */
  readonly columnsNotUsed: readonly string[]
}

async function readSubjects(context: Context, given: SimulateOptions, model: Model): Promise<Read> {
  const path = (given.data ?? given.vpc)!
  const name = path === '-' ? 'stdin' : path
  const text = await readText(path, context.stdin)
  if (given.data !== undefined || hasDoses(text)) {
    for (const flag of ['dose', 'route', 'every', 'days', 'infusion', 'regimen'] as const)
      if (given[flag] !== undefined)
        throw new Refusal(`--${flag}: the doses stand in ${name}; expected no regimen beside it`)
    const read = readData(name, text, compile(model), given)
    if (read.subjects.every(({ observations }) => observations.length === 0))
      throw new Refusal(`${name}: no observation; expected at least one record with DV`)
    return read
  }
  if (given.cmt.length > 0)
    throw new Refusal(`--cmt ${given.cmt[0]}: ${name} has no doses (no column AMT); expected none`)
  const { courses, periods, person } = await readRegimen(given, context.stdin)
  if (periods.length > 0) throw new Refusal('--vpc with an interaction that is begun or stopped: not yet; expected one that holds throughout, or none') // prettier-ignore
  const observed = readObserved(name, text, model.outputs)
  return { subjects: observed.map((subject) => ({ ...subject, courses, resets: [], person })), columnsNotUsed: [] }
}

/** A data set says its doses in a column AMT. */
const hasDoses = (text: string): boolean =>
  /(^|[,;\t ])"?amt"?([,;\t ]|$)/i.test(
    text.split(/\r?\n/).find((line) => line.trim() !== '' && !/^# /.test(line)) ?? '',
  )

function judge(model: Model, subjects: readonly Subject[]): readonly string[] {
  const all = new Set<string>()
  for (const { id, courses, person } of subjects) {
    const judgement = refusingRanges(() => domainOf(model, courses, person))
    if (judgement.kind === 'refused') throw new Refusal(`--model ${model.id} cannot answer for subject ${id}: ${judgement.because}`) // prettier-ignore
    if (judgement.kind === 'outside') for (const one of judgement.outside) all.add(said(one))
    for (const one of unheard(model, person)) all.add(one)
  }
  const [few, more] = [[...all].slice(0, 8), all.size - 8]
  return more > 0 ? [...few, `and ${more} more`] : few
}

interface OutputBins {
  readonly output: string
  /** Of quantification; left out where nothing was said to be below it. */
  readonly limit?: number
  readonly bins: readonly CountedBin[]
}

const binsOf = (predicted: readonly Predicted[], replicates: number): readonly OutputBins[] =>
  [...new Set(predicted.map(({ output }) => output))].map((output) => {
    const own = predicted.filter((one) => one.output === output)
    const limit = limitOf(own)
    return { output, ...(limit === undefined ? {} : { limit }), bins: vpcBins(own, replicates, BINS) }
  })

/** JSON has no −Infinity. */
const belowInJson =
  (limit: number | undefined) =>
  (_: string, value: unknown): unknown =>
    value === -Infinity ? `<${limit}` : value

const vpcInJson = (all: readonly OutputBins[]): unknown =>
  all.map((one) => JSON.parse(JSON.stringify(one, belowInJson(one.limit))) as unknown)

function vpcTable(all: readonly OutputBins[], units: ReadonlyMap<string, string>): readonly Column[] {
  const rows = all.flatMap(({ output, limit, bins }) => bins.map((bin) => ({ output, limit, ...bin })))
  type Row = (typeof rows)[number]
  const number = (name: string, of: (row: Row) => number | undefined): Column => ({
    name,
    kind: 'number',
    values: rows.map((row) => {
      const value = of(row)
      return value === -Infinity ? `<${row.limit}` : (value ?? '')
    }),
  })
  return [
    { name: 'output', kind: 'text', values: rows.map(({ output }) => output) },
    { name: 'unit', kind: 'text', values: rows.map(({ output }) => units.get(output)!) },
    number('from_hours', ({ from }) => from),
    number('to_hours', ({ to }) => to),
    number('at_hours', ({ at }) => at),
    number('observations', ({ n }) => n),
    number('below_limit', ({ below }) => below),
    ...(['p05', 'p50', 'p95'] as const).flatMap((p) => [
      number(`observed_${p}`, ({ observed }) => observed[p]),
      number(`simulated_${p}_low`, ({ simulated }) => simulated[p].low),
      number(`simulated_${p}_median`, ({ simulated }) => simulated[p].median),
      number(`simulated_${p}_high`, ({ simulated }) => simulated[p].high),
    ]),
    ...(all.every(({ limit }) => limit === undefined)
      ? []
      : [
          number('limit', ({ limit }) => limit),
          number('observed_fraction_below_limit', ({ belowLimit }) => belowLimit?.observed),
          number('simulated_fraction_below_limit_low', ({ belowLimit }) => belowLimit?.simulated.low),
          number('simulated_fraction_below_limit_median', ({ belowLimit }) => belowLimit?.simulated.median),
          number('simulated_fraction_below_limit_high', ({ belowLimit }) => belowLimit?.simulated.high),
        ]),
  ]
}

function trialTable(predicted: readonly Predicted[], units: ReadonlyMap<string, string>): readonly Column[] {
  const sorted = predicted.map(({ simulated }) => simulated.slice().sort())
  const of = (name: string, level: number): Column => ({ name, kind: 'number', values: sorted.map((one) => quantile(one, level)) }) // prettier-ignore
  return [
    { name: 'subject', kind: 'text', values: predicted.map(({ subject }) => subject) },
    { name: 'hours', kind: 'number', values: predicted.map(({ time }) => time) },
    { name: 'output', kind: 'text', values: predicted.map(({ output }) => output) },
    { name: 'unit', kind: 'text', values: predicted.map(({ output }) => units.get(output)!) },
    { name: 'observed', kind: 'number', values: predicted.map(({ value }) => value) },
    { name: 'below_limit', kind: 'integer', values: predicted.map(({ below }) => (below ? 1 : 0)) },
    of('p05', 0.05),
    of('p25', 0.25),
    of('p50', 0.5),
    of('p75', 0.75),
    of('p95', 0.95),
    {
      name: 'fraction_below_observed',
      kind: 'number',
      values: predicted.map(({ value, simulated }) =>
        simulated.some(Number.isNaN) ? NaN : simulated.filter((one) => one < value).length / simulated.length,
      ),
    },
  ]
}

function svgOf(
  [one, ...more]: readonly OutputBins[],
  units: ReadonlyMap<string, string>,
  about: {
    readonly model: { id: string; version: string }
    readonly seed: number
    readonly subjects: number
    readonly replicates: number
    readonly residualError: string
  },
  predicted: readonly Predicted[],
): string {
  if (more.length > 0)
    throw new Refusal(`--out .svg: observations of ${[one!, ...more].map(({ output }) => output).join(' and ')}; expected of one output`) // prettier-ignore
  const { output, limit, bins } = one!
  const seen = predicted.filter(({ value, below }) => !below && !(limit !== undefined && value < limit))
  return vpc({
    title: `Visual predictive check: ${output}`,
    subtitle: `${predicted.length} observations in ${about.subjects} subjects`,
    basis: { kind: 'simulated', models: [`${about.model.id} ${about.model.version}`], patients: about.subjects * about.replicates, seed: about.seed }, // prettier-ignore
    notes: [`Residual error: ${about.residualError}.`],
    label: output,
    unit: units.get(output)!,
    bins,
    ...(limit === undefined ? {} : { limit }),
    observations: { hours: seen.map(({ time }) => time), values: seen.map(({ value }) => value) },
    level: LEVEL,
  })
}
