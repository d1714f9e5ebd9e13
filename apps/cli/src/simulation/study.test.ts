import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { modelOf } from '@anodyne/pharmacology'
import { Interrupted } from '../refusal.ts'
import { crewSketches } from './crew/crew.ts'
import type { Job } from './crew/job.ts'
import { answers, folder, refuses } from './simulation.fixture.ts'

// Every test starts processes, some a dozen: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 })

const here = folder()
const study = ['simulate', '--dose', '25', '--route', 'oral', '--every', '8', '--days', '2', '--seed', '7']
/** Small chunks of many times, so that three workers have something to share. */
const busy = [...study, '--step', '0.25', '--n', '9000']
const regimen = {
  courses: [
    {
      substance: 'racemic-ketamine',
      form: 'hydrochloride',
      route: 'sublingual',
      formulation: 'troche',
      retention: 'held and swallowed',
      doseMg: 25,
      everyHours: 8,
      untilHours: 48,
    },
    {
      substance: 'esketamine',
      route: 'iv',
      doseMg: 5,
      everyHours: 24,
      fromHours: 6,
      untilHours: 48,
      infusionHours: 0.5,
    },
  ],
  interactions: [{ name: 'clarithromycin', fromHours: 12, untilHours: 36 }],
  person: { weightKg: 80, ageYears: 30, population: 'chronic-pain' },
}
const manifestOf = (text: string) => JSON.parse(text.split('\n')[0]!.slice(2)) as Record<string, unknown>

it('[SI10] any number of workers writes the same bytes: sketches, rows, summaries', () => {
  for (const [end, args] of [
    ['.sketch', busy],
    ['.csv', [...busy, '--summary']],
    ['.csv', [...study, '--n', '500']],
    ['.parquet', [...study, '--n', '500']],
  ] as const) {
    const written = [1, 2, 3].map((workers) => {
      answers(here.run(...args, '--workers', String(workers), '--force', '--out', `same${workers}${end}`))
      return here.bytes(`same${workers}${end}`)
    })
    expect(written[1]!.equals(written[0]!), end).toBe(true)
    expect(written[2]!.equals(written[0]!), end).toBe(true)
  }
})

it('[SI11] every file names units, model, version and seed, and says that it is simulated', () => {
  answers(here.run(...study, '--n', '20', '--out', 'rows.csv'))
  const [first, columns, row] = here.bytes('rows.csv').toString().split('\n')
  const { scenario, ...manifest } = manifestOf(`${first}\n`)
  expect(scenario).toContain('25 mg racemic-ketamine (free base) oral')
  expect(manifest).toMatchObject({
    statement: expect.stringContaining('Simulated'),
    holds: 'rows',
    model: { id: 'ketamine-composite', version: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    outputs: [{ name: 'ketamine', unit: 'ng/mL' }, { name: 'norketamine', unit: 'ng/mL' }],
    seed: 7,
    patients: 20,
  }) // prettier-ignore
  expect(columns).toBe('patient,hours,ketamine_ng_per_mL,norketamine_ng_per_mL')
  expect(row).toBe('1,0,0,0')
  const said = answers(here.run(...study, '--n', '20', '--out', 'summary.parquet'))
  for (const word of ['ketamine (ng/mL)', 'seed 7', 'Outside what the model was made from: weight', 'Simulated'])
    expect(said).toContain(word)
})

it('[SI11] a Parquet file says it too, and holds the rows of the CSV', async () => {
  answers(here.run(...study, '--n', '20', '--out', 'rows.parquet'))
  const { DuckDBConnection } = await import('@duckdb/node-api')
  const connection = await DuckDBConnection.create()
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()
  const path = `${here.path}/rows.parquet`
  const [[text]] = (await read(`SELECT decode(value) FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'anodyne'`)) as [[string]] // prettier-ignore
  expect(JSON.parse(text)).toMatchObject({ seed: 7, patients: 20, statement: expect.stringContaining('Simulated') })
  const rows = await read(`SELECT * FROM '${path}'`)
  const lines = here.bytes('rows.csv').toString().split('\n').slice(2, -1)
  expect(rows.map((row) => row.join())).toEqual(lines)
  connection.closeSync()
})

it('[SI12] a regimen file: salts, formulations, infusions, interactions over time, the person', () => {
  here.write('regimen.json', JSON.stringify(regimen))
  const args = ['simulate', '--regimen', 'regimen.json', '--n', '64', '--step', '6', '--summary']
  const with_ = answers(here.run(...args))
  expect(manifestOf(with_)).toMatchObject({
    courses: [
      { route: 'sublingual', formulation: 'troche' },
      { route: 'iv', infusion: 0.5 },
    ],
    periods: [{ name: 'clarithromycin', from: 12, until: 36 }],
    outsideTheModel: expect.arrayContaining([expect.stringContaining('troche, held and swallowed')]),
  })
  const [{ dose }] = manifestOf(with_)['courses'] as [{ dose: number }]
  expect(dose / 25).toBeCloseTo(237.73 / (237.73 + 36.46), 3)
  here.write('without.json', JSON.stringify({ ...regimen, interactions: [] }))
  const without = answers(here.run(...args.with(2, 'without.json')))
  const mean = (text: string, hours: number) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`ketamine,ng/mL,${hours},`))!
        .split(',')[4],
    )
  expect(mean(with_, 12) / mean(without, 12)).toBeCloseTo(1, 9)
  expect(mean(with_, 24) / mean(without, 24)).toBeGreaterThan(1.2)
})

