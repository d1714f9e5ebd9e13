/** Parquet by way of DuckDB, which is loaded only here: 68 MB that no other command waits for. */
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { LANES } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'
import type { Rows } from './crew/job.ts'
import { rowColumns } from './csv-lines.ts'
import { parseManifest, type Manifest, type Named } from './manifest.ts'
import type { Column } from './summary.ts'

const type = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE' } as const
/** Rows that DuckDB takes at once. */
const CHUNK = 2048

/**
 * A database beside the target, so that any number of rows fits into little memory. One thread keeps rows in their order.
 * @param folder where its own files may stand until it is closed
 */
async function withDuckDB<T>(folder: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const path = `${folder}.duckdb`
  const instance = await DuckDBInstance.create(path, {
    threads: '1',
    memory_limit: '256MB',
    temp_directory: `${path}.tmp`,
  })
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
    for (const leftover of [path, `${path}.wal`, `${path}.tmp`]) await rm(leftover, { recursive: true, force: true })
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** A name as it is: `*`, `?` and `[` in it would otherwise stand for other files. */
const literal = (path: string): string => quoted(path.replaceAll(/[*?[]/g, '[$&]'))
const copy = (from: string, path: string, manifest: Manifest): string =>
  `COPY (${from}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {anodyne: ${quoted(JSON.stringify(manifest))}})`

export const writeSummaryParquet = (path: string, manifest: Manifest, columns: readonly Column[]): Promise<void> =>
  withDuckDB(path, async (connection) => {
    await connection.run(`CREATE TABLE t (${columns.map(({ name, kind }) => `"${name}" ${type[kind]}`).join(', ')})`)
    const appender = await connection.createAppender('t')
    columns[0]!.values.forEach((_, row) => {
      for (const { kind, values } of columns) {
        if (kind === 'text') appender.appendVarchar(String(values[row]))
        else if (kind === 'integer') appender.appendBigInt(BigInt(values[row]!))
        else appender.appendDouble(Number(values[row]))
      }
      appender.endRow()
    })
    appender.closeSync()
    await connection.run(copy('SELECT * FROM t', path, manifest))
  })

export const writeRowsParquet = (
  path: string,
  manifest: Manifest,
  fill: (take: (rows: Rows) => Promise<void>) => Promise<void>,
): Promise<void> =>
  withDuckDB(path, async (connection) => {
    const { BIGINT, DOUBLE, DuckDBDataChunk } = await import('@duckdb/node-api')
    const { times, outputs } = manifest
    const [id, hours, ...rest] = rowColumns(outputs)
    await connection.run(
      `CREATE TABLE t ("${id}" BIGINT, "${hours}" DOUBLE, ${rest.map((name) => `"${name}" DOUBLE`).join(', ')})`,
    )
    const appender = await connection.createAppender('t')
    const types = [BIGINT, DOUBLE, ...rest.map(() => DOUBLE)]
    await fill(({ first, n, content }) => {
      const total = n * times.length
      for (let begin = 0; begin < total; begin += CHUNK) {
        const size = Math.min(CHUNK, total - begin)
        const places = Array.from({ length: size }, (_, row) => ({
          i: Math.floor((begin + row) / times.length),
          k: (begin + row) % times.length,
        }))
        const chunk = DuckDBDataChunk.create(types, size)
        chunk.setColumnValues(0, places.map(({ i }) => BigInt(first + i + 1))) // prettier-ignore
        chunk.setColumnValues(1, places.map(({ k }) => times[k]!)) // prettier-ignore
        rest.forEach((_, o) => {
          const at = ({ i, k }: { i: number; k: number }) =>
            ((Math.floor(i / LANES) * times.length + k) * rest.length + o) * LANES + (i % LANES)
          chunk.setColumnValues(2 + o, places.map((place) => content[at(place)]!)) // prettier-ignore
        })
        appender.appendDataChunk(chunk)
      }
      appender.flushSync()
      return Promise.resolve()
    })
    appender.closeSync()
    await connection.run(copy('SELECT * FROM t', path, manifest))
  })

/** Reads what the file says of itself, and how many rows it has. @throws Refusal for a file that is not whole */
export const readParquetHeads = (paths: readonly string[], folder: string): Promise<readonly ParquetFile[]> =>
  withDuckDB(folder, async (connection) => {
    const one = async (path: string, sql: string): Promise<unknown> => {
      try {
        return (await connection.runAndReadAll(sql)).getRows()[0]?.[0]
      } catch {
        throw new Refusal(`${path}: cut short, damaged or no Parquet file; expected a whole one`)
      }
    }
    const files: ParquetFile[] = []
    for (const path of paths) {
      const text = await one(
        path,
        `SELECT decode(value) FROM parquet_kv_metadata(${literal(path)}) WHERE decode(key) = 'anodyne'`,
      )
      const manifest = parseManifest(path, String(text))
      const columns = await one(
        path,
        `SELECT string_agg(name, ',') FROM parquet_schema(${literal(path)}) WHERE num_children IS NULL`,
      )
      const rows = await one(path, `SELECT count(*) FROM read_parquet(${literal(path)})`)
      files.push({ path, manifest, columns: String(columns), rows: Number(rows) })
    }
    return files
  })

export interface ParquetFile extends Named {
  /** Their names, with commas between. */
  readonly columns: string
  readonly rows: number
}

/** Rows of all files, one after the other. */
export const mergeParquet = (path: string, manifest: Manifest, shards: readonly string[]): Promise<void> =>
  withDuckDB(path, async (connection) => {
    await connection.run(`CREATE TABLE t AS SELECT * FROM read_parquet(${literal(shards[0]!)}) LIMIT 0`)
    for (const shard of shards)
      await connection.run(`INSERT INTO t SELECT * FROM read_parquet(${literal(shard)})`).catch(() => {
        throw new Refusal(`${shard}: damaged; expected a whole Parquet file`)
      })
    await connection.run(copy('SELECT * FROM t', path, manifest))
  })
