import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultProtocol } from '@anodyne/evidence'
import { readProtocol, type Protocol } from '@anodyne/pathway'
import { demoPatients, loadRecord, openSqliteStore, saveRecord, type Store } from '@anodyne/record'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PatientList, PatientPage, PlanPage, Refusal } from './api.ts'
import { createApp } from './app.ts'
import { freshDemo, startClinic } from './clinic.ts'
import { seedDemo } from './demo-store.ts'

const NOW = new Date('2026-03-02T10:00:00Z')
const TODAY = '2026-03-02'
let folder: string
let demo: Store
let clinic: Store
let now: Date

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anodyne-server-'))
  now = NOW
  demo = openSqliteStore(join(folder, 'demo.sqlite'), () => now)
  clinic = openSqliteStore(join(folder, 'clinic.sqlite'), () => now)
  await seedDemo(demo, TODAY)
})
afterEach(async () => {
  await demo.close()
  await clinic.close()
  rmSync(folder, { recursive: true, force: true })
})

function protocol(): Protocol {
  const read = readProtocol(defaultProtocol)
  if ('issues' in read) throw new Error(JSON.stringify(read.issues))
  return read.protocol
}

let ids = 0
const app = () =>
  createApp({ realms: { demo, clinic }, protocol: protocol(), clock: () => now, newId: () => `plan-${++ids}` })
const local = { host: 'localhost:8321' }
const get = (path: string, headers: Record<string, string> = {}) =>
  app().request(path, { headers: { ...local, ...headers } })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app().request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { ...local, 'content-type': 'application/json', ...headers },
  })
const idOf = (scenario: RegExp) => {
  const found = demoPatients(TODAY).find((d) => scenario.test(d.id))
  if (!found) throw new Error(`no demo patient ${scenario}`)
  return found.id
}
const pageOf = async (scenario: RegExp) =>
  (await (await get(`/api/patients/demo/${idOf(scenario)}`)).json()) as PatientPage
const seen = ({ assessment: { asOf, record } }: Pick<PatientPage, 'assessment'>) => ({ asOf, record })
const clinician = { name: 'Dr Ada Example', role: 'prescriber' }

it('[SV1] refuses a host that is not this computer, and a change asked for by another origin', async () => {
  const strange = await get('/api/patients', { host: 'evil.example' })
  expect([strange.status, ((await strange.json()) as Refusal).code]).toEqual([403, 'not-local'])
  expect((await get('/api/patients', { host: '127.0.0.1:8321' })).status).toBe(200)
  const crossed = await post('/api/import', '{}', { origin: 'http://evil.example' })
  expect([crossed.status, ((await crossed.json()) as Refusal).code]).toEqual([403, 'cross-origin'])
  expect((await post('/api/import', '{}', { origin: 'http://localhost:8321' })).status).toBe(422)
})

it('[SV2] lists the patients of both realms, worst first, demo patients marked synthetic', async () => {
  const mine = demoPatients(TODAY)[0]
  if (!mine) throw new Error('no demo patients')
  await saveRecord(clinic, mine.bundle)
  const list = (await (await get('/api/patients')).json()) as PatientList
  expect(list.patients.filter((p) => p.realm === 'demo')).toHaveLength(8)
  expect(list.patients.filter((p) => p.realm === 'clinic')).toHaveLength(1)
  expect(list.patients.every((p) => p.synthetic)).toBe(true)
  const order = ['stop', 'hold', 'missing', 'caution', 'clear']
  const ranks = list.patients.map((p) => order.indexOf(p.worst.kind))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(list.protocol.signed).toBe(false)
})

