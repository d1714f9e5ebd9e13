/** A sensitivity as a tornado: each parameter at its 5th and 95th percentile, the others typical. */
import { composite, effectParameters, type ForecastMeasure, type Sensitivity } from '@anodyne/pharmacology'
import type { TornadoPlot } from './data.ts'
import { figure } from './markup.ts'

export const measures: Readonly<
  Record<ForecastMeasure, { readonly outcome: string; readonly unit: string; readonly by?: number }>
> = {
  peakKetamine: { outcome: 'Highest ketamine', unit: 'ng/mL' },
  peakDissociation: { outcome: 'Highest psychotropic effect', unit: '0–10' },
  peakPressure: { outcome: 'Highest rise of systolic pressure', unit: 'mmHg' },
  peakAntinociception: { outcome: 'Highest acute antinociception', unit: 'of 1' },
  relief: { outcome: 'Relief at the end, if a responder', unit: '% of pain', by: 100 },
}

const units = new Map<string, string>([
  // Of the sites of effect, which are no parameters of the composite itself.
  ['thalfRelief', 'h'],
  ['thalfMind', 'h'],
  ...composite.parameters.map(({ symbol, unit }) => [symbol, unit] as const),
  ...Object.values(effectParameters).map(({ symbol, unit }) => [symbol, unit] as const),
])

/** A unit after a number: `79 L/h`, `1.4/h`, nothing for a fraction. */
function inUnit(value: number, symbol: string): string {
  const unit = units.get(symbol) ?? '1'
  return `${figure(value)}${unit === '1' ? '' : unit.startsWith('/') ? unit : ` ${unit}`}`
}

/** Parameters that move the outcome by less than this part of the widest are left out, and said to be. */
const LEAST = 0.01

/** @param says the regimen in words */
export function sensitivityTornado(
  says: string,
  measure: ForecastMeasure,
  { typical, bars }: Sensitivity,
): TornadoPlot {
  const { outcome, unit, by = 1 } = measures[measure]
  const width = ({ low, high }: Sensitivity['bars'][number]) => Math.abs(high - low)
  const widest = Math.max(0, ...bars.map(width).filter(Number.isFinite))
  // Written so that NaN is kept, and said.
  const shown = bars.filter((bar) => !(width(bar) < LEAST * widest))
  const left = bars.filter((bar) => !shown.includes(bar)).map(({ symbol, kind }) => `${symbol} (${words[kind]})`)
  return {
    title: `${outcome}: what matters, one at a time`,
    subtitle: says,
    basis: { kind: 'predicted', models: [`${composite.id} ${composite.version}`] },
    notes: [
      'Each parameter at its 5th and 95th percentile, every other one typical; correlations have no part in it.',
      ...(left.length > 0 ? [`Less than 1 % of the widest: ${left.join(', ')}.`] : []),
    ],
    outcome,
    unit,
    base: typical * by,
    rows: shown.map(({ symbol, meaning, kind, parameter: [low, high], low: atLow, high: atHigh }) => ({
      label: `${symbol}: ${meaning}`,
      kind: kind === 'people' ? 'between-patient' : 'uncertainty',
      low: { at: inUnit(low, symbol), value: atLow * by },
      high: { at: inUnit(high, symbol), value: atHigh * by },
    })),
  }
}

const words = { people: 'people', knowledge: 'uncertainty' } as const
