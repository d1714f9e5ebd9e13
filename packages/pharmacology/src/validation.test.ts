/**
 * The validation table of docs/MODEL-CARD.md: predictions of the typical person against what was observed. `pack` is the value
 * that an independent implementation of the same equations predicted; it must be met to its digits. Known failures stand here too.
 */
import { expect, it } from 'vitest'
import { exposure, FOREVER, peak, single } from './exposure.fixture.ts'
import type { Substance } from './substance.ts'

const S: Substance = 'esketamine'
const at = (route: string, dose: number, t: number, infusion?: number, substance?: Substance) =>
  exposure(single(route, dose, infusion), [t], substance)
const otto = (t: number) => at('iv', 10, t, 0.5, S)
/** S-ketamine 0.14, 0.28, 0.57 mg/kg/h for an hour each at 70 kg. */
const staircase = (t: number) =>
  exposure(
    [0.14, 0.28, 0.57].map((rate, i) => ({
      route: 'iv',
      dose: rate * 70,
      every: 99,
      from: i,
      until: i + 1,
      infusion: 1,
    })),
    [t],
    S,
  )
const ratio = ({ AUCk, AUCn }: { AUCk: readonly number[]; AUCn: readonly number[] }) => AUCn[0]! / AUCk[0]!

interface Row {
  readonly what: string
  readonly observed: number
  readonly predicted: () => number
  readonly pack: number
  /** Acceptable predicted : observed. */
  readonly within: readonly [number, number]
}
const row = (
  what: string,
  observed: number,
  pack: number,
  within: readonly [number, number],
  predicted: () => number,
): Row => ({
  what,
  observed,
  pack,
  within,
  predicted,
})
const percent = (p: number): readonly [number, number] => [1 - p / 100, 1 + p / 100]
const twofold = [0.5, 2] as const

const rows: readonly Row[] = [
  ...([[0.5, 56, 49.9], [1, 27, 27.0], [2, 15.5, 15.1], [3, 11.5, 10.1], [5, 6, 5.0], [8, 2.5, 2.2]] as const).map(
    ([t, observed, pack]) => row(`Otto IV S 10 mg, K at ${t} h`, observed, pack, percent(20), () => otto(t).K[0]!),
  ),
  ...([[0.5, 10, 11.5], [1, 23, 20.5], [2, 20, 20.3], [3, 16, 16.9], [5, 12, 11.6], [8, 8, 7.3]] as const).map(
    ([t, observed, pack]) => row(`Otto IV S 10 mg, NK at ${t} h`, observed, pack, percent(20), () => otto(t).N[0]!),
  ),
  row('Hasan IV 5 mg, K AUC', 52.3, 52.5, percent(15), () => at('iv', 5, FOREVER, 0.5).AUCk[0]!),
  row('Hasan IV 5 mg, K Cmax', 29.9, 24.9, percent(25), () => at('iv', 5, 0.5, 0.5).K[0]!),
  row('Hasan IV 5 mg, NK:K', 1.79, 1.65, percent(25), () => ratio(at('iv', 5, FOREVER, 0.5))),
  row('IV 10 mg (10.1002/phar.2669), K AUC', 113, 105, percent(25), () => at('iv', 10, FOREVER).AUCk[0]!),
  row('Hasan PR, K AUC/dose', 1.57, 1.79, percent(30), () => at('oral', 1, FOREVER).AUCk[0]!),
  row('Hasan PR, NK:K (SD 6.5)', 14.0, 9.2, [7.5 / 14, 20.5 / 14], () => ratio(at('oral', 40, FOREVER))),
  row('Chong PO 25 mg, NK AUC0–8', 302, 308, percent(25), () => at('oral', 25, 8).AUCn[0]!),
  row('Chong PO 25 mg, NK Cmax', 82, 90, percent(25), () => peak(single('oral', 25), 4).N),
  row('Chong PO 25 mg, K Tmax', 0.96, 0.98, percent(30), () => peak(single('oral', 25), 4).tmax),
  row('Chong SL 25 mg, K AUC0–8 (SD 48)', 100, 62, [0.52, 1.48], () => at('sublingual', 25, 8).AUCk[0]!),
  row('Chong SL 25 mg, NK AUC0–8', 248, 300, percent(35), () => at('sublingual', 25, 8).AUCn[0]!),
  row('Chong SL 25 mg, NK Cmax', 66, 84, percent(35), () => peak(single('sublingual', 25), 4).N),
  row('Rolan SL, F', 0.29, 0.286, percent(10), () => (at('sublingual', 1, FOREVER).AUCk[0]! * 95.2) / 1000),
  row('Rolan SL, Tmax (0.25–1.0)', 0.75, 0.89, [0.25 / 0.75, 1 / 0.75], () => peak(single('sublingual', 25), 4).tmax),
  row('Yanagihara PO 50 mg, NK AUC0–8', 1000, 617, twofold, () => at('oral', 50, 8).AUCn[0]!),
  row('Yanagihara SL 50 mg, NK AUC0–8 (560–920)', 740, 599, [560 / 740, 920 / 740], () => at('sublingual', 50, 8).AUCn[0]!),
  row('Kamp IV staircase S, K at 3 h', 246, 198, percent(30), () => staircase(3).K[0]!),
  row('Kamp IV staircase S, K at 4 h', 78, 98, percent(30), () => staircase(4).K[0]!),
  row('Kamp IV staircase S, NK at 3.5 h', 146, 137, percent(30), () => staircase(3.5).N[0]!),
] // prettier-ignore

