import { expect, it } from 'vitest'
import { nca, type Nca, type Observation } from './nca.ts'
import { terminalSlope } from './terminal-slope.ts'
import {
  indometacin,
  indometacinBolus,
  indometacinInfusion,
  indometacinInfusionLinear,
  theophylline,
  theophyllineLinear,
  theophyllineLog,
  theophyllineTerminal,
} from './winnonlin.fixture.ts'

/** mg/L to ng/mL */
const observed = (rows: readonly (readonly [number, number])[]): Observation[] =>
  rows.map(([time, concentration]) => ({ time, concentration: 1000 * concentration }))
/** A printed number: seven decimals, or its relative 1e-7 where that is less. */
const meets = (value: number | undefined, printed: number, what: string) =>
  expect(Math.abs(value! - printed), what).toBeLessThan(1e-7 * Math.max(1, Math.abs(printed)))

/** Every column that the reference prints. */
function compare(result: Nca, printed: Readonly<Record<string, readonly number[]>>, person: number): void {
  const own: Record<string, number | undefined> = {
    ...result.observed,
    AUClast: result.AUClast / 1000,
    C0: result.C0 === undefined ? undefined : result.C0 / 1000,
    AUCinfObserved: result.observed!.AUCinf / 1000,
    AUCinfPredicted: result.predicted!.AUCinf / 1000,
    lambda: result.terminal!.lambda,
    points: result.terminal!.points,
  }
  for (const [name, column] of Object.entries(printed))
    meets(own[name], column[person]!, `person ${person + 1}, ${name}`)
}

it('[EX6] theophylline, twelve people: λz as WinNonlin chooses it', () => {
  theophylline.forEach((rows, person) => {
    const { terminal } = nca(observed(rows), { dose: 320, route: 'extravascular' })
    const [lambda, thalf, points, from, adjustedR2] = theophyllineTerminal[person]!
    meets(terminal!.lambda, lambda, `person ${person + 1}`)
    meets(terminal!.thalf, thalf, `person ${person + 1}`)
    meets(terminal!.adjustedR2, adjustedR2, `person ${person + 1}`)
    expect(terminal).toMatchObject({ points, from })
  })
})

it.each([
  ['linear', theophyllineLinear],
  ['linear-up-log-down', theophyllineLog],
] as const)('[EX6] theophylline, twelve people, %s: areas, clearance, volume, MRT meet WinNonlin to its printed digits', (rule, printed) => {
  theophylline.forEach((rows, person) =>
    compare(nca(observed(rows), { dose: 320, route: 'extravascular' }, { rule }), printed, person),
  )
}) // prettier-ignore

it.each([
  ['infusion', 'linear-up-log-down', indometacinInfusion],
  ['infusion', 'linear', indometacinInfusionLinear],
  ['bolus', 'linear-up-log-down', indometacinBolus],
] as const)('[EX6] indometacin, six people, %s, %s: with Vss and C0, as WinNonlin', (route, rule, printed) => {
  const given = { dose: 25, route, ...(route === 'infusion' ? { duration: 0.25 } : {}) }
  indometacin.forEach((rows, person) => compare(nca(observed(rows), given, { rule }), printed, person))
})

it('[EX6] person 1 of theophylline, extrapolated by 31 %, is said to be', () => {
  expect(nca(observed(theophylline[0]!), { dose: 320, route: 'extravascular' }).cautions).toEqual([
    '31 % of AUCinf is extrapolated: more than a fifth',
  ])
  expect(nca(observed(theophylline[1]!), { dose: 320, route: 'extravascular' }).cautions).toEqual([])
})

/** e^(−0.1·t) but for what is overwritten. */
const fall = (times: readonly number[], change: Readonly<Record<number, number | 'BLQ'>> = {}): Observation[] =>
  times.map((time) => ({ time, concentration: change[time] ?? 100 * Math.exp(-0.1 * time) }))

it('[EX7] an exponential after a bolus gives back its clearance, volume and half-life exactly', () => {
  const { C0, observed, predicted, terminal } = nca(fall([0.5, 1, 2, 5, 9, 14]), { dose: 7, route: 'bolus' })
  meets(C0, 100, 'C0')
  meets(terminal!.thalf, Math.LN2 / 0.1, 'half-life')
  for (const one of [observed!, predicted!]) {
    meets(one.AUCinf, 1000, 'AUC')
    meets(one.CL, 7, 'CL')
    meets(one.Vz, 70, 'Vz')
    meets(one.Vss, 70, 'Vss')
    meets(one.MRT, 10, 'MRT')
  }
})

it('[EX7] log areas are those of the exponential, also where it is nearly flat', () => {
  for (const k of [1e-9, 1e-5, 0.02, 0.051, 3]) {
    const samples: Observation[] = [0, 1, 2, 3, 4].map((time) => ({ time, concentration: 50 * Math.exp(-k * time) }))
    const { AUClast, AUMClast } = nca(samples, { dose: 1, route: 'bolus' }, { rule: 'log' })
    const x = 4 * k
    // ∫e^(−kt) and ∫t·e^(−kt), by their series where they cancel.
    const area = x < 1e-3 ? 4 * (1 - x / 2 + x ** 2 / 6) : -Math.expm1(-x) / k
    const moment = x < 1e-3 ? 16 * (1 / 2 - x / 3 + x ** 2 / 8) : (1 - Math.exp(-x) * (1 + x)) / k ** 2
    expect(Math.abs(AUClast / (50 * area) - 1), `area, k ${k}`).toBeLessThan(1e-9)
    expect(Math.abs(AUMClast / (50 * moment) - 1), `moment, k ${k}`).toBeLessThan(1e-9)
  }
})

