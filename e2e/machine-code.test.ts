/** Under the server's own content security policy the page's forecast worker computes with WebAssembly. */
import { demoPatients } from '@anodyne/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, setTheStage, strike, type Stage } from './clinic.ts'

/** Put before the worker's script: counts the modules it makes. */
const COUNT = `{
  const Module = WebAssembly.Module
  self.made = 0
  WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); self.made++ } }
}`

describe.skipIf(!chromiumPath)('the forecast in a real browser', { timeout: 120_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setTheStage()
  })
  afterAll(() => strike(stage))

  it('[EN7] computes with WebAssembly in its worker', async () => {
    const page = await stage.browser.newPage()
    let policy: string | undefined
    await page.route(/forecast-worker[^/]*\.js/, async (route) => {
      const response = await route.fetch()
      policy = response.headers()['content-security-policy']
      await route.fulfill({ response, body: COUNT + (await response.text()) })
    })
    const suitable = demoPatients(new Date().toISOString().slice(0, 10)).find(({ id }) => /suitable/i.test(id))!
    await page.goto(`${stage.clinic.address}demo/${suitable.id}`)
    const forecast = page.locator('section', { has: page.getByRole('heading', { name: /Forecast/ }) }).last()
    await forecast.getByText(/300/).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(policy).toContain("'wasm-unsafe-eval'")
    const made = await Promise.all(page.workers().map((worker) => worker.evaluate<number>('self.made')))
    // One is the question whether there is SIMD; the others are programs.
    expect(Math.max(...made)).toBeGreaterThan(5)
    await page.close()
  })
})
