/** A real clinic on a free port with databases of its own, and a real browser in front of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startClinic, type Clinic } from '@anodyne/server'
import { chromium, type Browser } from 'playwright-core'

/** Set by `npm test` when it found a browser; without it these tests are skipped, and npm test says why. */
export const chromiumPath = process.env['ANODYNE_CHROMIUM']
export const web = join(import.meta.dirname, '../apps/web/dist')

export interface Stage {
  readonly folder: string
  clinic: Clinic
  readonly browser: Browser
}

export async function setTheStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'anodyne-e2e-'))
  const clinic = await open(folder)
  const browser = await chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  return { folder, clinic, browser }
}

export function open(folder: string, clock: () => Date = () => new Date()): Promise<Clinic> {
  return startClinic({ folder, web, port: 0, clock })
}

export async function strike(stage: Stage | undefined): Promise<void> {
  await stage?.browser.close()
  await stage?.clinic.close()
  if (stage) rmSync(stage.folder, { recursive: true, force: true })
}
