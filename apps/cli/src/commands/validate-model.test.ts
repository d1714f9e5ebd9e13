/** The command as a person and a script see it; the rows themselves are tested where they are made. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { modelOf, validate, type ValidationRow } from '@anodyne/pharmacology'
import { expect, it, vi } from 'vitest'
import { paint } from '../text/paint.ts'
import { answer } from './validate-model.ts'

vi.setConfig({ testTimeout: 120_000 })

const bin = fileURLToPath(new URL('../../bin/anodyne.mjs', import.meta.url))
function anodyne(...args: readonly string[]) {
  const run = spawnSync(process.execPath, [bin, 'validate-model', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, COLUMNS: '80', ANODYNE_DEBUG: '' },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('[VM8] without a model: every model in 80 columns, external and verification apart, reasons, seed, count, exit code 0', () => {
  const { code, out, err } = anodyne()
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  for (const id of ['ketamine-composite', 'simons-2022', 'perez-ruixo-2021', 'fanta-otto-2021', 'ashraf-2018'])
    expect(out).toContain(`${id} 0.`)
  expect(out.indexOf('External: not used')).toBeLessThan(out.indexOf('Verification: used'))
  expect(out).toMatch(/Misses, and why\n(.+\n)+ +Chong PO 25 mg, K AUC0–8 \(ratio 0\.\d\d\)/)
  expect(out).toMatch(/Yanagihara PO 50 mg, F .* two-fold \*\n/)
  expect(out).toMatch(/Chong PO 25 mg, NK Cmax .* ± 25 %\n/)
  expect(out).toContain('* neither the study nor the review of the evidence gives this tolerance')
  expect(out).toMatch(/virtual patients, seed \d+/)
  expect(out).toMatch(/\n\d+ pass, \d+ known misses, 0 fail\n$/)
})

it('[VM8] with a model and --json: the rows of that model, in the promised shape', () => {
  const { code, out } = anodyne('simons-2022', '--json')
  const { rows } = JSON.parse(out) as { rows: ValidationRow[] }
  expect(code).toBe(0)
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    for (const key of ['model', 'target', 'observed', 'predicted', 'ratio', 'tolerance', 'status', 'because', 'role', 'source', 'unit', 'basis', 'acceptsNoChange'])
      expect(row).toHaveProperty(key)
    expect(row.model).toBe('simons-2022')
    expect(row.ratio).toBeCloseTo(row.predicted / row.observed, 12)
    expect(['pass', 'known-miss', 'fail']).toContain(row.status)
    expect(row.because === null).toBe(row.status === 'pass')
  }
}) // prettier-ignore

it('[VM8] an unknown model is refused with those that exist, and so is a second one', () => {
  const { code, out, err } = anodyne('simons')
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^anodyne: MODEL simons: not known; expected one of ketamine-composite, ketamine-physiological, simons-2022, .*kamp-2020\n$/)
  expect(anodyne('simons-2022', 'kamp-2020').code).toBe(2)
}) // prettier-ignore

it('[VM8] exit code 1 when a row fails, and the row says FAIL', async () => {
  const given = modelOf('fanta-otto-2021')
  const parameters = given.parameters.map((one) => (one.symbol === 'CL' ? { ...one, value: 200 } : one))
  const wrong = { ...given, parameters }
  const style = { width: 80, paint: paint(false) }
  for (const json of [true, false]) {
    const { text, code } = (await answer([wrong], validate([wrong]), json, style)) as { text: string; code: number }
    expect(code).toBe(1)
    expect(text).toMatch(json ? /"status": "fail"/ : /Otto IV S 10 mg, K at 1 h .* FAIL +± 20 % \*/)
  }
  expect(await answer([given], validate([given]), false, style)).toMatchObject({ code: 0 })
})
