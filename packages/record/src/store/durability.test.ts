import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { openSqliteStore } from './sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'anodyne-durable-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a writer and kills it without warning `ms` after its first acknowledgement. */
function writeUntilKilled(path: string, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'durability.child.ts'), path])
    let acknowledged = ''
    let complaint = ''
    child.stderr.on('data', (text) => (complaint += String(text)))
    child.stdout.on('data', (text) => {
      if (acknowledged === '') setTimeout(() => child.kill('SIGKILL'), ms)
      acknowledged += String(text)
    })
    child.on('close', (_code, signal) => {
      // The last line may be cut off by the kill; it was not acknowledged.
      if (signal === 'SIGKILL') resolve(acknowledged.split('\n').slice(0, -1))
      else reject(new Error(`the writer ended by itself: ${complaint}`))
    })
  })
}

it('[ST7] every acknowledged write survives a kill, and none is there by half', async () => {
  const path = join(folder, 'killed.db')
  const acknowledged: string[] = []
  for (const ms of [0, 7, 23]) acknowledged.push(...(await writeUntilKilled(path, ms)))
  expect(acknowledged.length).toBeGreaterThan(2)

  const store = openSqliteStore(path, () => new Date())
  const ids = new Set((await store.search('Patient')).map((p) => p.id))
  await store.close()
  expect(acknowledged.filter((n) => !ids.has(`${n}-a`) || !ids.has(`${n}-b`))).toEqual([])
  const half = [...ids].filter((id) => !ids.has(id.endsWith('-a') ? `${id.slice(0, -1)}b` : `${id.slice(0, -1)}a`))
  expect(half).toEqual([])
  const raw = new DatabaseSync(path)
  expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  raw.close()
})
