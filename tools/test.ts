/** `npm test`: builds the web app, runs every test, and ends with a line "N passed, N failed, N skipped". */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'
import { findChromium } from './find-chromium.ts'
import { tally, type Report } from './tally.ts'

const root = join(import.meta.dirname, '..')
const filters = process.argv.slice(2)
await buildWeb(root)
const found = await findChromium(root)
const env = { ...process.env }
if ('path' in found) env['ANODYNE_CHROMIUM'] = found.path
else delete env['ANODYNE_CHROMIUM']

const folder = mkdtempSync(join(tmpdir(), 'anodyne-test-'))
const file = join(folder, 'report.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters]
const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', vitest, ...args], {
  cwd: root,
  stdio: 'inherit',
  env,
})
const report = readReport(file)
rmSync(folder, { recursive: true, force: true })

if (!('path' in found)) console.log(`\nThe browser tests (e2e/) did not run: ${found.why}.`)
if (!process.env['ANODYNE_RECORDS'])
  console.log(
    'The record tests ran on our own records only: name a folder of FHIR bundles in ANODYNE_RECORDS to run them on yours.',
  )
const { passed, failed, skipped } = tally(report, run.status)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? run.status || 1 : 0)

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined
  }
}
