import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPatients } from '@anodyne/record'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, open, setTheStage, strike, type Stage } from './clinic.ts'

const TODAY = new Date().toISOString().slice(0, 10)
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const

/** Without a browser these are skipped, and npm test says so in words. */
describe.skipIf(!chromiumPath)('a visit in a real browser', { timeout: 180_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setTheStage()
  })
  afterAll(() => strike(stage))

  async function page(size: keyof typeof WIDTHS = 'desktop', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await stage.browser.newContext({ viewport: WIDTHS[size], colorScheme, locale: 'en-GB' })
    const opened = await context.newPage()
    opened.setDefaultTimeout(15_000)
    return opened
  }

  /** The demo patient of a scenario: its name as the list shows it, and its address. */
  function demo(scenario: RegExp): { id: string; path: string } {
    const found = demoPatients(TODAY).find((d) => scenario.test(d.id))
    if (!found) throw new Error(`no demo patient for ${scenario}`)
    return { id: found.id, path: `demo/${found.id}` }
  }

  it('[E2E1] shows eight synthetic patients, and one of them in full', async () => {
    const p = await page()
    await p.goto(stage.clinic.address)
    const rows = p.locator('a[href^="/demo/"]')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(8)
    await p
      .locator(`a[href="/${demo(/suitable/i).path}"]`)
      .first()
      .click()
    for (const heading of ['Mechanisms', 'Conventional treatment', 'Findings', 'Options', 'Forecast']) {
      await p.getByRole('heading', { name: heading, exact: false }).first().waitFor()
    }
    const options = p.locator('article[aria-label^="Option"]')
    expect(await options.count()).toBeGreaterThanOrEqual(2)
    const text = (await options.allInnerTexts()).join(' ')
    expect(text).toMatch(/10.mg/)
    expect(text).toMatch(/1.mL/)
    await p.context().close()
  })

  it('[E2E2] recomputes 300 virtual patients in the browser when the dose moves, without asking the server', async () => {
    const p = await page()
    await p.goto(stage.clinic.address + demo(/suitable/i).path)
    const slider = p.getByRole('slider', { name: 'Dose' }).first()
    await slider.waitFor()
    const forecast = p.locator('section', { has: p.getByRole('heading', { name: /Forecast/ }) }).last()
    await forecast.getByText(/300/).first().waitFor()
    await p.waitForLoadState('networkidle')
    const before = await forecast.innerHTML()
    const asked: string[] = []
    p.on('request', (request) => asked.push(request.url()))
    await slider.focus()
    for (let i = 0; i < 5; i++) await p.keyboard.press('ArrowRight')
    await expect.poll(async () => (await forecast.innerHTML()) !== before, { timeout: 10_000 }).toBe(true)
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([])
    await p.context().close()
  })

  it('[E2E3] signs an option; the plan prints on one page and is there after a restart', async () => {
    const p = await page()
    const { path } = demo(/suitable/i)
    await p.goto(stage.clinic.address + path)
    const option = p.locator('article[aria-label^="Option"]', { hasText: /test dose/i }).first()
    await option.waitFor()
    const sign = async () => option.getByRole('button', { name: /sign this option/i }).click()
    await sign()
    await p.getByLabel(/name/i).last().fill('Dr Ada Example')
    const role = p.getByLabel(/role/i).last()
    if ((await role.evaluate((e) => e.tagName)) === 'SELECT') await role.selectOption('prescriber')
    for (const box of await p.getByRole('checkbox').all()) if (!(await box.isChecked())) await box.check()
    await p.getByRole('button', { name: /^sign/i }).last().click()
    await p.waitForURL(/\/plans\//)
    await p.getByText('Dr Ada Example').first().waitFor()
    const url = new URL(p.url())
    const pdf = await p.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1)

    await stage.clinic.close()
    stage.clinic = await open(stage.folder)
    await p.goto(new URL(url.pathname, stage.clinic.address).href)
    await p.getByText('Dr Ada Example').first().waitFor()
    expect(await p.locator('main').innerText()).toMatch(/10.mg/)
    await p.context().close()
  })

  it('[E2E4] imports a FHIR bundle by file, and refuses in words what is not one', async () => {
    const p = await page()
    await p.goto(stage.clinic.address)
    const good = join(stage.folder, 'import.json')
    writeFileSync(good, JSON.stringify(demoPatients(TODAY)[0]?.bundle))
    const bad = join(stage.folder, 'bad.json')
    writeFileSync(bad, '{"resourceType":"Bundle","entry":[')
    const input = p.locator('input[type=file]').first()
    await input.setInputFiles(bad)
    await p
      .getByText(/truncated|ends/i)
      .first()
      .waitFor()
    await input.setInputFiles(good)
    await p.waitForURL(/\/clinic\//)
    await p
      .getByRole('heading', { name: /Findings/ })
      .first()
      .waitFor()
    await p.context().close()
  })

  it('[WE16] is worked by keyboard alone, with the focus seen', async () => {
    const p = await page()
    await p.goto(stage.clinic.address)
    const link = p.locator(`a[href="/${demo(/suitable/i).path}"]`).first()
    await link.waitFor()
    const focused = () => p.evaluate(() => (document.activeElement as HTMLElement | null)?.getAttribute('href') ?? '')
    const wanted = await link.getAttribute('href')
    for (let i = 0; i < 40 && (await focused()) !== wanted; i++) await p.keyboard.press('Tab')
    expect(await focused()).toBe(wanted)
    // The whole row is the link's place, and carries its ring.
    const outline = await link.evaluate((e) => getComputedStyle(e.closest('.row') ?? e).outlineStyle)
    expect(outline).not.toBe('none')
    await p.keyboard.press('Enter')
    const sign = p.getByRole('button', { name: /sign this option/i }).first()
    await sign.waitFor()
    await sign.focus()
    await p.keyboard.press('Enter')
    const dialog = p.getByRole('dialog')
    await dialog.waitFor()
    await p.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await p.context().close()
  })

  describe.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
    ['desktop', 'dark'],
  ] as const)('at %s width, %s', (size, scheme) => {
    it('[E2E5] [E2E6] [E2E7] [WE16] every page is accessible, fits, says what it rests on, and asks no other host', async () => {
      const p = await page(size, scheme)
      const elsewhere: string[] = []
      p.on('request', (request) => {
        const { protocol, host } = new URL(request.url())
        if (protocol.startsWith('http') && host !== new URL(stage.clinic.address).host) elsewhere.push(request.url())
      })
      const plan = await aPlan(stage)
      for (const path of ['', demo(/suitable/i).path, demo(/bladder/i).path, plan, 'no/such/page']) {
        await p.goto(stage.clinic.address + path)
        await p.getByRole('heading').first().waitFor()
        await p.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page: p })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(
          violations.map(
            (v) =>
              `${path}: ${v.id}: ${v.nodes
                .map((n) => n.target.join(' '))
                .slice(0, 3)
                .join(', ')}`,
          ),
        ).toEqual([])
        const overflow = await p.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
        if (size === 'phone') {
          await p.setViewportSize({ width: 320, height: 640 })
          const narrow = await p.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(narrow, `${path} scrolls sideways at 320 px`).toBeLessThanOrEqual(0)
          await p.setViewportSize(WIDTHS[size])
        }
        if (path === 'no/such/page') continue
        const text = await p.locator('body').innerText()
        expect(text, path).toMatch(/not (yet )?approved for care/i)
        if (path.startsWith('demo/')) expect(text, path).toMatch(/synthetic/i)
        if (path === plan) {
          await p.emulateMedia({ media: 'print' })
          const printed = await p.locator('body').innerText()
          expect(printed).toMatch(/not (yet )?approved for care/i)
          expect(printed).toMatch(/synthetic/i)
          await p.emulateMedia({ media: null })
        }
      }
      expect(elsewhere).toEqual([])
      await p.context().close()
    })
  })

  /** Path of a signed plan, signed through the API if none is there. */
  async function aPlan({ clinic }: Stage): Promise<string> {
    const { id, path } = demo(/suitable/i)
    const at = `${clinic.address}api/patients/demo/${id}`
    const { plans, assessment } = (await (await fetch(at)).json()) as {
      plans: { id: string }[]
      assessment: { asOf: string; record: string }
    }
    if (plans[0]) return `${path}/plans/${plans[0].id}`
    const body = JSON.stringify({
      kind: 'hold',
      asOf: assessment.asOf,
      record: assessment.record,
      clinician: { name: 'Dr Ada Example', role: 'prescriber' },
    })
    const signed = await fetch(`${at}/plans`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const { plan } = (await signed.json()) as { plan: { id: string } }
    return `${path}/plans/${plan.id}`
  }
})