it('[SV3] shows a whole assessment, and says when there is no such patient', async () => {
  const page = await pageOf(/psychosis/i)
  expect(page.assessment.findings.find((f) => f.rule === 'E03')?.kind).toBe('stop')
  expect(page.assessment.options.map((o) => o.kind)).toEqual(expect.arrayContaining(['hold', 'stop']))
  for (const path of [
    '/api/patients/demo/nobody',
    '/api/patients/demo/a%2fb',
    '/api/patients/demo/Jos%C3%A9',
    '/api/patients/elsewhere/x',
    '/api/patients/clinic/nobody',
  ]) {
    const answer = await get(path)
    expect([answer.status, ((await answer.json()) as Refusal).code]).toEqual([404, 'no-such-patient'])
  }
})

it('[SV4] signs what is offered and open, refuses what is blocked or not offered', async () => {
  const suitable = await pageOf(/suitable/i)
  const path = `/api/patients/demo/${idOf(/suitable/i)}/plans`
  const signed = await post(path, { kind: 'test-dose', ...seen(suitable), clinician })
  expect(signed.status).toBe(201)
  expect((await pageOf(/suitable/i)).plans).toHaveLength(1)

  const psychosis = await pageOf(/psychosis/i)
  const blocked = `/api/patients/demo/${idOf(/psychosis/i)}/plans`
  const refused = await post(blocked, { kind: 'test-dose', ...seen(psychosis), clinician })
  expect(refused.status).toBe(422)
  expect(((await refused.json()) as Refusal).message).toMatch(/E03/)
  expect((await pageOf(/psychosis/i)).plans).toHaveLength(0)

  const none = await post(path, { kind: 'step', ...seen(suitable), clinician })
  expect([none.status, ((await none.json()) as Refusal).code]).toEqual([422, 'no-such-option'])
})

it.each([
  ['not JSON', 'nonsense'],
  ['an unknown kind', { kind: 'double', asOf: TODAY, record: 'a'.repeat(64), clinician }],
  ['no name', { kind: 'hold', asOf: TODAY, record: 'a'.repeat(64), clinician: { name: '  ', role: 'prescriber' } }],
  ['no role', { kind: 'hold', asOf: TODAY, record: 'a'.repeat(64), clinician: { name: 'Dr Ada Example' } }],
  ['an extra dose', { kind: 'hold', asOf: TODAY, record: 'a'.repeat(64), clinician, mg: 500 }],
])('[SV4] refuses to sign with %s', async (_, body) => {
  const answer = await post(`/api/patients/demo/${idOf(/suitable/i)}/plans`, body)
  expect([answer.status, ((await answer.json()) as Refusal).code]).toEqual([400, 'bad-request'])
  expect((await pageOf(/suitable/i)).plans).toHaveLength(0)
})

it('[SV5] refuses a signature for a record that has changed since it was read', async () => {
  const answer = await post(`/api/patients/demo/${idOf(/suitable/i)}/plans`, {
    kind: 'hold',
    asOf: TODAY,
    record: '0'.repeat(64),
    clinician,
  })
  expect([answer.status, ((await answer.json()) as Refusal).code]).toEqual([409, 'record-changed'])
  expect((await pageOf(/suitable/i)).plans).toHaveLength(0)
})

it('[SV4] lists a person who has died as a stop, and signs nothing for them', async () => {
  const bundle = structuredClone(demoPatients(TODAY).find((d) => /suitable/.test(d.id))!.bundle)
  const patient = bundle.entry!.map((e) => e.resource!).find((r) => r.resourceType === 'Patient')!
  patient.deceasedBoolean = true
  const { id } = (await (await post('/api/import', bundle)).json()) as { id: string }
  const { patients } = (await (await get('/api/patients')).json()) as PatientList
  const row = patients.find((p) => p.realm === 'clinic')
  expect(row).toMatchObject({
    worst: { kind: 'stop', because: expect.stringMatching(/died/) as string },
  })
  const page = (await (await get(`/api/patients/clinic/${id}`)).json()) as PatientPage
  expect(page.assessment.options).toEqual([])
  const answer = await post(`/api/patients/clinic/${id}/plans`, { kind: 'hold', ...seen(page), clinician })
  expect([answer.status, ((await answer.json()) as Refusal).code]).toEqual([422, 'no-such-option'])
})

