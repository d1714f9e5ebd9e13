/**
 * What a plot is drawn from: plain arrays, so that anything can be drawn, and nothing here knows how it was computed. A number that
 * is missing is NaN: it is drawn as a gap and counted in the footer, never as 0.
 */

/** What stands around every plot. */
export interface Caption {
  readonly title: string
  /** The scenario in words: dose, route, people. */
  readonly subtitle?: string
  readonly basis: Basis
  /** Further lines of the footer: sources of what was observed, what does not agree. */
  readonly notes?: readonly string[]
}

/** Who computed it; the footer says so. */
export interface Basis {
  /** `simulated`: virtual patients were drawn. `predicted`: typical values. */
  readonly kind: 'simulated' | 'predicted'
  /** Model ids with their versions, e.g. `fanta-otto-2021 0.1.0`. */
  readonly models: readonly string[]
  readonly patients?: number
  readonly seed?: number
}

/** Quantiles over virtual patients, one number per time. A pair that is left out is not drawn. */
export interface Quantiles {
  readonly median: readonly number[]
  readonly p25?: readonly number[]
  readonly p75?: readonly number[]
  readonly p05?: readonly number[]
  readonly p95?: readonly number[]
}

export interface ObservedPoints {
  readonly hours: readonly number[]
  readonly values: readonly number[]
  /** In the legend, e.g. `median of 17 people`. */
  readonly label: string
  /** Relative error of each point itself, e.g. 0.1 for points read off a figure to ±10 %: drawn as bars. */
  readonly relativeError?: number
}

export interface BandsPanel {
  /** e.g. `Ketamine in venous plasma` */
  readonly label: string
  readonly unit: string
  /** h, ascending */
  readonly hours: readonly number[]
  readonly band: Quantiles
  /** An interval of the median itself: from how well parameters are known, or of medians of as many people as were observed. */
  readonly uncertainty?: { readonly low: readonly number[]; readonly high: readonly number[]; readonly label: string }
  readonly observed?: readonly ObservedPoints[]
}

/** Concentrations (or effects) over time: median, 50 % and 90 % bands, uncertainty of the median, observed points. */
export interface BandsPlot extends Caption {
  readonly panels: readonly BandsPanel[]
  /** Default linear, from 0. On a logarithmic axis what is not above 0 is a gap. */
  readonly scale?: 'linear' | 'log'
  /** Default `Time`; the unit is added. */
  readonly timeLabel?: string
}

/** Interval of a percentile over simulated replicates of the trial. */
export interface Interval {
  readonly low: number
  readonly median: number
  readonly high: number
}

export interface VpcBin {
  /** h: what is observed from `from` to before `to` */
  readonly from: number
  readonly to: number
  /** h: where observed percentiles are drawn, e.g. the median time in the bin */
  readonly at: number
  readonly simulated: { readonly p05: Interval; readonly p50: Interval; readonly p95: Interval }
  /** NaN where there were too few. −Infinity, here and in `simulated`: below the limit of quantification, so without a value. */
  readonly observed?: { readonly p05: number; readonly p50: number; readonly p95: number }
  /** Fraction of observations below the limit of quantification. */
  readonly belowLimit?: { readonly observed: number; readonly simulated: Interval }
}

/** Visual predictive check: observed percentiles over the intervals of the simulated ones, bin by bin. */
export interface VpcPlot extends Caption {
  readonly label: string
  readonly unit: string
  readonly bins: readonly VpcBin[]
  /** Of quantification, in `unit`: drawn as a line, and what lies below it as a fraction in a second drawing. */
  readonly limit?: number
  /** Single observations, drawn as small points. */
  readonly observations?: { readonly hours: readonly number[]; readonly values: readonly number[] }
  /** Coverage of each interval, e.g. 0.9. */
  readonly level: number
  /** Default: logarithmic where everything is above 0 and the simulated medians span a factor of 20. */
  readonly scale?: 'linear' | 'log'
}

export interface ForestRow {
  /** What was measured, where: `Otto IV S 10 mg, K at 1 h`. */
  readonly target: string
  readonly model: string
  /** Verification: the study set a number of the model. External: it did not. */
  readonly kind: 'verification' | 'external'
  readonly unit?: string
  readonly observed: number
  readonly predicted: number
  /** predicted : observed */
  readonly ratio: number
  /** Acceptable ratio, from and to; left out where only a note stands. */
  readonly tolerance?: readonly [number, number]
  readonly status: 'pass' | 'known-miss' | 'fail'
  /** The reason of a known miss or of a tolerance. */
  readonly because?: string
}

/** Predicted over observed on a logarithmic axis, with the tolerance of each row. */
export interface ForestPlot extends Caption {
  readonly rows: readonly ForestRow[]
}

export interface TornadoRow {
  /** e.g. `Fpo, part of a swallowed dose that reaches the circulation` */
  readonly label: string
  /** How people differ, or how badly the number is known: two different things, drawn apart. */
  readonly kind: 'between-patient' | 'uncertainty'
  /** The parameter's low value in words (`p05: 0.07`), and what the outcome is with it. */
  readonly low: { readonly at: string; readonly value: number }
  readonly high: { readonly at: string; readonly value: number }
}

/** One parameter at a time at its low and its high value, the others typical. */
export interface TornadoPlot extends Caption {
  /** e.g. `Highest ketamine` */
  readonly outcome: string
  readonly unit: string
  /** The outcome with every parameter typical. */
  readonly base: number
  readonly rows: readonly TornadoRow[]
}
