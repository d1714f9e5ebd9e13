import { defaultProtocol } from '@anodyne/evidence'
import { hours, mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { typicalExposure } from '../exposure/typical-exposure.ts'
import { convertParenteral, type ParenteralDose } from './convert-parenteral.ts'
import { equalExposure } from './equal-exposure.ts'
import { mixture, shareAt } from './mixture.ts'
import { conversionSources } from './sources.ts'

const given = (change: Partial<Record<keyof ParenteralDose, unknown>> = {}): ParenteralDose =>
  ({ dailyDose: mg(300), route: 'iv', substance: 'racemic-ketamine', ...change }) as ParenteralDose
const { limits } = defaultProtocol

it('[FO10] the answer is a range: where the protocol starts, up to what, and what any source gave', () => {
  const { start, most, range } = convertParenteral(given())
  expect(start).toEqual({ share: [0.3, 0.4], dose: [90, 120] })
  expect(most).toEqual({ share: 1, dose: 300 })
  expect(range).toEqual({ share: [0.3, 1.5], dose: [90, 450] })
  expect(start.share).toEqual([limits['T07.fraction.low'].value, limits['T07.fraction.high'].value])
  expect(convertParenteral(given(), { low: 0.2, high: 0.3, most: 0.5 }).start.dose).toEqual([60, 90])
})

it('[FO11] each source stands with what it did, in how many', () => {
  const shares = Object.fromEntries(conversionSources.map(({ cited, shares }) => [cited, shares]))
  expect(shares).toEqual({
    'Fitzgibbon 2002': [{ low: 0.3, high: 0.4, people: 3 }],
    'Benítez-Rosario 2011': [1, 1.3, 1.5].map((at) => ({ low: at, high: at, people: at === 1 ? 27 : 1 })),
    'Marchetti 2015': [{ low: 1, high: 1 }],
    'Blonk 2010': [{ low: 1, high: 1 }],
    'US hospital card': [{ low: 0.3, high: 1.15 }],
  })
  for (const { says, source } of conversionSources)
    expect(Math.min(says.length, source.where.length)).toBeGreaterThan(5)
})

it('[FO12] a distribution has all its weight, its quantiles are its own, and the weighting changes them', () => {
  const [alike, counted] = convertParenteral(given()).distributions
  for (const { pieces } of [alike!, counted!])
    expect(pieces.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
  // Five sources alike: a fifth of the weight evenly over 0.3–0.4 and a fifth over 0.3–1.15 lie below 1; p05 = 0.3 + 0.05/(2 + 0.2/0.85).
  expect(alike!.share.p05).toBeCloseTo(0.3 + 0.05 / (2 + 0.2 / 0.85), 12)
  expect(alike!.share.median).toBe(1)
  expect(alike!.share.p25).toBeCloseTo(0.4 + (0.25 - 0.2 - (0.2 * 0.1) / 0.85) / (0.2 / 0.85), 12)
  // Of 32 people counted, three had 0.3–0.4, twenty-seven 1, two more.
  expect(counted!.share).toEqual({ p05: 0.3 + (0.05 / (3 / 32)) * 0.1, p25: 1, median: 1, p75: 1, p95: 1.3 })
  expect(counted!.pieces.map(({ cited }) => cited)).not.toContain('Blonk 2010')
})

it('[FO12] quantiles meet a numerical inversion of the distribution', () => {
  const pieces = mixture(conversionSources, 'sources alike')
  const below = (x: number): number =>
    pieces.reduce((sum, { low, high, weight }) => {
      if (low === high) return sum + (low <= x ? weight : 0)
      return sum + weight * Math.min(1, Math.max(0, (x - low) / (high - low)))
    }, 0)
  for (let level = 0.01; level < 1; level += 0.01) {
    const share = shareAt(pieces, level)
    expect(below(share + 1e-9)).toBeGreaterThanOrEqual(level - 1e-9)
    expect(below(share - 1e-9)).toBeLessThanOrEqual(level + 1e-9)
  }
  expect(() => shareAt([], 0.5)).toThrow('no shares')
})

it('[FO13] equal exposure is the ratio of areas that the model gives', () => {
  const person = { interactions: [] } as const
  for (const substance of ['racemic-ketamine', 'esketamine'] as const) {
    const area = (route: 'oral' | 'iv') => {
      const course = { substance, route, dose: mg(10), every: hours(24), from: hours(0), until: hours(1) }
      const { ketamine, norketamine } = typicalExposure([course], person, { from: 0, to: 24 })
      return (w: number) => ketamine.AUCinf + w * norketamine.AUCinf
    }
    for (const { norketamineWeight: w, factor } of equalExposure(substance))
      expect(factor / (area('iv')(w) / area('oral')(w)), `${substance}, ${w}`).toBeCloseTo(1, 9)
  }
})

it('[FO13] equal exposure asks for more than any source gave, whatever norketamine counts for', () => {
  const { equalExposure: equal, range } = convertParenteral(given())
  expect(equal.map(({ factor }) => Math.round(factor * 10) / 10)).toEqual([5.9, 2.8, 2.2, 1.5])
  for (const { factor } of equal) expect(factor).toBeGreaterThan(range.share[1])
  expect(equal[0]!.people90[0]).toBeCloseTo(2.8, 1)
  expect(equal[0]!.people90[1]).toBeCloseTo(14.1, 1)
})

it('[FO14] what has to be said is said', () => {
  const plain = convertParenteral(given()).words.join(' ')
  expect(plain).toContain('Sources disagree more than threefold')
  expect(plain).toContain('4.2 to 12.5 times the dose')
  expect(plain).not.toContain('S-ketamine')
  const other = convertParenteral(given({ route: 'sc', substance: 'esketamine' })).words.join(' ')
  expect(other).toContain('No source says that it converted S-ketamine')
  expect(other).toContain('subcutaneous dose')
})

it.each<[Partial<Record<keyof ParenteralDose, unknown>>, string]>([
  [{ dailyDose: 0 }, 'daily dose 0: expected mg of free base a day'],
  [{ dailyDose: -5 }, 'daily dose -5'],
  [{ dailyDose: NaN }, 'daily dose NaN'],
  [{ dailyDose: 10_001 }, 'daily dose 10001'],
  [{ route: 'im' }, 'route im: expected iv or sc, from which there are reports'],
  [{ route: 'oral' }, 'route oral: expected iv or sc'],
  [{ substance: 'ketamine' }, 'substance ketamine: expected racemic-ketamine or esketamine'],
])('[FO14] refused: %o', (change, because) => {
  expect(() => convertParenteral(given(change))).toThrow(because)
})

it('[FO14] shares of a protocol that make no sense are refused', () => {
  for (const shares of [
    { low: 0, high: 0.4, most: 1 },
    { low: 0.5, high: 0.4, most: 1 },
    { low: 0.3, high: 0.4, most: NaN },
  ])
    expect(() => convertParenteral(given(), shares)).toThrow(RangeError)
})
