import { spawnSync } from 'node:child_process'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let root: string

/** A project whose installer notes what it found, and whose tasks do as their name says. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'anodyne-run-'))
  mkdirSync(join(root, 'tools'))
  for (const name of ['run.mjs', 'node24.mjs']) cpSync(join(import.meta.dirname, name), join(root, 'tools', name))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'tools/greet.ts'), 'console.log("hello")')
  writeFileSync(join(root, 'tools/die.ts'), 'process.kill(process.pid, "SIGBUS")')
  writeFileSync(
    join(root, 'npm.cjs'),
    `const fs = require('fs')
     fs.appendFileSync('installs', fs.existsSync('node_modules/half') ? 'over a half;' : 'from nothing;')
     fs.mkdirSync('node_modules', { recursive: true })`,
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const run = (task: string, node = process.execPath) =>
  spawnSync(node, [join(root, 'tools/run.mjs'), task], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(root, 'npm.cjs') },
  })
const installs = () => readFileSync(join(root, 'installs'), 'utf8')

it('[RM3] begins an interrupted install anew, and installs once', () => {
  mkdirSync(join(root, 'node_modules/half'), { recursive: true })
  expect(run('greet').stdout).toMatch(/hello/)
  expect(run('greet').stdout).toBe('hello\n')
  expect(installs()).toBe('from nothing;')
})

it('[RM3] begins an interrupted install anew with the Node that came with it', () => {
  const node = join(realpathSync(root), 'node_modules/node-own/bin/node')
  cpSync(process.execPath, node, { mode: constants.COPYFILE_FICLONE })
  mkdirSync(join(root, 'node_modules/half'))
  expect(run('greet', node)).toMatchObject({ status: 0, stderr: '' })
  expect(installs()).toBe('from nothing;')
})

it('[RM3] begins anew too when the install for a newer lock file was interrupted', () => {
  run('greet')
  writeFileSync(join(root, 'package-lock.json'), '{"newer":true}')
  writeFileSync(join(root, 'npm.cjs'), `${readFileSync(join(root, 'npm.cjs'), 'utf8')};process.exit(9)`)
  expect(run('greet').status).toBe(9)
  expect(existsSync(join(root, 'node_modules/.anodyne-installed'))).toBe(false)
})

it('[RM3] says of what a program died', () => {
  const { status, stderr } = run('die')
  expect(stderr).toMatch(/ended by SIGBUS/)
  expect(status).toBeGreaterThan(128)
})
