/** The embedded store: one SQLite file, durable when a write resolves. `:memory:` keeps it in memory, for tests and demos. */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Resource } from '@medplum/fhirtypes'
import { type Store, StoreRefusal, type Stored, type Write } from '../store.ts'
import { openDatabase } from './database.ts'
import { indexRows, readSearch } from './search-index.ts'
import { checkId, checkWrites } from './write-checks.ts'

/** Opens or creates the store at `path`. @throws StoreRefusal when it cannot be opened or is not ours */
export function openSqliteStore(path: string, clock: () => Date): Store {
  const database = openDatabase(path, clock)
  const statements = prepare(database)
  return {
    async write(writes) {
      const checked = checkWrites(writes, randomUUID)
      return inTransaction(database, () => checked.flatMap((w) => applyWrite(statements, w, clock().toISOString())))
    },
    async read(type, id) {
      checkId(type, id)
      return stored(statements.read.get(type, id)?.['body'])
    },
    async history(type, id) {
      checkId(type, id)
      return statements.history.all(type, id).map((row) => {
        const resource = stored(row['body'])
        return { versionId: String(row['version_id']), deleted: row['deleted'] === 1, ...(resource && { resource }) }
      })
    },
    async search(type, parameters = {}) {
      const conditions = readSearch(type, parameters)
      const clauses = conditions.map(({ parameter, anyOf }) => {
        const marks = anyOf.map(() => '?').join(', ')
        if (parameter === '_id') return `c.id in (${marks})`
        return `c.id in (select id from search where type = c.type and parameter = '${parameter}' and value in (${marks}))`
      })
      const where = ['c.type = ?', 'v.deleted = 0', ...clauses].join(' and ')
      const sql = `select v.body from current c join version v on v.seq = c.seq where ${where} order by v.seq`
      const rows = database.prepare(sql).all(type, ...conditions.flatMap((c) => c.anyOf))
      return rows.map((row) => JSON.parse(String(row['body'])) as Stored)
    },
    async close() {
      database.close()
    },
  }
}

type Statements = ReturnType<typeof prepare>

function prepare(database: DatabaseSync) {
  return {
    current: database.prepare(
      'select v.version_id, v.deleted from current c join version v on v.seq = c.seq where c.type = ? and c.id = ?',
    ),
    read: database.prepare(
      'select v.body from current c join version v on v.seq = c.seq where c.type = ? and c.id = ?',
    ),
    history: database.prepare(
      'select version_id, deleted, body from version where type = ? and id = ? order by seq desc',
    ),
    insert: database.prepare(
      'insert into version (type, id, version_id, last_updated, deleted, body) values (?, ?, ?, ?, ?, ?)',
    ),
    point: database.prepare(
      'insert into current (type, id, seq) values (?, ?, ?) on conflict do update set seq = excluded.seq',
    ),
    unindex: database.prepare('delete from search where type = ? and id = ?'),
    index: database.prepare('insert or ignore into search (type, id, parameter, value) values (?, ?, ?, ?)'),
  }
}

/** All or nothing: what is thrown inside undoes everything. */
function inTransaction<T>(database: DatabaseSync, body: () => T): T {
  database.exec('begin immediate')
  try {
    const result = body()
    database.exec('commit')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

function applyWrite(s: Statements, write: Write, now: string): Stored[] {
  const [type, id] =
    write.op === 'put' ? [write.resource.resourceType, write.resource.id ?? ''] : [write.type, write.id]
  const current = s.current.get(type, id)
  if (write.op === 'put' && write.ifMatch !== undefined) checkVersion(type, id, current, write.ifMatch)
  // Deleting what is not there changes nothing, as in FHIR.
  if (write.op === 'delete' && current?.['deleted'] !== 0) return []

  const versionId = String(Number(current?.['version_id'] ?? 0) + 1)
  const next = write.op === 'put' ? withVersion(write.resource, versionId, now) : undefined
  const { lastInsertRowid } = s.insert.run(type, id, versionId, now, next ? 0 : 1, next ? JSON.stringify(next) : null)
  s.point.run(type, id, lastInsertRowid)
  s.unindex.run(type, id)
  if (next === undefined) return []
  for (const { parameter, value } of indexRows(next)) s.index.run(type, id, parameter, value)
  return [next]
}

type Row = Readonly<Record<string, unknown>> | undefined

function checkVersion(type: string, id: string, current: Row, expected: string): void {
  const actual = current?.['deleted'] === 0 ? String(current['version_id']) : undefined
  if (actual === expected) return
  const state = actual === undefined ? 'does not exist' : `is at version ${actual}`
  throw new StoreRefusal(
    'version-conflict',
    `${type}/${id} ${state}; version ${expected} was expected. Nothing was written.`,
  )
}

function withVersion(resource: Resource, versionId: string, lastUpdated: string): Stored {
  return { ...resource, meta: { ...resource.meta, versionId, lastUpdated } } as Stored
}

function stored(body: unknown): Stored | undefined {
  return typeof body === 'string' ? (JSON.parse(body) as Stored) : undefined
}
