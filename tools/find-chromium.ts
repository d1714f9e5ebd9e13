/** A Chromium for the browser tests: named by the environment, the system's, or Playwright's own download where that works. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The executable's path, or why there is none. */
export async function findChromium(root: string): Promise<{ path: string } | { why: string }> {
  const named = process.env['ANODYNE_CHROMIUM']
  if (named)
    return existsSync(named) ? { path: named } : { why: `ANODYNE_CHROMIUM names ${named}, which does not exist` }
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    for (const name of NAMES) if (isExecutable(join(folder, name))) return { path: join(folder, name) }
  }
  const { chromium } = await import('playwright-core')
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath() }
  console.log('No Chromium found; trying to download one for the browser tests …')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  const run = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
    // ms; who has no network soon hears that the rest runs without a browser.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000', ...process.env },
  })
  if (run.status === 0 && existsSync(chromium.executablePath())) return { path: chromium.executablePath() }
  return { why: 'no Chromium on PATH and none could be downloaded (install one, or name it in ANODYNE_CHROMIUM)' }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