it.each(rows)(
  '[PK8] $what: observed $observed, predicted $pack',
  ({ observed, predicted, pack, within: [low, high] }) => {
    const value = predicted()
    // Half a unit of the last printed digit, and the other implementation's own output grid.
    expect(Math.abs(value / pack - 1)).toBeLessThan(0.02)
    expect(value / observed).toBeGreaterThan(low)
    expect(value / observed).toBeLessThan(high)
  },
)

/** For S-ketamine this model uses Fpo 0.14; the published predictions of these rows used the racemate's 0.17. */
it.each([
  ['Simons film 50 mg S, NK AUC0–6', 641.6, percent(25), () => at('sublingual', 50, 6, undefined, S).AUCn[0]!],
  ['Simons film 50 mg S, NK Cmax (arterial)', 276, twofold, () => peak(single('sublingual', 50), 4, S).N],
  ['Simons film 50 mg S, K AUC0–6', 139, percent(25), () => at('sublingual', 50, 6, undefined, S).AUCk[0]!],
  ['Simons film 50 mg S, K AUC', 148, percent(25), () => at('sublingual', 50, FOREVER, undefined, S).AUCk[0]!],
  ['Perez-Ruixo PO 84 mg S, K AUC0–24', 125, percent(30), () => at('oral', 84, 24, undefined, S).AUCk[0]!],
  ['Perez-Ruixo PO 84 mg S, K Cmax', 25.8, percent(50), () => peak(single('oral', 84), 4, S).K],
  ['Fanta PO S, NK:K', 16.5, twofold, () => ratio(at('oral', 20, FOREVER, undefined, S))],
] as const)('[PK8] %s: observed %f', (_, observed, [low, high], predicted) => {
  expect(predicted() / observed).toBeGreaterThan(low)
  expect(predicted() / observed).toBeLessThan(high)
})

it.each([
  ['Chong PO 25 mg, K Cmax', 22.8, 10.7, () => peak(single('oral', 25), 4).K],
  ['Chong PO 25 mg, K AUC0–8', 77, 36.9, () => at('oral', 25, 8).AUCk[0]!],
  ['Grant PO 35 mg, K Cmax', 45, 14.9, () => peak(single('oral', 35), 4).K],
  ['Simons film 50 mg (arterial; as racemate), K Cmax', 96, 38.9, () => peak(single('sublingual', 50), 4).K],
] as const)('[PK8] known failure, too low: %s observed %f, predicted %f', (_, observed, pack, predicted) => {
  const value = predicted()
  expect(Math.abs(value / pack - 1)).toBeLessThan(0.02)
  expect(value / observed).toBeLessThan(0.5)
})
