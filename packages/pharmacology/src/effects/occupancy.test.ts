import { expect, it } from 'vitest'
import {
  antinociception,
  antinociceptionOverWeights,
  antinociceptionParameters,
  norketamineWeight,
  painChange,
} from './antinociception.ts'
import { enantiomers, ketamineOccupancy, occupancy, occupancyBySource, occupancyParameters } from './occupancy.ts'
import { pulse } from './pulse.ts'

it('[EF1] half of the receptors are occupied where unbound S-ketamine equals its constant', () => {
  // 0.3 µmol/L unbound is 0.3·237.73/0.65 ng/mL in all.
  expect(occupancy({ S: (0.3 * 237.73) / 0.65, R: 0 })).toBeCloseTo(0.5, 12)
  expect(occupancy({ S: 0, R: (1.4 * 237.73) / 0.71 })).toBeCloseTo(0.5, 12)
})

it('[EF1] both enantiomers compete for the same site: by hand for 100 ng/mL of racemate', () => {
  // S: 50/237.73 = 0.21032 µmol/L, × 0.65 / 0.3 = 0.45570. R: × 0.71 / 1.4 = 0.10666. 0.56236/1.56236 = 0.35994.
  expect(ketamineOccupancy(100, 'racemic-ketamine')).toBeCloseTo(0.35994, 5)
  // As S-ketamine alone: 0.91140/1.91140.
  expect(ketamineOccupancy(100, 'esketamine')).toBeCloseTo(0.47682, 5)
  expect(ketamineOccupancy(0, 'racemic-ketamine')).toBe(0)
  expect(enantiomers(100, 'racemic-ketamine')).toEqual({ S: 50, R: 50 })
})

it('[EF1] it rises with concentration, stays below 1, and what is missing or negative is not 0', () => {
  let last = -1
  for (const C of [0, 0.1, 1, 10, 100, 1e3, 1e4, 1e6]) {
    const now = ketamineOccupancy(C, 'racemic-ketamine')
    expect(now).toBeGreaterThan(last)
    expect(now).toBeLessThan(1)
    last = now
  }
  expect(occupancy({ S: NaN, R: 1 })).toBeNaN()
  expect(occupancy({ S: -1, R: 1 })).toBeNaN()
})

it('[EF2] norketamine has no part unless asked for; then its own constants and unbound fraction hold', () => {
  expect(occupancy({ S: 50, R: 50 })).toBe(occupancy({ S: 50, R: 50, SN: 0, RN: 0 }))
  expect(occupancy({ S: 0, R: 0, SN: (1.7 * 223.7) / 0.5 })).toBeCloseTo(0.5, 12)
  expect(occupancy({ S: 0, R: 0, RN: (13 * 223.7) / 0.5 })).toBeCloseTo(0.5, 12)
  const { ebert1997, ebert1997WithNorketamine, salat2015 } = occupancyBySource(13, 118)
  expect(ebert1997WithNorketamine).toBeGreaterThan(ebert1997)
  expect(salat2015).toBeGreaterThan(ebert1997)
  // Racemate by one number: (0.13671 + 0.14933)/0.119 = 2.40370; 2.40370/3.40370.
  expect(occupancyBySource(100, 0).salat2015).toBeCloseTo(0.7062, 4)
})

it('[EF3] the two sources of acute antinociception are carried as printed, converted by molar mass', () => {
  const { olofsen2022, simons2022 } = antinociceptionParameters
  expect(olofsen2022.value).toBeCloseTo(121.2, 1)
  expect(olofsen2022.value * Math.exp(-1.96 * olofsen2022.spread.sd)).toBeGreaterThan(85)
  expect(olofsen2022.value * Math.exp(1.96 * olofsen2022.spread.sd)).toBeLessThan(165)
  // The middle of the printed range; how wide it is drawn is [EF17].
  expect(simons2022.value ** 2).toBeCloseTo(1.2 * 1.7 * 237.73 ** 2, 6)
  expect(antinociception(olofsen2022.value, olofsen2022.value)).toBe(0.5)
  // At what swallowed doses reach (10–50 ng/mL of S) the higher C50 leaves 3–15 %.
  expect(antinociception(10, 1.2 * 237.73)).toBeCloseTo(0.034, 3)
  expect(antinociception(50, 1.2 * 237.73)).toBeCloseTo(0.149, 3)
})

it('[EF4] the linear model adds up to what its abstract says, and gives the lowest weight', () => {
  expect(painChange(100, 0)).toBeCloseTo(-3.8, 12)
  expect(painChange(0, 50)).toBeCloseTo(1.5, 12)
  expect(painChange(100, 50)).toBeCloseTo(-2.3, 12)
  expect(norketamineWeight.value).toBe(0)
  expect(norketamineWeight.low).toBeCloseTo(-0.03 / 0.038, 12)
})

it('[EF4] over the range of weights the effect lies about the default and never below 0', () => {
  const C50 = antinociceptionParameters.olofsen2022.value
  const infused = antinociceptionOverWeights(100, 50, C50)
  expect(infused.value).toBe(antinociception(100, C50))
  expect(infused.low).toBeCloseTo(antinociception(100 - (50 * 0.03) / 0.038, C50), 12)
  expect(infused.high).toBeCloseTo(antinociception(100 + 0.33 * 50, C50), 12)
  expect(antinociceptionOverWeights(6.5, 59, C50).low).toBe(0)
  expect(antinociceptionOverWeights(6.5, 0, C50)).toEqual({
    low: antinociception(6.5, C50),
    value: antinociception(6.5, C50),
    high: antinociception(6.5, C50),
  })
})

it('[EF5] pulse rises by 1.9/min at 185 ng/mL and in proportion', () => {
  expect(pulse(185)).toBeCloseTo(1.9, 12)
  expect(pulse(0)).toBe(0)
  expect(pulse(45)).toBeCloseTo((1.9 * 45) / 185, 12)
})

it('[EF1] every number of occupancy names its source; what has no DOI says where it was printed', () => {
  for (const { source, status } of Object.values({ ...occupancyParameters, ...antinociceptionParameters })) {
    expect(source.where.length).toBeGreaterThan(10)
    expect(['published', 'derived', 'assumed']).toContain(status)
  }
})
