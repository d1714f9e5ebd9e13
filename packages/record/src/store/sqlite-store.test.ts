import { chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { ann, pain, storeCases } from '../store.cases.ts'
import { openDatabase } from './database.ts'
import { schemaVersion } from './schema.ts'
import { openSqliteStore } from './sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'anodyne-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${++files}.db`)
const clock = () => new Date('2026-03-02T09:00:00Z')
const patient = (path: string) => openSqliteStore(path, clock)

storeCases('in memory', (at) => openSqliteStore(':memory:', at))
storeCases('in a file', (at) => openSqliteStore(newFile(), at))

it('[ST7] is there after closing and opening again', async () => {
  const path = newFile()
  const first = patient(path)
  await first.write([{ op: 'put', resource: ann }])
  await first.write([{ op: 'put', resource: { ...ann, gender: 'other' } }])
  await first.close()
  const second = patient(path)
  expect(await second.read('Patient', 'ann')).toMatchObject({ gender: 'other', meta: { versionId: '2' } })
  expect(await second.history('Patient', 'ann')).toHaveLength(2)
  await second.close()
})

it('[ST7] waits for the disk at every commit', () => {
  const database = openDatabase(newFile(), clock)
  const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  database.close()
})

it('[ST3] a stored version can be neither changed nor removed, even by SQL', async () => {
  const path = newFile()
  const store = patient(path)
  await store.write([{ op: 'put', resource: ann }])
  const raw = new DatabaseSync(path)
  expect(() => raw.exec(`update version set body = '{}'`)).toThrow('immutable')
  expect(() => raw.exec('delete from version')).toThrow('kept')
  raw.close()
  await store.close()
})

it('[ST5] two programs on one file see each other, and the later of two conflicting writes is told', async () => {
  const path = newFile()
  const [a, b] = [patient(path), patient(path)]
  await a.write([{ op: 'put', resource: ann }])
  await b.write([{ op: 'put', resource: ann, ifMatch: '1' }])
  await expect(a.write([{ op: 'put', resource: ann, ifMatch: '1' }])).rejects.toMatchObject({
    code: 'version-conflict',
  })
  await a.close()
  await b.close()
})

it('[ST8] keeps a note of the schema it has', () => {
  const path = newFile()
  openDatabase(path, clock).close()
  const raw = new DatabaseSync(path)
  expect(raw.prepare('select version, applied from migration').all()).toEqual([
    { version: 1, applied: clock().toISOString() },
  ])
  expect(raw.prepare('pragma user_version').get()).toEqual({ user_version: schemaVersion })
  raw.close()
})

it('[ST8] refuses a file that is not a database, and leaves it as it was', () => {
  const path = newFile()
  const text = 'not a database at all '.repeat(100)
  writeFileSync(path, text)
  expect(() => patient(path)).toThrow(expect.objectContaining({ name: 'StoreRefusal', code: 'store-not-a-database' }))
  expect(readFileSync(path, 'utf8')).toBe(text)
})

it('[ST8] refuses a file of which a part is lost', async () => {
  const path = newFile()
  const store = patient(path)
  await store.write([{ op: 'put', resource: pain('ann', 'a') }])
  await store.close()
  truncateSync(path, 20_000)
  expect(() => patient(path)).toThrow(expect.objectContaining({ code: 'store-damaged' }))
})

it('[ST8] refuses the database of another program', () => {
  const path = newFile()
  const raw = new DatabaseSync(path)
  raw.exec('create table theirs (x)')
  raw.close()
  expect(() => patient(path)).toThrow(expect.objectContaining({ code: 'store-not-ours' }))
})

it('[ST8] refuses what a newer version wrote', () => {
  const path = newFile()
  openDatabase(path, clock).close()
  const raw = new DatabaseSync(path)
  raw.exec(`pragma user_version = ${schemaVersion + 1}`)
  raw.close()
  expect(() => patient(path)).toThrow(expect.objectContaining({ code: 'store-schema-newer' }))
})

it('[ST8] refuses a folder that is not there, or is no file', () => {
  expect(() => patient(join(folder, 'no', 'such.db'))).toThrow(expect.objectContaining({ code: 'store-cannot-open' }))
  expect(() => patient(folder)).toThrow(expect.objectContaining({ code: 'store-cannot-open' }))
})

// The superuser may write anywhere, so it cannot be shown there.
it.skipIf(process.getuid?.() === 0)('[ST8] refuses a store that it may not write', async () => {
  const path = newFile()
  const store = patient(path)
  await store.write([{ op: 'put', resource: pain('ann', 'a') }])
  await store.close()
  chmodSync(path, 0o444)
  expect(() => patient(path)).toThrow(expect.objectContaining({ code: 'store-read-only' }))
  const closed = mkdtempSync(join(folder, 'closed-'))
  chmodSync(closed, 0o555)
  expect(() => patient(join(closed, 'new.db'))).toThrow(expect.objectContaining({ code: 'store-cannot-open' }))
})