it('[SV5] refuses a signature for a page of another day, since another dose may be due', async () => {
  const mine = demoPatients(TODAY).find((d) => /suitable/.test(d.id))!
  await saveRecord(clinic, mine.bundle)
  const path = `/api/patients/clinic/${mine.id}`
  const page = (await (await get(path)).json()) as PatientPage
  now = new Date('2026-03-03T10:00:00Z')
  const answer = await post(`${path}/plans`, { kind: 'hold', ...seen(page), clinician })
  expect([answer.status, ((await answer.json()) as Refusal).code]).toEqual([409, 'day-changed'])
  expect(((await (await get(path)).json()) as PatientPage).plans).toHaveLength(0)
})

it('[SV5] of two signatures at one moment one is kept, the other refused', async () => {
  const body = { kind: 'test-dose', ...seen(await pageOf(/suitable/i)), clinician }
  const path = `/api/patients/demo/${idOf(/suitable/i)}/plans`
  const answers = await Promise.all([post(path, body), post(path, body)])
  expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([201, 409])
  expect((await pageOf(/suitable/i)).plans).toHaveLength(1)
})

it('[SV10] a patient page opened after midnight is of the new day', async () => {
  const fresh = freshDemo(demo, () => now)
  const before = await loadRecord(fresh, idOf(/suitable/i))
  now = new Date('2026-03-03T10:00:00Z')
  const [after, again] = await Promise.all([1, 2].map(() => loadRecord(fresh, idOf(/suitable/i))))
  expect(after?.sha256).not.toBe(before?.sha256)
  expect(again?.sha256).toBe(after?.sha256)
})

it('[SV8] says in one sentence that the data folder cannot be made', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await expect(startClinic({ folder: file, port: 0, clock: () => now })).rejects.toThrow(
    /^.+a-file: not a folder .+ANODYNE_DATA$/,
  )
})

it('[SV6] [SV10] keeps a signed plan through a restart on another day, and moves the demo records to that day', async () => {
  const { assessment } = await pageOf(/suitable/i)
  const id = idOf(/suitable/i)
  const signed = await post(`/api/patients/demo/${id}/plans`, {
    kind: 'test-dose',
    ...seen({ assessment }),
    clinician,
  })
  const { plan } = (await signed.json()) as PlanPage
  await demo.close()
  now = new Date('2026-03-20T10:00:00Z')
  demo = openSqliteStore(join(folder, 'demo.sqlite'), () => now)
  await seedDemo(demo, '2026-03-20')
  const page = await pageOf(/suitable/i)
  expect(page.assessment.asOf).toBe('2026-03-20')
  expect(page.series.bloodPressure[0]?.at.slice(0, 7)).toBe('2026-03')
  expect(page.plans.map((p) => p.id)).toEqual([plan.id])
  const kept = (await (await get(`/api/patients/demo/${id}/plans/${plan.id}`)).json()) as PlanPage
  expect(kept.plan).toEqual(plan)
})

it('[SV7] imports whole into the clinic realm only, or refuses whole with code and message', async () => {
  const bundle = demoPatients(TODAY)[1]?.bundle
  const taken = await post('/api/import', bundle)
  expect(taken.status).toBe(201)
  expect(await taken.json()).toMatchObject({ realm: 'clinic' })
  const list = (await (await get('/api/patients')).json()) as PatientList
  expect(list.patients.filter((p) => p.realm === 'demo')).toHaveLength(8)
  expect(list.patients.filter((p) => p.realm === 'clinic')).toHaveLength(1)
  for (const bad of [
    '',
    'nonsense',
    '{"resourceType":"Bundle","entry":[',
    '{"resourceType":"Patient"}',
    '{"resourceType":"Bundle","type":"collection","entry":[]}',
  ]) {
    const answer = await post('/api/import', bad)
    expect(answer.status, bad).toBe(422)
    expect(await answer.json()).toMatchObject({
      code: expect.stringMatching(/^[a-z-]+$/),
      message: expect.stringMatching(/expected/i),
    })
  }
  expect(((await (await get('/api/patients')).json()) as PatientList).patients).toHaveLength(9)
})

