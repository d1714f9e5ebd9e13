/**
 * Non-compartmental analysis of one person's samples after one dose, by the rules of the field:
 *
 *     AUCinf = AUClast + C/λz      AUMCinf = AUMClast + C·tlast/λz + C/λz²      C = Clast, observed or on the terminal line
 *     CL = D/AUCinf     Vz = CL/λz     MRT = AUMCinf/AUCinf (less half an infusion's duration)     Vss = CL·MRT
 *
 * After an extravascular dose CL and Vz are known only up to F. Below the limit of quantification (BLQ): before the first
 * measurable sample 0; between measurable ones left out; after the last left out. Nothing measured at 0: there 0 is taken, after a
 * bolus the line through the logarithms of the first two samples (the first sample, if that does not fall).
 * Gabrielsson & Weiner, Pharmacokinetic and Pharmacodynamic Data Analysis, 5th ed., 2016; Gibaldi & Perrier, Pharmacokinetics,
 * 2nd ed., 1982.
 */
import { terminalSlope, type TerminalSlope } from './terminal-slope.ts'
import { areaBetween, momentBetween, type Sample, type Trapezoids } from './trapezoids.ts'

export interface Observation {
  /** h after the dose */
  readonly time: number
  /** ng/mL; below the limit of quantification `BLQ`, which is not 0. */
  readonly concentration: number | 'BLQ'
}

export interface NcaDose {
  /** mg */
  readonly dose: number
  readonly route: 'extravascular' | 'bolus' | 'infusion'
  /** h; of an infusion. */
  readonly duration?: number
}

export interface NcaOptions {
  /** Default linear-up-log-down. */
  readonly rule?: Trapezoids
  /** h; λz from all measurable samples within, instead of by the best adjusted R². */
  readonly window?: readonly [number, number]
}

/** What needs λz. Clearances in L/h, volumes in L. */
export interface Extrapolated {
  /** ng·h/mL */
  readonly AUCinf: number
  /** Percent of AUCinf that was not observed. */
  readonly extrapolated: number
  /** ng·h²/mL */
  readonly AUMCinf: number
  /** h; after an extravascular dose absorption is in it. */
  readonly MRT: number
  /** After a bolus or an infusion. */
  readonly CL?: number
  readonly Vz?: number
  readonly Vss?: number
  /** After an extravascular dose. */
  readonly CLoverF?: number
  readonly VzOverF?: number
}

export interface Nca {
  readonly Cmax: number
  /** h; of equals the first. */
  readonly tmax: number
  /** Last measurable. */
  readonly Clast: number
  readonly tlast: number
  /** At 0, after a bolus. */
  readonly C0?: number
  /** From 0 to tlast: ng·h/mL and ng·h²/mL. */
  readonly AUClast: number
  readonly AUMClast: number
  readonly MRTlast: number
  readonly terminal?: TerminalSlope
  /** With Clast as observed, and as the terminal line has it. */
  readonly observed?: Extrapolated
  readonly predicted?: Extrapolated
  /** What limits the result, in words. */
  readonly cautions: readonly string[]
}

/** ng·h/mL of a mg in a L for an h. */
const NG_PER_ML = 1000

