// `npm pack` in a package of this workspace: JavaScript and types that need nothing else, though the workspace itself runs the sources.
// No file under version control is touched: before packing, the package is made in `dist/`; after it, npm's tarball, whose manifest
// still points to the sources, is packed anew from there. Plain JavaScript for whatever Node the system has.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const room = process.cwd()
const made = join(room, 'dist')
/** Packages of the workspace that come along inside, and their doors. */
const inside = { '@anodyne/units': 'packages/units/src/index', '@anodyne/evidence': 'evidence/src/index' }

if (process.argv[2] === 'make') await make()
else if (process.argv[2] === 'finish') finish()
else throw new Error(`pack ${process.argv[2]}: expected make or finish`)

async function make() {
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true })
  run(join(root, 'node_modules/.bin/tsc'), ['-p', join(room, 'tsconfig.package.json'), '--pretty', 'false'])
  for (const file of declarations(join(made, 'types'))) writeFileSync(file, withoutWorkspace(file))
  const { build } = await import('vite')
  await build({
    root: room,
    configFile: false,
    logLevel: 'warn',
    build: {
      lib: { entry: join(room, 'src/index.ts'), formats: ['es'], fileName: () => 'index.js' },
      outDir: made,
      emptyOutDir: false,
      copyPublicDir: false,
      // What Node 20 and the browsers of its time run.
      target: 'es2022',
      minify: false,
    },
  })
  for (const name of ['LICENSE', 'NOTICE']) copyFileSync(join(root, name), join(made, name))
  copyFileSync(join(room, 'README.md'), join(made, 'README.md'))
  writeFileSync(join(made, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
}

/** What a consumer's npm reads: nothing of the workspace. */
function manifest() {
  const { name, version, description, license, type } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'))
  const door = `./types/${relative(root, room).split(sep).join('/')}/src/index.d.ts`
  return {
    name,
    version,
    description,
    license,
    type,
    exports: { '.': { types: door, default: './index.js' }, './package.json': './package.json' },
    types: door,
    sideEffects: false,
    engines: { node: '>=20' },
  }
}

function declarations(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Imports of files end in `.js`, as a consumer's compiler wants them; imports of the workspace's packages become files too. */
function withoutWorkspace(file) {
  return readFileSync(file, 'utf8').replace(
    /((?:from|import)\s*\(?\s*)(['"])([^'"]+)\2/g,
    (_, before, quote, target) => {
      const door = Object.hasOwn(inside, target) ? join(made, 'types', inside[target]) : undefined
      if (!door && !target.startsWith('.')) throw new Error(`${file} imports ${target}, which does not come along`)
      const path = door ? `${relative(dirname(file), door).split(sep).join('/')}.js` : target.replace(/\.ts$/, '.js')
      return `${before}${quote}${path}${quote}`
    },
  )
}

/** Where npm has just written, over it. */
function finish() {
  if (process.env.npm_config_dry_run === 'true') return
  const target = resolve(process.env.INIT_CWD ?? room, process.env.npm_config_pack_destination ?? '.')
  run('npm', ['pack', made, '--silent', '--ignore-scripts', '--workspaces=false', '--pack-destination', target])
}

/** Silent when it goes well: `npm pack --json` prints for programs. */
function run(command, args) {
  const shell = process.platform === 'win32'
  const done = spawnSync(command, args, {
    cwd: root,
    shell,
    encoding: 'utf8',
    env: { ...process.env, npm_config_json: 'false' },
  })
  if (done.status === 0) return
  console.error(done.stdout, done.stderr)
  process.exit(done.status ?? 1)
}
