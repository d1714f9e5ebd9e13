import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modelOf, sideBySide } from '../packages/pharmacology/src/index.ts'

const root = join(import.meta.dirname, '..')
const room = join(root, 'packages/pharmacology')
/** Nothing of the workspace is above it, so that nothing of the workspace can be found from it. */
const consumer = mkdtempSync(join(tmpdir(), 'anodyne-consumer-'))
const installed = join(consumer, 'node_modules/@anodyne/pharmacology')
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

const shell = process.platform === 'win32'
function run(command: string, args: readonly string[], cwd = consumer): string {
  // What npm told this process of the workspace is not told on.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)))
  const done = spawnSync(command, args, { cwd, env, shell, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}\n${done.stderr}`)
  return done.stdout
}

const tracked = () =>
  ['package.json', 'README.md', 'src/index.ts'].map((name) => readFileSync(join(room, name), 'utf8'))
const before = tracked()
beforeAll(() => {
  run('npm', ['pack', '--pack-destination', consumer], room)
  const tarball = readdirSync(consumer).find((name) => name.endsWith('.tgz'))
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', `./${tarball}`, '--offline', '--no-audit', '--no-fund'])
}, 60_000)

/** Every file that was installed, from its own folder on. */
const files = () =>
  readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

it('[PL11] `npm pack` gives one script, its types and its terms; it needs nothing and leaves the workspace as it was', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']))
  expect(manifest).not.toHaveProperty('scripts')
  expect(manifest).not.toHaveProperty('private')
  expect(readdirSync(join(consumer, 'node_modules/@anodyne'))).toEqual(['pharmacology'])
  const others = files().filter((file) => !file.endsWith('.d.ts'))
  expect(others.map((file) => file.slice(installed.length + 1)).sort()).toEqual(
    ['LICENSE', 'NOTICE', 'README.md', 'index.js', 'package.json'], // prettier-ignore
  )
  for (const file of files().filter((name) => /\.(js|d\.ts)$/.test(name))) {
    const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;\n]*from\s*['"]([^'"]+)['"]/gm)]
    expect(imports.filter(([, target]) => !/^\.\.?\/.*\.js$/.test(target!))).toEqual([])
  }
  expect(tracked()).toEqual(before)
})

const example = readFileSync(join(room, 'README.md'), 'utf8')
const blocks = [...example.matchAll(/```js\n([\s\S]+?)```\s+```text\n([\s\S]+?)```/g)]

it('[PL12] the README’s examples print what it shows, from the installed package', () => {
  expect(blocks).toHaveLength(2)
  for (const [i, [, code, shown]] of blocks.entries()) {
    writeFileSync(join(consumer, `example-${i}.js`), code!)
    expect(run(process.execPath, [`example-${i}.js`])).toBe(shown)
  }
})

const older = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'node'))
const node20 = older.find((path) => spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v20.'))
it.skipIf(!node20)('[PL12] the same on Node 20', () => {
  for (const [i, [, , shown]] of blocks.entries()) expect(run(node20!, [`example-${i}.js`])).toBe(shown)
})

const QUESTION = `
const regimen = [{ substance: 'esketamine', route: 'iv', dose: 10, infusion: 0.5, every: 24, from: 0, until: 24 }] satisfies LibraryCourse[]
const { answers } = sideBySide([modelOf('fanta-otto-2021')], regimen, { weight: 70, interactions: [] }, [1, 5])
`
const IMPORT = "import { hours, mg, modelOf, sideBySide, type Course, type LibraryCourse } from '@anodyne/pharmacology'"

it.each([
  ['bundler', 'preserve'],
  ['nodenext', 'nodenext'],
])(
  '[PL11] types hold for a strict consumer that checks libraries too, with moduleResolution %s',
  (resolution, module) => {
    const folder = join(consumer, resolution)
    mkdirSync(folder)
    const right = `export const course: Course = { substance: 'esketamine', route: 'iv', dose: mg(10), every: hours(24), from: hours(0), until: hours(24) }
export const first: number | undefined = answers[0]?.curves['ketamine']?.concentration[0]\n`
    writeFileSync(join(folder, 'right.ts'), `${IMPORT}${QUESTION}${right}`)
    writeFileSync(join(folder, 'wrong.ts'), `${IMPORT}${QUESTION}export const wrong: string = answers.length\n`)
    const tsc = (name: string) =>
      spawnSync(
        join(root, 'node_modules/.bin/tsc'),
        ['--noEmit', '--ignoreConfig', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022', '--types', '', '--module', module, '--moduleResolution', resolution, '--pretty', 'false', name], // prettier-ignore
        { cwd: folder, encoding: 'utf8', shell },
      ).stdout
    expect(tsc('right.ts')).toBe('')
    expect(tsc('wrong.ts')).toMatch(/TS2322/)
  },
)

const regimen = [
  { substance: 'esketamine', route: 'iv', dose: 10, infusion: 0.5, every: 24, from: 0, until: 24 },
] as const
const here = () =>
  sideBySide([modelOf('fanta-otto-2021')], regimen, { weight: 70, interactions: [] }, [1, 5]).answers[0]!.curves
const ASKED = `${IMPORT.replace(/, type \w+/g, '')}${QUESTION.replace(' satisfies LibraryCourse[]', '')}`

it('[PL11] the installed package answers as the workspace does', () => {
  writeFileSync(join(consumer, 'ask.js'), `${ASKED}console.log(JSON.stringify(answers[0].curves))\n`)
  expect(JSON.parse(run(process.execPath, ['ask.js']))).toEqual(here())
})

const chromiumPath = process.env['ANODYNE_CHROMIUM']
it.skipIf(!chromiumPath)('[PL11] the same in a browser, as a file on a plain server', async () => {
  const page = `<!doctype html><script type="importmap">{"imports":{"@anodyne/pharmacology":"/index.js"}}</script>
<script type="module">${ASKED}document.title = JSON.stringify(answers[0].curves)</script>`
  const server = createServer(({ url }, response) => {
    const script = url === '/index.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ? readFileSync(join(installed, 'index.js')) : page)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage()
    const address = server.address()
    await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
    await tab.waitForFunction('document.title !== ""')
    const found = JSON.parse(await tab.title()) as ReturnType<typeof here>
    expect(found['ketamine']!.auc / here()['ketamine']!.auc).toBeCloseTo(1, 12)
  } finally {
    await browser.close()
    server.close()
  }
})
