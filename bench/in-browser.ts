/** The same job in the system's Chromium, from a bundle as the web app is built; beside Node's time in the same run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../tools/find-chromium.ts'
import { timeForecast } from './forecast-job.ts'
import { report, say } from './results.ts'

const root = join(import.meta.dirname, '..')
const found = await findChromium(root)
if ('why' in found) say(`in the browser: not measured, ${found.why}`)
else await measure(found.path)

async function measure(executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anodyne-bench-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: {
        entry: join(import.meta.dirname, 'forecast-job.ts'),
        formats: ['iife'],
        name: 'job',
        fileName: () => 'job.js',
      },
    },
  })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  const page = await browser.newPage()
  await page.addScriptTag({ content: readFileSync(join(folder, 'job.js'), 'utf8') })
  const there = await page.evaluate<{ first: number; exact: number; best: number }>('job.timeForecast()')
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
  const here = timeForecast()
  report(
    'forecastInBrowser',
    { ms: there.best, median: there.exact },
    `in the browser  ${there.exact.toFixed(0)} ms (median of 19; best ${there.best.toFixed(0)}, first run ${there.first.toFixed(0)} ms)`,
  )
  say(`  Node, same run     ${here.exact.toFixed(0)} ms`)
  say(`  ratio              ${(there.exact / here.exact).toFixed(2)}×`)
}