it('[SV7] refuses what is not UTF-8, and keeps a byte-order mark', async () => {
  const text = JSON.stringify(demoPatients(TODAY)[0]?.bundle).replace('Demo-', 'Démo-')
  const sent = (bytes: Buffer) =>
    app().request('/api/import', { method: 'POST', headers: local, body: new Uint8Array(bytes) })
  const refused = await sent(Buffer.from(text, 'latin1'))
  expect([refused.status, ((await refused.json()) as Refusal).code]).toEqual([422, 'not-utf-8'])
  const taken = await sent(Buffer.from(`\uFEFF${text}`))
  const { id } = (await taken.json()) as { id: string }
  expect((await loadRecord(clinic, id))?.text).toBe(`\uFEFF${text}`)
})

it('[SV7] gives a record back to the last character', async () => {
  const text = JSON.stringify(demoPatients(TODAY)[0]?.bundle, null, 1).replace(/"value": (\d+),/, '"value": $1.00,')
  expect(text).toContain('.00,')
  const { id } = (await (await post('/api/import', text)).json()) as { id: string }
  expect(await (await get(`/api/patients/clinic/${id}/record`)).text()).toBe(text)
})

it('[SV8] says in one sentence that a port is taken and how to choose another', async () => {
  const squatter = createServer()
  const port = await new Promise<number>((done) =>
    squatter.listen(0, '127.0.0.1', () => done((squatter.address() as { port: number }).port)),
  )
  const own = mkdtempSync(join(tmpdir(), 'anodyne-port-'))
  await expect(startClinic({ folder: own, port, clock: () => now })).rejects.toThrow(
    new RegExp(`^Port ${port} is taken by another program\\. Choose another: npm start -- --port ${port + 1}$`),
  )
  squatter.close()
  rmSync(own, { recursive: true, force: true })
})

it('[SV9] answers its own mistakes without a stack trace, and sends a policy for this origin only', async () => {
  await demo.close()
  const broken = await get('/api/patients')
  expect(broken.status).toBeGreaterThanOrEqual(422)
  const text = await broken.text()
  expect(text).not.toMatch(/at .*\.ts|node:|sqlite/i)
  expect(broken.headers.get('content-security-policy')).toContain("default-src 'self'")
  demo = openSqliteStore(join(folder, 'demo.sqlite'), () => now)
})

it('[EN7] the policy lets the page compile arithmetic, and no text', async () => {
  const policy = (await get('/api/patients')).headers.get('content-security-policy') ?? ''
  const directives = policy.split(';').map((directive) => directive.trim())
  expect(directives).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-inline'|data:|blob:|https?:/)
})

it('[SV12] shows a damaged record at the top, and everybody else below it', async () => {
  const id = idOf(/suitable/i)
  const kept = await demo.read('Binary', id)
  if (kept?.resourceType !== 'Binary') throw new Error('no record to damage')
  // Another text under the old hash: what a failing disk or a hand on the file would leave.
  await demo.write([{ op: 'put', resource: { ...kept, data: Buffer.from('{}').toString('base64') } }])
  const { patients } = (await (await get('/api/patients')).json()) as PatientList
  expect(patients).toHaveLength(8)
  const damaged = patients.find((p) => p.id === id)
  expect(damaged).toMatchObject({ name: 'Record cannot be read', worst: { kind: 'stop', rule: 'record-damaged' } })
  expect(patients.filter((p) => p.name === 'Record cannot be read')).toHaveLength(1)
})
