import AxeBuilder from '@axe-core/playwright'
import { library } from '@anodyne/pharmacology'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, setTheStage, strike, type Stage } from './clinic.ts'

const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const

/** Without a browser these are skipped, and npm test says so in words. */
describe.skipIf(!chromiumPath)('the models in a real browser', { timeout: 180_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setTheStage()
  })
  afterAll(() => strike(stage))

  async function open(path: string, size: keyof typeof WIDTHS, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await stage.browser.newContext({ viewport: WIDTHS[size], colorScheme, locale: 'en-GB' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(stage.clinic.address + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const computed = (page: Page) => page.getByText('Computed now, in this browser').waitFor()

  it('[VM11] leads from the list to the model of the forecasts, whose validation is computed without asking the server', async () => {
    const page = await open('', 'desktop', 'light')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByRole('link', { name: 'Models', exact: true }).click()
    await computed(page)
    expect(new URL(page.url()).pathname).toBe('/model')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/\d+ pass\s+\d+ known misses\s+0 fail/)
    for (const words of ['Where it must not be used', 'Grant PO 0.5 mg/kg', 'known miss', 'published'])
      expect(text.toLowerCase()).toContain(words.toLowerCase())
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([])
    await page.context().close()
  })

  it('[VM11] a forecast leads to the model that it rests on', async () => {
    const page = await open('demo/demo-suitable', 'desktop', 'light')
    const forecast = page.locator('section', { has: page.getByRole('heading', { name: /Forecast/ }) }).last()
    await forecast.getByRole('link', { name: /^ketamine-composite \d/ }).click()
    await page.getByRole('heading', { level: 1, name: /composite linear model/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/model/ketamine-composite')
    await page.context().close()
  })

  it('[VM11] an address of a model can be opened and reloaded; one that is no model says so', async () => {
    const page = await open('model/simons-2022', 'desktop', 'light')
    await page.reload()
    await page.getByRole('heading', { name: /oral thin film/ }).waitFor()
    expect(await page.locator('[aria-current="page"]').innerText()).toBe('simons-2022')
    expect(await page.locator('.diagram g[data-state]').count()).toBe(12)
    expect(await page.locator('a[href="https://doi.org/10.3389/fpain.2022.946486"]').count()).toBeGreaterThan(5)
    await page.goto('about:blank')
    await page.goto(`${stage.clinic.address}model/simons-2022#parameters`)
    await computed(page)
    await expect.poll(() => page.locator('#parameters').evaluate((e) => e.getBoundingClientRect().top)).toBeLessThan(200)
    await page.goto(`${stage.clinic.address}model/simons`)
    await page.getByRole('heading', { name: 'Page not found' }).waitFor()
    await page.context().close()
  })

  it('[VM12] the models stand side by side on a regimen, with how far they lie apart and who cannot answer', async () => {
    const page = await open('model/perez-ruixo-2021', 'desktop', 'light')
    const table = page.getByRole('region', { name: 'Models side by side' })
    await table.waitFor()
    expect(await table.innerText()).toMatch(/simons-2022[\s\S]*Largest : smallest\s+\d/)
    await page.getByLabel('Regimen').selectOption({ label: 'Esketamine 84 mg swallowed' })
    await expect.poll(() => table.innerText(), { timeout: 60_000 }).not.toContain('simons-2022')
    expect(await table.innerText()).toContain('ketamine-composite')
    await page.getByText('cannot answer, and why').click()
    expect(await page.locator('main').innerText()).toContain('simons-2022: route oral: expected')
    await page.context().close()
  })

  it.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
    ['desktop', 'dark'],
  ] as const)('[VM11] is accessible and fits at %s width, %s; tables scroll in their own box', async (size, scheme) => {
    for (const { id } of library.filter(({ id }) => id === 'ketamine-composite' || id === (size === 'phone' ? 'ashraf-2018' : 'simons-2022'))) {
      const page = await open(`model/${id}`, size, scheme)
      if (await page.getByText('Against published studies').count()) await computed(page)
      for (const folded of await page.locator('details').all()) await folded.evaluate((e) => e.setAttribute('open', ''))
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map((v) => `${id}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')}`)).toEqual([])
      const widths = size === 'phone' ? [390, 320] : [1440]
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(over, `${id} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
      }
      await page.context().close()
    }
  })
}) // prettier-ignore
