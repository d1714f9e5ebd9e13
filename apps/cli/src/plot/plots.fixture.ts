/** One small plot of each kind. Numbers are made up. */
import type { BandsPlot, ForestPlot, ForestRow, TornadoPlot, VpcPlot } from './data.ts'

const basis = { kind: 'simulated', models: ['some-model 0.1.0'], patients: 1000, seed: 7 } as const

const hours = [0, 1, 2, 3, 4]
const median = [0, 4, 3, 2, 1]
const times = (factor: number) => median.map((v) => v * factor)

export const someBands: BandsPlot = {
  title: 'Two analytes',
  subtitle: '10 mg at once',
  basis,
  notes: ['Observed: a paper.'],
  panels: [
    {
      label: 'Ketamine',
      unit: 'ng/mL',
      hours,
      band: { median, p05: times(0.5), p25: times(0.8), p75: times(1.3), p95: times(2) },
      uncertainty: { low: times(0.9), high: times(1.1), label: '90 % interval of the median' },
      observed: [{ hours: [1, 2, 4], values: [4.2, 3.1, 0.9], label: 'median of 17 people', relativeError: 0.1 }],
    },
    { label: 'Norketamine', unit: 'nmol/mL', hours, band: { median } },
  ],
}

const interval = (median: number) => ({ low: median * 0.8, median, high: median * 1.2 })
const bin = (from: number, to: number, level: number, observed = level) => ({
  from,
  to,
  at: (from + to) / 2,
  simulated: { p05: interval(level / 2), p50: interval(level), p95: interval(level * 2) },
  observed: { p05: level / 2, p50: observed, p95: level * 2 },
})
export const someVpc: VpcPlot = {
  title: 'A check',
  basis,
  label: 'Ketamine',
  unit: 'ng/mL',
  level: 0.9,
  bins: [bin(0, 1, 20), bin(1, 2, 10, 14), bin(2, 4, 5)],
  observations: { hours: [0.5, 1.5, 3, 3.5], values: [19, 12, 5, 4] },
}

const row = (target: string, status: ForestRow['status'], kind: ForestRow['kind'], ratio: number): ForestRow => ({
  target,
  model: 'some-model',
  kind,
  unit: 'ng/mL',
  observed: 10,
  predicted: 10 * ratio,
  ratio,
  tolerance: [0.8, 1.25],
  status,
  ...(status === 'known-miss' ? { because: 'Studies differ four-fold.' } : {}),
})
export const someForest: ForestPlot = {
  title: 'Predicted over observed',
  basis: { kind: 'predicted', models: ['some-model 0.1.0'] },
  rows: [
    row('first', 'pass', 'external', 1),
    row('second', 'known-miss', 'verification', 0.4),
    row('third', 'fail', 'verification', 3),
    row('fourth', 'pass', 'verification', 1.1),
  ],
}

const end = (at: string, value: number) => ({ at, value })
export const someTornado: TornadoPlot = {
  title: 'What matters',
  basis: { kind: 'predicted', models: ['some-model 0.1.0'] },
  outcome: 'Highest ketamine',
  unit: 'ng/mL',
  base: 10,
  rows: [
    { label: 'narrow', kind: 'between-patient', low: end('1', 9), high: end('3', 11) },
    { label: 'wide', kind: 'between-patient', low: end('p05', 15), high: end('p95', 5) },
    { label: 'doubtful', kind: 'uncertainty', low: end('0.1', 8), high: end('0.2', 13) },
  ],
}