it('[SI12] any model of the library, within its routes and substances', () => {
  const args = [
    'simulate',
    '--dose',
    '50',
    '--route',
    'intranasal',
    '--every',
    '24',
    '--days',
    '1',
    '--n',
    '16',
    '--summary',
  ]
  const out = answers(here.run(...args, '--substance', 'esketamine', '--model', 'perez-ruixo-2021', '--json'))
  expect(JSON.parse(out)).toMatchObject({
    model: { id: 'perez-ruixo-2021' },
    summary: { unit: expect.arrayContaining(['ng/mL']) },
  })
  refuses(here.run(...args, '--model', 'perez-ruixo-2021'), 'perez-ruixo-2021 cannot answer', 'racemic-ketamine')
  refuses(here.run(...args), 'route', 'intranasal')
})

const bad: readonly (readonly [string, readonly string[], ...string[]])[] = [
  ['an unknown model', [...study, '--model', 'nobody-1999', '--out', 'bad.csv'], '--model nobody-1999', 'simons-2022'],
  [
    'an incomplete model',
    [...study, '--model', 'kamp-2020', '--out', 'bad.csv'],
    'kamp-2020 cannot answer',
    'incomplete',
  ],
  ['an ending without format', [...study, '--out', 'bad.xlsx'], '--out bad.xlsx', '.parquet'],
  ['a folder that is not there', [...study, '--out', 'no/bad.csv'], 'there is no folder no'],
  ['a folder', [...study, '--out', 'taken.csv'], 'directory'],
  ['a file that exists', [...study, '--out', 'kept.csv'], 'exists already', '--force'],
  ['shard 0', [...study, '--shard', '0/4', '--out', 'bad.csv'], '--shard 0/4', 'i from 1 to n'],
  ['a shard beyond the last', [...study, '--shard', '5/4', '--out', 'bad.csv'], '--shard 5/4'],
  ['a shard in words', [...study, '--shard', 'first', '--out', 'bad.csv'], '--shard first'],
  ['more shards than patients', [...study, '--shard', '1/400', '--out', 'bad.csv'], 'at most 19'],
  ['no workers', [...study, '--workers', '0', '--out', 'bad.csv'], '--workers 0'],
  [
    'too little memory',
    [...study, '--workers', '2', '--memory', '20', '--out', 'bad.sketch'],
    '--workers 2',
    '--memory',
  ],
  ['too many at once', [...study, '--n', '3000000000', '--out', 'bad.csv'], '--n 3000000000'],
  ['a regimen and a dose', [...study, '--regimen', 'regimen.json'], '--dose and --regimen'],
  ['a regimen that is none', ['simulate', '--regimen', 'bad.json'], 'bad.json: courses', 'expected a list'],
  ['a misspelt name', ['simulate', '--regimen', 'misspelt.json'], 'courses[0].doseMG', 'doseMg'],
  ['a dose in words', ['simulate', '--regimen', 'words.json'], 'courses[0].doseMg: "25"', 'number in mg'],
  ['a route with no data', ['simulate', '--regimen', 'im.json'], 'im', 'no data'],
  ['sketches with --json', [...study, '--json', '--out', 'bad.sketch'], '--json and --out'],
  ['typical people in shards', [...study, '--typical', '--shard', '1/2'], '--typical and --shard'],
]
for (const [what, args, ...words] of bad)
  it(`[SI13] ${what} is refused in one line, and nothing is written`, () => {
    const course = regimen.courses[0]!
    here.write('kept.csv', 'kept')
    mkdirSync(join(here.path, 'taken.csv'), { recursive: true })
    here.write('bad.json', '{}')
    here.write('misspelt.json', JSON.stringify({ courses: [{ ...course, doseMG: 3 }] }))
    here.write('words.json', JSON.stringify({ courses: [{ ...course, doseMg: '25' }] }))
    here.write(
      'im.json',
      JSON.stringify({ courses: [{ ...course, route: 'im', formulation: undefined, retention: undefined }] }),
    )
    here.write('regimen.json', JSON.stringify(regimen))
    const before = here.names()
    refuses(here.run(...args), ...words)
    expect(here.names()).toEqual(before)
    expect(here.bytes('kept.csv').toString()).toBe('kept')
  })