/** @throws RangeError for times or concentrations that cannot be, and when nothing was measurable. */
export function nca(observations: readonly Observation[], given: NcaDose, options: NcaOptions = {}): Nca {
  check(observations, given)
  const { rule = 'linear-up-log-down', window } = options
  if (!rules.includes(rule)) throw new RangeError(`rule ${String(rule)}: expected ${rules.join(', ')}`)
  const { samples, C0 } = prepare(observations, given.route)
  const last = samples.at(-1)!
  const measured = samples.filter(({ time }) => observations.some((one) => one.time === time))
  const highest = measured.reduce((best, one) => (one.concentration > best.concentration ? one : best))

  let [AUClast, AUMClast] = [0, 0]
  for (let k = 1; k < samples.length; k++) {
    AUClast += areaBetween(rule, samples[k - 1]!, samples[k]!)
    AUMClast += momentBetween(rule, samples[k - 1]!, samples[k]!)
  }
  const late = given.route === 'infusion' ? given.duration! / 2 : 0
  const terminal = terminalSlope(
    measured.filter(
      ({ time, concentration }) =>
        concentration > 0 && (window || time > highest.time || (given.route === 'bolus' && time === highest.time)),
    ),
    window,
  )
  const base = {
    Cmax: highest.concentration,
    tmax: highest.time,
    Clast: last.concentration,
    tlast: last.time,
    ...(C0 === undefined ? {} : { C0 }),
    AUClast,
    AUMClast,
    MRTlast: AUMClast / AUClast - late,
  }
  if (!terminal)
    return { ...base, cautions: ['no terminal slope: fewer than three measurable samples after tmax that fall'] }

  const { lambda, intercept } = terminal
  const extrapolate = (C: number): Extrapolated => {
    const AUCinf = AUClast + C / lambda
    const AUMCinf = AUMClast + (C * last.time) / lambda + C / lambda ** 2
    const MRT = AUMCinf / AUCinf - late
    const CL = (NG_PER_ML * given.dose) / AUCinf
    const found = { AUCinf, extrapolated: (100 * (AUCinf - AUClast)) / AUCinf, AUMCinf, MRT }
    return given.route === 'extravascular'
      ? { ...found, CLoverF: CL, VzOverF: CL / lambda }
      : { ...found, CL, Vz: CL / lambda, Vss: CL * MRT }
  }
  const observed = extrapolate(last.concentration)
  const cautions: string[] = []
  // EMA, Guideline on the investigation of bioequivalence, CPMP/EWP/QWP/1401/98 Rev. 1, 2010, §4.1.4.
  if (!(observed.extrapolated <= 20))
    cautions.push(`${observed.extrapolated.toFixed(0)} % of AUCinf is extrapolated: more than a fifth`)
  const predicted = extrapolate(intercept * Math.exp(-lambda * last.time))
  return { ...base, terminal, observed, predicted, cautions }
}

/** The samples that areas are drawn through: from 0 to the last measurable, without those that the BLQ rule leaves out. */
function prepare(observations: readonly Observation[], route: NcaDose['route']): { samples: Sample[]; C0?: number } {
  const measurable = (one: Observation) => one.concentration !== 'BLQ' && one.concentration > 0
  const first = observations.findIndex(measurable)
  const end = observations.findLastIndex(measurable)
  const samples = observations.flatMap(({ time, concentration }, k): Sample[] => {
    if (k > end) return []
    if (concentration !== 'BLQ') return [{ time, concentration }]
    return k < first ? [{ time, concentration: 0 }] : []
  })
  if (samples[0]!.time > 0) samples.unshift({ time: 0, concentration: route === 'bolus' ? backwards(samples) : 0 })
  return route === 'bolus' ? { samples, C0: samples[0]!.concentration } : { samples }
}

function backwards([first, second]: readonly Sample[]): number {
  if (!first || !second || !(second.concentration < first.concentration) || !(second.concentration > 0))
    return first!.concentration
  const rate = Math.log(first.concentration / second.concentration) / (second.time - first.time)
  return first.concentration * Math.exp(rate * first.time)
}

const rules: readonly Trapezoids[] = ['linear-up-log-down', 'linear', 'log']

function check(observations: readonly Observation[], { dose, route, duration }: NcaDose): void {
  if (!(dose > 0 && dose < Infinity)) throw new RangeError(`dose ${dose}: expected mg above 0`)
  if (!['extravascular', 'bolus', 'infusion'].includes(route))
    throw new RangeError(`route ${String(route)}: expected extravascular, bolus or infusion`)
  if (route === 'infusion' && !(duration !== undefined && duration > 0 && duration < Infinity))
    throw new RangeError(`duration ${duration}: expected h of an infusion`)
  observations.forEach(({ time, concentration }, k) => {
    const before = observations[k - 1]?.time
    if (!(time >= 0 && time < Infinity && (before === undefined || time > before)))
      throw new RangeError(`time ${time}: expected h after the dose, later than the one before (${before})`)
    if (concentration !== 'BLQ' && !(concentration >= 0 && concentration < Infinity))
      throw new RangeError(`concentration ${concentration} at ${time} h: expected ng/mL or BLQ`)
  })
  if (!observations.some(({ concentration }) => concentration !== 'BLQ' && concentration > 0))
    throw new RangeError('observations: nothing was measurable')
}
