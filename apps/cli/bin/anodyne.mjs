#!/usr/bin/env node
// Starts the command line with a Node that can run TypeScript: this one, or the one installed as a dependency.
// Plain JavaScript for whatever Node the system has.
import { spawn } from 'node:child_process'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'
import { node24 } from '../../../tools/node24.mjs'

const main = new URL('../src/main.ts', import.meta.url)
// Compiled code is kept from run to run, which halves the time to the first line. Where it cannot be kept, nothing is lost.
const cache = fileURLToPath(new URL('../../../node_modules/.cache/anodyne', import.meta.url))
const node = node24()

if (node === process.execPath) {
  // node:sqlite and its like announce themselves as experimental on stderr, where only a refusal belongs.
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning, kind, ...rest) => {
    if ((kind?.type ?? kind) !== 'ExperimentalWarning') emitWarning.call(process, warning, kind, ...rest)
  }
  module.enableCompileCache?.(cache)
  await import(main.href)
} else if (node) {
  const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(main), ...process.argv.slice(2)]
  const child = spawn(node, args, { stdio: 'inherit', env: { NODE_COMPILE_CACHE: cache, ...process.env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 70
  })
} else {
  process.stderr.write(
    `anodyne: needs Node 24 or newer; this is ${process.version} and no other is installed. Run "npm ci" in the project's folder, or install Node 24.\n`,
  )
  process.exitCode = 70
}
