// `npm start`, `npm test` and their like: installs what the lock file says (once), finds the right Node, and goes.
// Plain JavaScript for whatever Node the system has.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24 } from './node24.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [task = 'start', ...rest] = process.argv.slice(2)

install()
const node = node24()
if (!node) {
  console.error(
    `Anodyne needs Node 24 or newer. This is ${process.version}, and no Node 24 package exists for ${process.platform}-${process.arch}: install Node 24 and run the command again.`,
  )
  process.exit(1)
}
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'tools', `${task}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
})
// Ctrl-C reaches the child by itself (same terminal); this process only waits, so that the prompt comes back after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  if (signal && !['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal)) console.error(`anodyne ${task}: ended by ${signal}`)
  process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1))
})

/**
 * Installs what the lock file says unless that is already installed. The mark is written last. Without it, what is there
 * may be half written, and npm takes a package whose package.json is there for whole: so it begins anew, from nothing.
 * `install --no-save`, not `ci`: both keep to the lock file's versions and hashes and leave it unchanged, but
 * `ci` refuses where a registry lacks the linter's binary for some other platform.
 */
function install() {
  const modules = join(root, 'node_modules')
  const mark = join(modules, '.anodyne-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  // An older npm run leaves out native parts made for newer Nodes, without a word, and what needs them fails much later.
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23)) {
    console.error(
      `Installing Anodyne needs Node 20.19, 22.12 or newer; this is ${process.version}. Nothing was installed.`,
    )
    process.exit(1)
  }
  if (existsSync(mark)) rmSync(mark)
  else clear(modules)
  console.log('Installing what Anodyne needs (once; about half a minute) …')
  const npm = process.env.npm_execpath
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) {
    console.error('Installing failed (see above). Nothing was started. Is the npm registry reachable?')
    process.exit(run.status ?? 1)
  }
  writeFileSync(mark, lock)
}

/** All but the Node that runs this: npm puts the one that came as a dependency first on the path. */
function clear(modules) {
  if (!existsSync(modules)) return
  for (const name of readdirSync(modules)) {
    const path = join(modules, name)
    if (!process.execPath.startsWith(path + sep)) rmSync(path, { recursive: true, force: true })
  }
}
