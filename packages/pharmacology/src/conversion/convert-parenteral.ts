/**
 * From a parenteral daily dose of ketamine to what is known of the oral one. It proposes no dose: it gives the range in which the
 * sources lie, how they disagree, and where the protocol starts (rule T07), for a clinician and the pathway to judge.
 */
import { defaultProtocol } from '@anodyne/evidence'
import { mg, type Milligrams } from '@anodyne/units'
import { within } from '../limits.ts'
import type { Substance } from '../substance.ts'
import { equalExposure, PUBLISHED_BIOAVAILABILITY, type EqualExposure } from './equal-exposure.ts'
import { mixture, shareAt, type ConversionPiece, type Weighting } from './mixture.ts'
import { conversionSources, type ConversionSource } from './sources.ts'

/** What is given now: mg of free base in 24 h, by infusion or injections. */
export interface ParenteralDose {
  readonly dailyDose: Milligrams
  readonly route: 'iv' | 'sc'
  readonly substance: Substance
}

/** Shares of the parenteral daily dose: start between `low` and `high`, under review up to `most`. */
export interface ConversionLimits {
  readonly low: number
  readonly high: number
  readonly most: number
}

/** Of the oral daily dose: as a share of the parenteral one, and in mg of free base. */
export interface DailyDoseRange {
  readonly share: readonly [number, number]
  readonly dose: readonly [Milligrams, Milligrams]
}

export interface DailyDoseDistribution {
  readonly weighting: Weighting
  readonly pieces: readonly ConversionPiece[]
  /** Share at or below which 5, 25, 50, 75, 95 % of the weight lies. */
  readonly share: Readonly<Record<'p05' | 'p25' | 'median' | 'p75' | 'p95', number>>
}

export interface Conversion {
  readonly from: ParenteralDose
  /** Where the protocol starts. */
  readonly start: DailyDoseRange
  /** Not above this, and only under review. */
  readonly most: { readonly share: number; readonly dose: Milligrams }
  /** From the lowest to the highest of any source. */
  readonly range: DailyDoseRange
  readonly distributions: readonly DailyDoseDistribution[]
  readonly sources: readonly ConversionSource[]
  /** What equal areas under the curve would ask for. Not used. */
  readonly equalExposure: readonly EqualExposure[]
  /** What has to be said with it. */
  readonly words: readonly string[]
}

const { limits } = defaultProtocol
const standard: ConversionLimits = {
  low: limits['T07.fraction.low'].value,
  high: limits['T07.fraction.high'].value,
  most: limits['T07.fraction.most'].value,
}

/**
 * @param shares of the clinic's protocol; left out: of the default protocol
 * @throws RangeError for a dose that is not a positive number of mg, a route from which nobody converted, an unknown substance.
 */
export function convertParenteral(from: ParenteralDose, shares: ConversionLimits = standard): Conversion {
  check(from, shares)
  const range = (low: number, high: number): DailyDoseRange => ({
    share: [low, high],
    dose: [mg(low * from.dailyDose), mg(high * from.dailyDose)],
  })
  const all = conversionSources.flatMap((one) => one.shares)
  const equal = equalExposure(from.substance)
  return {
    from,
    start: range(shares.low, shares.high),
    most: { share: shares.most, dose: mg(shares.most * from.dailyDose) },
    range: range(Math.min(...all.map(({ low }) => low)), Math.max(...all.map(({ high }) => high))),
    distributions: (['sources alike', 'people counted'] as const).map(distribution),
    sources: conversionSources,
    equalExposure: equal,
    words: words(from, equal),
  }
}

function distribution(weighting: Weighting): DailyDoseDistribution {
  const pieces = mixture(conversionSources, weighting)
  const at = (level: number): number => shareAt(pieces, level)
  return { weighting, pieces, share: { p05: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95) } }
}

function words({ route, substance }: ParenteralDose, equal: readonly EqualExposure[]): readonly string[] {
  const [low, high] = PUBLISHED_BIOAVAILABILITY
  const times = (factor: number): string => factor.toFixed(1)
  const notes = [
    'Sources disagree more than threefold, and the lowest rests on three people: no single ratio is right.',
    'Start low and go up under review: too much at once cannot be taken back.',
    `Equal areas under ketamine would ask for ${times(1 / high)} to ${times(1 / low)} times the dose, and ${times(equal.at(-1)!.factor)} times if norketamine counted as much: more than any source gave to most people, so it is not used.`,
    'How long the parenteral effect lasts beyond the change was not measured in these sources.',
  ]
  if (substance === 'esketamine')
    notes.push('No source says that it converted S-ketamine: the shares are assumed to hold.')
  if (route === 'sc')
    notes.push('How much of a subcutaneous dose reaches the blood was not found: equal exposure takes it as all.')
  return notes
}

function check({ dailyDose, route, substance }: ParenteralDose, { low, high, most }: ConversionLimits): void {
  if (substance !== 'racemic-ketamine' && substance !== 'esketamine')
    throw new RangeError(`substance ${String(substance)}: expected racemic-ketamine or esketamine`)
  if (route !== 'iv' && route !== 'sc')
    throw new RangeError(`route ${String(route)}: expected iv or sc, from which there are reports`)
  within('daily dose', dailyDose, Number.MIN_VALUE, 10_000, 'mg of free base a day, above 0 to 10000')
  if (!(low > 0 && low <= high && high <= most && most < Infinity))
    throw new RangeError(`shares ${low}, ${high}, ${most}: expected above 0, in ascending order`)
}
