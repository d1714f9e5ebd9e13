/** The real binary as a child process: what a person and a script see. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'

// Every test starts processes, some a dozen: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

const bin = fileURLToPath(new URL('../bin/anodyne.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'anodyne-cli-'))
const at = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function anodyne(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const run = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, COLUMNS: '80', ANODYNE_DEBUG: '', ...env },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function refuses(ran: Ran, ...words: readonly string[]): void {
  expect(ran.err).toMatch(/^anodyne: [^\n]+\n$/)
  expect(ran.err).not.toMatch(/\bat .*:\d+:\d+|Error:/)
  for (const word of words) expect(ran.err).toContain(word)
  expect(ran.out).toBe('')
  expect(ran.code).toBe(2)
}

const asOf = ['--as-of', '2026-03-02']
const first = () => anodyne(['demo', ...asOf]).out.split(/\s/)[0] ?? ''
const record = at('record.json', anodyne(['demo', first(), ...asOf]).out)
const bundle = JSON.parse(anodyne(['demo', first(), ...asOf]).out) as { entry: { resource: Record<string, unknown> }[] }
const bundleWith = (...more: object[]) =>
  JSON.stringify({ ...bundle, entry: [...bundle.entry, ...more.map((resource) => ({ resource }))] })
const patient = bundle.entry.find((e) => e.resource['resourceType'] === 'Patient')?.resource ?? {}
const subject = { reference: `Patient/${String(patient['id'])}` }

const protocol = JSON.parse(anodyne(['protocol']).out) as { limits: Record<string, { value: unknown; unit: string }> }
const firstLimit = Object.keys(protocol.limits)[0] ?? ''
const protocolWith = (change: object) =>
  JSON.stringify({
    ...protocol,
    limits: { ...protocol.limits, [firstLimit]: { ...protocol.limits[firstLimit], ...change } },
  })

const simulate = [
  'simulate',
  '--dose',
  '25',
  '--route',
  'oral',
  '--every',
  '8',
  '--days',
  '2',
  '--n',
  '20',
  '--seed',
  '7',
]

it.each([
  ['help', []],
  ['help', ['--help']],
  ['help', ['help']],
])('[CL9] %s lists the commands', (_, args) => {
  const { code, out, err } = anodyne(args)
  expect([code, err]).toEqual([0, ''])
  for (const word of ['plan', 'simulate', 'demo', 'protocol', 'usage: anodyne']) expect(out).toContain(word)
})

it.each(['plan', 'simulate', 'demo', 'protocol'])('[CL9] help %s and %s --help say the same', (name) => {
  const { code, out } = anodyne(['help', name])
  expect(code).toBe(0)
  expect(out).toContain(`usage: anodyne ${name}`)
  expect(anodyne([name, '--help']).out).toBe(out)
})

it('[CL9] says its version', () => {
  expect(anodyne(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
})

it.each([
  ['no record', ['plan'], ['RECORD.json is missing', 'expected anodyne plan RECORD.json']],
  ['an unknown command', ['paln'], ['unknown command paln', 'expected plan']],
  ['an unknown option', ['plan', record, '--as-off', 'x'], ['unknown option --as-off', 'expected one of --as-of']],
  ['an unknown first option', ['--verbose'], ['unknown option --verbose']],
  ['two records', ['plan', record, record], ['unexpected', 'only RECORD.json']],
  ['a bad date', ['plan', record, '--as-of', '2026-02-30'], ['--as-of 2026-02-30', 'YYYY-MM-DD']],
  ['a day before birth', ['plan', record, '--as-of', '1901-01-01'], ['--as-of 1901-01-01', 'before the birth date']],
  ['a weight in words', ['plan', record, '--weight', 'heavy'], ['--weight heavy', 'kg']],
  ['a weight in a wrong unit', ['plan', record, '--weight', '154lb'], ['--weight 154lb', 'kg']],
  ['two formats', ['plan', record, '--json', '--fhir'], ['--json and --fhir']],
  ['a missing file', ['plan', join(folder, 'absent.json')], ['absent.json', 'no such file']],
  ['a directory', ['plan', folder], ['is a directory']],
  ['a missing protocol', ['plan', record, '--protocol', join(folder, 'absent.json')], ['absent.json', 'no such file']],
  ['a bad dose', [...simulate, '--dose=abc'], ['--dose is given twice']],
  ['a dose in words', simulate.with(2, 'abc'), ['--dose abc', 'mg']],
  ['a negative dose', simulate.with(2, '-5'), ['--dose -5', 'above 0']],
  ['NaN', simulate.with(2, 'NaN'), ['--dose NaN', 'mg']],
  ['a route without data', simulate.with(4, 'nasal'), ['--route nasal', 'oral, sublingual, iv']],
  [
    'an unknown interaction',
    [...simulate, '--interaction', 'aspirin'],
    ['--interaction aspirin', 'clarithromycin', 'rifampicin'],
  ],
  ['an infused tablet', [...simulate, '--infusion', '1'], ['--infusion', '--route iv']],
  ['no dose', ['simulate', '--route', 'oral'], ['--dose is missing']],
  ['half a patient', simulate.with(10, '1.5'), ['--n 1.5', 'whole number']],
  ['too much at once', [...simulate.with(10, '100000').with(8, '3000')], ['n × output times', 'at most 10000000']],
  ['an unknown demo patient', ['demo', 'nobody'], ['nobody', first()]],
])('[CL4] refuses %s in one line', (_, args, words) => {
  refuses(anodyne(args), ...words)
})

it.each([
  ['an empty file', '', ['empty']],
  ['what is not JSON', 'hello', ['not JSON', 'line 1']],
  ['a truncated record', bundleWith().slice(0, -200), ['truncated']],
  ['a list', '[]', ['expected a FHIR Bundle']],
  ['JSON that is not FHIR', '{"a":1}', ['expected a FHIR Bundle']],
  ['a loose resource', JSON.stringify(patient), ['Patient', 'expected a FHIR Bundle']],
  ['no Patient', '{"resourceType":"Bundle","type":"collection","entry":[]}', ['no Patient']],
  ['two Patients', bundleWith({ resourceType: 'Patient', id: 'another' }), ['two Patients', 'Bundle.entry']],
  [
    'a weight in a unit of length',
    bundleWith({
      resourceType: 'Observation',
      status: 'final',
      subject,
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      effectiveDateTime: '2026-03-01',
      valueQuantity: { value: 70, unit: 'cm', system: 'http://unitsofmeasure.org', code: 'cm' },
    }),
    ['Bundle.entry', 'cm', 'kg'],
  ],
  [
    'a name that stands twice',
    bundleWith().replace('"resourceType"', '"entry":[],"resourceType"'),
    ['"entry"', 'twice'],
  ],
  ['a number beyond reading', bundleWith({ resourceType: 'Basic', value: 0 }).replace(':0}', ':1e999}'), ['too large']],
  ['a Bundle in a Bundle', bundleWith({ resourceType: 'Bundle', entry: [] }), ['another Bundle']],
  [
    'a person who has died',
    bundleWith().replace('"birthDate"', '"deceasedDateTime":"2026-03-01","birthDate"'),
    ['died', 'expected a living person'],
  ],
])('[CL6] refuses %s', (_, text, words) => {
  refuses(anodyne(['plan', '-', ...asOf], { input: text }), 'stdin', ...words)
  refuses(anodyne(['plan', at('bad.json', text), ...asOf, '--json']), 'bad.json', ...words)
})

it('[CL5] refuses a file of 200 MB at once', () => {
  const path = at('large.json', '')
  truncateSync(path, 200 * 1024 * 1024)
  refuses(anodyne(['plan', path]), 'large.json', '200 MB', 'at most 64 MB')
})

it.each([
  ['not JSON', '{', ['not JSON']],
  ['not a protocol', '{}', ['not a usable protocol']],
  ['a limit that is no number', protocolWith({ value: 'high' }), [firstLimit]],
  ['a limit in another unit', protocolWith({ unit: 'furlong' }), [firstLimit]],
])('[CL4] refuses a protocol that is %s', (_, text, words) => {
  refuses(anodyne(['plan', record, ...asOf, '--protocol', at('protocol.json', text)]), 'protocol.json', ...words)
})

it('[CL1] [CL4] a name that breaks the line still gives one line', () => {
  refuses(anodyne(['plan', 'no\nsuch\u001b[31mfile']), 'no such')
})

it('[CL20] plan --json has every key of the assessment', () => {
  const { code, out, err } = anodyne(['plan', record, ...asOf, '--json', '--weight', '81.5'])
  expect([code, err]).toEqual([0, ''])
  const plan = JSON.parse(out) as Record<string, unknown>
  expect(plan).toMatchObject({
    asOf: '2026-03-02',
    person: { weight: 81.5, synthetic: true },
    issues: expect.any(Array),
    mechanisms: expect.arrayContaining([
      {
        mechanism: 'neuropathic',
        grade: expect.any(String),
        criteria: expect.any(Array),
        source: expect.any(String),
        ketamine: expect.any(String),
      },
    ]),
    treatments: expect.any(Array),
    model: { id: expect.any(String), version: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    protocol: { id: expect.any(String), version: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  const { findings, options } = plan as {
    findings: { kind: string; ask?: string }[]
    options: { kind: string; dose?: { mg: number; mL: number; strength: number }; against: string[] }[]
  }
  for (const finding of findings) {
    expect(finding).toMatchObject({
      rule: expect.any(String),
      kind: expect.any(String),
      because: expect.any(String),
      facts: expect.any(Array),
      source: expect.any(String),
    })
    if (finding.kind === 'missing') expect(finding.ask).toBeTruthy()
  }
  expect(options.length).toBeGreaterThanOrEqual(2)
  for (const { dose, against } of options) {
    expect(against.length).toBeGreaterThan(0)
    if (dose) expect(dose.mL * dose.strength).toBeCloseTo(dose.mg, 9)
  }
})

it('[CL7] the same record, day and seed give the same bytes', () => {
  for (const format of [[], ['--json'], ['--fhir']]) {
    const once = anodyne(['plan', record, ...asOf, ...format])
    expect(once.code).toBe(0)
    expect(anodyne(['plan', record, ...asOf, ...format])).toEqual(once)
  }
  expect(anodyne([...simulate, '--json'])).toEqual(anodyne([...simulate, '--json']))
})

it('[CL7] another day or seed gives another answer', () => {
  expect(anodyne(['plan', record, '--as-of', '2027-03-02', '--json']).out).not.toBe(
    anodyne(['plan', record, ...asOf, '--json']).out,
  )
  expect(anodyne([...simulate.with(12, '8'), '--json']).out).not.toBe(anodyne([...simulate, '--json']).out)
})

it.each([
  ['plan', ['plan', record, ...asOf]],
  ['simulate', [...simulate.with(8, '300'), '--csv']],
])('[CL8] %s | head -1 is silent', async (_, args) => {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, COLUMNS: '80' } })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((done) => child.on('close', done))
  expect([code, err]).toEqual([0, ''])
})

it('[CL16] the page keeps to the width, and has no colour where there is no terminal', () => {
  for (const columns of ['60', '80', '100']) {
    const { code, out } = anodyne(['plan', record, ...asOf], { env: { COLUMNS: columns } })
    expect(code).toBe(0)
    expect(Math.max(...out.split('\n').map((l) => l.length))).toBeLessThanOrEqual(Number(columns))
    expect(out).not.toContain('\u001b')
  }
})

it('[CL23] every demo patient can be planned, and says that it is synthetic', () => {
  const names = anodyne(['demo', ...asOf])
    .out.split('\n')
    .filter((l) => /^\S/.test(l))
    .map((l) => l.split(/\s/)[0] ?? '')
  expect(names).toHaveLength(8)
  for (const name of names) {
    const { code, out, err } = anodyne(['plan', '-', ...asOf], { input: anodyne(['demo', name, ...asOf]).out })
    expect([name, code, err]).toEqual([name, 0, ''])
    expect(out).toContain('SYNTHETIC RECORD')
  }
})

it('[CL23] the default protocol is read back, and a signature ends the warning', () => {
  const plain = anodyne(['plan', record, ...asOf, '--protocol', at('ours.json', JSON.stringify(protocol))])
  expect(plain.out).toBe(anodyne(['plan', record, ...asOf]).out)
  expect(plain.out).toContain('PROTOCOL NOT SIGNED')
  const signed = { ...protocol, signed: { by: 'Dr Lead', role: 'clinical lead', on: '2026-01-01' } }
  const out = anodyne(['plan', record, ...asOf, '--protocol', at('signed.json', JSON.stringify(signed))]).out
  expect(out).toContain('Dr Lead')
  expect(out).not.toContain('NOT SIGNED')
})

it('[CL22] gives the engine free base whatever the label says, and names its units', () => {
  const typical = (...more: string[]) =>
    JSON.parse(anodyne(['simulate', '--route', 'oral', '--every', '8', '--days', '1', '--typical', ...more]).out) as {
      hours: number[]
      ketamine: number[]
      norketamine: number[]
    }
  const base = typical('--dose', '28')
  const salt = typical('--dose', '32.3', '--salt', 'hydrochloride')
  expect(base.hours).toHaveLength(base.ketamine.length)
  expect(base.norketamine).toHaveLength(base.ketamine.length)
  const peak = (values: number[]) => Math.max(...values)
  // The US esketamine label equates 32.3 mg of hydrochloride with 28 mg of base; both are rounded to three figures.
  expect(peak(salt.ketamine) / peak(base.ketamine)).toBeCloseTo(1, 2)
  expect(peak(typical('--dose', '32.3').ketamine) / peak(base.ketamine)).toBeCloseTo(32.3 / 28, 3)
  const { out } = anodyne([
    'simulate',
    '--dose',
    '10',
    '--route',
    'iv',
    '--every',
    '24',
    '--days',
    '1',
    '--n',
    '20',
    '--seed',
    '1',
  ])
  expect(out).toMatch(/ng\/mL/)
  expect(out).toMatch(/mmHg/)
})
