/** The real binary as a child process, and a folder of its own to write into. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/anodyne.mjs', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Folder {
  readonly path: string
  /** Runs `anodyne` in it. */
  run(...args: readonly string[]): Ran
  /** Runs it and sends a signal as soon as it says something on stderr. */
  interrupt(signal: 'SIGINT' | 'SIGTERM', ...args: readonly string[]): Promise<Ran>
  write(name: string, content: string | Uint8Array): string
  bytes(name: string): Buffer
  /** Everything in it, hidden files included. */
  names(): readonly string[]
}

export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'anodyne-simulation-'))
  const env = { ...process.env, COLUMNS: '80', ANODYNE_DEBUG: '' }
  return {
    path,
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd: path,
        env,
        encoding: 'utf8',
        maxBuffer: 1e9,
      })
      return { code: status, out: stdout, err: stderr }
    },
    async interrupt(signal, ...args) {
      const child = spawn(process.execPath, [bin, ...args], { cwd: path, env })
      const said = { out: '', err: '' }
      child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
      child.stderr.once('data', () => child.kill(signal))
      const code = await new Promise<number | null>((done) => child.on('close', done))
      return { code, ...said }
    },
    write(name, content) {
      writeFileSync(join(path, name), content)
      return name
    },
    bytes: (name) => readFileSync(join(path, name)),
    names: () => readdirSync(path).sort(),
  }
}

/** Exit code 2, one line on stderr with these words, nothing on stdout. */
export function refuses(ran: Ran, ...words: readonly string[]): void {
  expect(ran.err).toMatch(/^anodyne: [^\n]+\n$/)
  for (const word of words) expect(ran.err).toContain(word)
  expect([ran.code, ran.out]).toEqual([2, ''])
}

/** Exit code 0 and nothing on stderr. */
export function answers(ran: Ran): string {
  expect([ran.code, ran.err]).toEqual([0, ''])
  return ran.out
}