it.each([
  ['SIGINT', 130, 'stopped.csv'],
  ['SIGTERM', 143, 'stopped.parquet'],
] as const)('[SI14] %s: exit code %i, one line, and nothing half written', async (signal, code, name) => {
  const before = here.names()
  const long = study.with(8, '28')
  const stopped = await here.interrupt(signal, ...long, '--n', '2000000', '--progress', '--out', name)
  expect(stopped.code).toBe(code)
  expect(stopped.err).toMatch(/virtual patients \(\d+ %\)\n(.*\n)*anodyne: interrupted, no result\n$/)
  expect(stopped.out).toBe('')
  expect(here.names()).toEqual(before)
})

const job: Job = {
  model: modelOf('ketamine-composite'),
  courses: [{ substance: 'racemic-ketamine', route: 'oral', dose: 25, every: 8, from: 0, until: 48 }],
  times: [1, 2, 3],
  person: { interactions: [] },
  periods: [],
  draws: { seed: 1 },
  first: 0,
  n: 50_000,
}

it('[SI15] a worker that dies is reported with the reason, and nobody waits for it', async () => {
  await expect(crewSketches(job, { workers: 2, limits: { maxOldGenerationSizeMb: 3 } })).rejects.toThrow(
    /worker \d ended before its work \(out of memory\)/,
  )
})

it('[SI15] what the engine refuses in a worker is a refusal', async () => {
  const odd = { ...job, times: [3, 2] }
  await expect(crewSketches(odd, { workers: 2 })).rejects.toThrow(/cannot be simulated: output time 2/)
})

it('[SI14] workers say how far they are, and stop when told', async () => {
  const control = new AbortController()
  const seen: number[] = []
  const run = crewSketches({ ...job, n: 20_000_000 }, {
    workers: 2,
    signal: control.signal,
    onProgress: ({ done, of }) => {
      expect(of).toBe(20_000_000)
      seen.push(done)
      if (done > 0) control.abort(new Interrupted('SIGINT'))
    },
  }) // prettier-ignore
  await expect(run).rejects.toThrow('interrupted')
  expect(seen.at(-1)).toBeGreaterThan(0)
  expect(seen.at(-1)).toBeLessThan(20_000_000)
})

it('[SI12] --uncertainty says in the file what it drew, and is refused where there is nothing to draw', () => {
  const [text, plain] = [
    answers(here.run(...study, '--n', '16', '--summary', '--uncertainty')),
    answers(here.run(...study, '--n', '16', '--summary')),
  ]
  const { uncertain, uncertainValues } = manifestOf(text) as {
    uncertain: boolean
    uncertainValues: { symbol: string; basis: string }[]
  }
  expect(uncertain).toBe(true)
  expect(uncertainValues).toContainEqual({
    symbol: 'Fpo',
    scale: 'logit',
    sd: expect.any(Number),
    basis: 'between-studies',
  })
  expect(uncertainValues.map(({ symbol }) => symbol)).toEqual([
    'CL',
    'CLn',
    'Vn',
    'Qn',
    'Vp',
    'ka',
    'Fpo',
    'phi',
    'fmuc',
  ])
  expect(manifestOf(plain)).not.toHaveProperty('uncertainValues')
  for (const model of ['ketamine-physiological', 'perez-ruixo-2021']) {
    const args = 'simulate --dose 20 --route iv --every 24 --days 1 --n 16 --summary --substance esketamine'.split(' ')
    const refused = here.run(...args, '--model', model, '--uncertainty')
    expect(refused.code).toBe(2)
    expect(refused.err.trim().split('\n')).toHaveLength(1)
    expect(refused.err).toContain(
      `--uncertainty with --model ${model}: no value of it is known to be uncertain by a number; expected one of`,
    )
    expect(refused.err).toContain('ketamine-composite')
    answers(here.run(...args, '--model', model))
  }
})