it('[EX7] BLQ is 0 before the first measurable sample, left out between, left out after the last', () => {
  const given = { dose: 1, route: 'extravascular' } as const
  const rising: Observation[] = [
    { time: 0, concentration: 'BLQ' },
    { time: 1, concentration: 'BLQ' },
    { time: 2, concentration: 40 },
    { time: 4, concentration: 20 },
    { time: 6, concentration: 'BLQ' },
    { time: 8, concentration: 5 },
    { time: 12, concentration: 'BLQ' },
  ]
  const result = nca(rising, given, { rule: 'linear' })
  // 0 at 1 h, then 40 at 2 h; 4 h to 8 h in one step; nothing after 8 h.
  expect(result.AUClast).toBeCloseTo(20 + 60 + 50, 10)
  expect(result).toMatchObject({ tlast: 8, Clast: 5, tmax: 2, Cmax: 40 })
  // λz needs three samples after tmax: there are two.
  expect(result.terminal).toBeUndefined()
  expect(result.observed).toBeUndefined()
  expect(result.cautions.join()).toContain('no terminal slope')
})

it('[EX7] a 0 after the last measurable sample adds no area, and is no sample for λz', () => {
  const given = { dose: 1, route: 'bolus' } as const
  const without = nca(fall([0, 1, 2, 4, 8]), given, { rule: 'linear' })
  expect(nca(fall([0, 1, 2, 4, 8, 12], { 12: 0 }), given, { rule: 'linear' })).toEqual(without)
})

it('[EX7] of equal peaks the first is tmax, and λz is looked for after it', () => {
  const result = nca(fall([1, 2, 4, 6, 8, 10], { 1: 90, 2: 90 }), { dose: 1, route: 'extravascular' })
  expect(result).toMatchObject({ tmax: 1, Cmax: 90 })
})

it('[EX7] adjusted R² within 0.0001 of the best: the line through most points; beyond it: the best', () => {
  const samples = [0, 1, 2, 3, 4, 5].map((time) => ({ time, concentration: Math.exp(-time) }))
  expect(terminalSlope(samples)!.points).toBe(6)
  const nudged = (by: number) =>
    terminalSlope(samples.map((one, k) => (k === 0 ? { ...one, concentration: one.concentration * by } : one)))!
  const tie = nudged(1.02)
  const far = nudged(1.2)
  expect(tie.adjustedR2).toBeLessThan(1)
  expect(tie.adjustedR2).toBeGreaterThan(1 - 1e-4)
  expect(tie.points).toBe(6)
  expect(far.points).toBe(5)
})

it('[EX7] a curve that does not fall has no terminal slope, no half-life and no AUC to infinity', () => {
  const flat = [0, 1, 2, 3, 4, 5].map((time) => ({ time, concentration: 10 + time }))
  expect(terminalSlope(flat)).toBeUndefined()
  const result = nca(flat, { dose: 1, route: 'extravascular' })
  expect(result.terminal).toBeUndefined()
  expect(result.predicted).toBeUndefined()
})

it.each([
  ['time -1', [{ time: -1, concentration: 1 }], {}],
  ['time 1', [{ time: 1, concentration: 1 }, { time: 1, concentration: 1 }], {}],
  ['concentration NaN', [{ time: 1, concentration: NaN }], {}],
  ['concentration -1', [{ time: 1, concentration: -1 }], {}],
  ['nothing was measurable', [{ time: 1, concentration: 'BLQ' }], {}],
  ['dose NaN', [{ time: 1, concentration: 1 }], { dose: NaN }],
  ['duration undefined', [{ time: 1, concentration: 1 }], { route: 'infusion' }],
] as const)('[EX7] refuses %s', (named, observations, change) => {
  expect(() => nca(observations, { dose: 1, route: 'extravascular', ...change })).toThrow(named)
}) // prettier-ignore

/** S-ketamine after 5 mg of racemate over 30 min: mean curve of Hasan 2021, doi:10.1097/ALN.0000000000003829, digitised (MIT). */
const hasan: Observation[] = [
  [0.5, 11.14], [1, 6.52], [2, 3.29], [4, 1.65], [6, 0.886], [8, 0.506], [12, 0.38], [16, 0.317], [24, 0.253],
].map(([time, concentration]) => ({ time: time!, concentration: concentration! })) // prettier-ignore

it('[EX8] S-ketamine of Hasan 2021: clearance within one SD of the paper’s; its half-life is that up to 12 h, not the last', () => {
  const given = { dose: 2.5, route: 'infusion', duration: 0.5 } as const
  const whole = nca(hasan, given)
  // 1620 ± 380 mL/min = 97 ± 23 L/h.
  expect(Math.abs(whole.observed!.CL! - 97.2)).toBeLessThan(22.8)
  // 5.2 ± 3.4 h: met by the samples from 4 to 12 h …
  const { terminal } = nca(hasan, given, { window: [4, 12] })
  expect(Math.abs(terminal!.thalf - 5.2)).toBeLessThan(3.4)
  // … and not by the last samples of the digitised mean, which is nearly flat after 12 h (known miss).
  expect(whole.terminal!.thalf).toBeGreaterThan(8.6)
})

it('[EX7] a route or a rule of another name is refused, not taken for one that is known', () => {
  const observations = [1, 2, 4].map((time) => ({ time, concentration: 8 / time }))
  const dose = { dose: 1, route: 'extravascular' } as const
  expect(() => nca(observations, { dose: 1, route: 'oral' as 'bolus' })).toThrow('route oral: expected extravascular')
  expect(() => nca(observations, dose, { rule: 'log-linear' as 'log' })).toThrow('rule log-linear: expected')
})
