/**
 * Opens the store's one file. Prepared statements on node:sqlite, no query builder: there is no official dialect for it,
 * and the store asks six questions.
 */
import type { DatabaseSync } from 'node:sqlite'
import { StoreRefusal } from '../store.ts'
import { migrations, schemaVersion } from './schema.ts'

/** "Anod" in ASCII: SQLite's application_id, by which the file is told from any other database. */
const applicationId = 0x41_6e_6f_64

/**
 * @throws StoreRefusal `store-not-a-database`, `store-not-ours`, `store-schema-newer`, `store-damaged`, `store-read-only`, `store-busy`,
 * `store-cannot-open`
 */
export function openDatabase(path: string, clock: () => Date): DatabaseSync {
  // Loaded when first used, so that importing the package needs no SQLite (a browser has none).
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5000 })
    const version = recognise(database, path)
    // FULL: the log is synced at every commit, so an acknowledged write survives a loss of power too.
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    migrate(database, version, clock)
    // SQLite opens a file that it may not write for reading, and begins even so: only a write tells.
    database.exec(`begin immediate; pragma user_version = ${schemaVersion}; rollback`)
    return database
  } catch (error) {
    database?.close()
    throw refusal(error, path)
  }
}

/** The schema version of the file; 0 for a new, empty one. */
function recognise(database: DatabaseSync, path: string): number {
  const read = (pragma: string) => Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0])
  const tables = database.prepare('select count(*) as n from sqlite_master').get()?.['n']
  const version = read('user_version')
  if (tables === 0 && version === 0) return 0
  if (read('application_id') !== applicationId) {
    throw new StoreRefusal('store-not-ours', `${path}: a SQLite database of another program; choose another file`)
  }
  if (version <= schemaVersion) return version
  const message = `${path}: written by a newer version (schema ${version}; this one reads up to ${schemaVersion})`
  throw new StoreRefusal('store-schema-newer', message)
}

function migrate(database: DatabaseSync, from: number, clock: () => Date): void {
  if (from === schemaVersion) return
  database.exec('begin exclusive')
  try {
    database.exec('create table if not exists migration (version integer primary key, name text, applied text) strict')
    const row = database.prepare('insert into migration (version, name, applied) values (?, ?, ?)')
    // Read again under the lock: another process may have migrated meanwhile.
    const done = Number(database.prepare('select coalesce(max(version), 0) as v from migration').get()?.['v'])
    for (const { version, name, sql } of migrations.filter((m) => m.version > done)) {
      database.exec(sql)
      row.run(version, name, clock().toISOString())
    }
    database.exec(`pragma application_id = ${applicationId}; pragma user_version = ${schemaVersion}; commit`)
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html) in words that a person can act on. */
function refusal(error: unknown, path: string): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error)) return error
  const code = (error as { errcode?: number }).errcode
  if (code === undefined) return error
  const primary = code & 0xff
  if (primary === 26) return new StoreRefusal('store-not-a-database', `${path}: not a database; choose another file`)
  if (primary === 11) return new StoreRefusal('store-damaged', `${path}: the file is damaged; put back a copy of it`)
  if (primary === 8) return new StoreRefusal('store-read-only', `${path}: the file or its folder cannot be written`)
  if (primary === 5) return new StoreRefusal('store-busy', `${path}: another program holds it; close that one first`)
  return new StoreRefusal('store-cannot-open', `${path}: ${error.message}; is the folder there, and can it be written?`)
}
