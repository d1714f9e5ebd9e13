/**
 * How far studies lie apart where a parameter of the composite was put together from several: the standard deviation of their values on
 * the parameter's own scale. It holds the studies' own sampling error too, so it is a little too wide; it is the width that a
 * clinic meets, which does not know which of the studies it resembles. Of a study that prints several statistics the same one is
 * taken for every parameter, and where they differ the one that leaves the spread wider.
 */
import type { Source } from '../model.ts'
import { from } from '../models/sources.ts'

export interface StudyValue {
  readonly study: string
  /** In the unit of the parameter. */
  readonly value: number
  readonly source: Source
}

export interface BetweenStudies {
  readonly symbol: string
  readonly scale: 'log' | 'logit'
  /** Groups whose means may differ (racemate, S-ketamine): the spread is that within groups. */
  readonly groups: readonly (readonly StudyValue[])[]
}

const at = (study: string, value: number, source: Source): StudyValue => ({ study, value, source })
const mucosalPart = (total: number, Fpo: number): number => (total - Fpo) / (1 - Fpo)
/** phi of NK:K by areas, swallowed (the tablet) and after a vein, in the same people: tablet/vein = (F + (1 − F)·phi)/F. */
const fromRatios = ({ tablet, vein, F }: Readonly<Record<'tablet' | 'vein' | 'F', number>>): number =>
  ((tablet / vein) * F - F) / (1 - F)

// prettier-ignore
export const compositeBetweenStudies: readonly BetweenStudies[] = [
  { symbol: 'Fpo', scale: 'logit', groups: [
    [
      at('Chong 2009', 0.24, from(['chong2009'], '25 mg lozenge swallowed, 6 people: median 24 % (mean 23 %)')),
      at('Yanagihara 2003', 0.2, from(['yanagihara2003'], '50 mg tablet, 3 people: about 20 %')),
      at('Hasan 2021', 0.149, from(['hasan2021'], '40 mg prolonged-release tablet, 15 people: 14.9 %')),
    ], [
      at('Fanta 2015', 0.08, from(['fanta2015'], 'S-ketamine, 11 men: 8 %')),
      at('Perez-Ruixo 2021', 0.186, from(['perezRuixo2021'], 'S-ketamine, 84 mg solution: 18.6 %')),
      at('Hasan 2021', 0.15, from(['hasan2021'], 'S-ketamine of a 40 mg tablet: 15 %')),
    ],
  ] },
  { symbol: 'CL', scale: 'log', groups: [[
    at('Fanta 2015', 95.2, from(['fanta2015', 'otto2021'], 'Otto 2021 Table 3')),
    at('Simons 2022', 1.48 * 60, from(['simons2022'], 'Table 4: 1.48 L/min')),
    at('Perez-Ruixo 2021', 114, from(['perezRuixo2021'], 'abstract')),
    at('Kamp 2020', 79, { dois: ['10.1097/ALN.0000000000003577'], where: 'abstract: meta-analysis, 95 % CI 69–90' }),
  ]] },
  { symbol: 'ka', scale: 'log', groups: [[
    at('Perez-Ruixo 2021', 0.97, from(['perezRuixo2021'], 'Table 3, oral solution')),
    at('Perez-Ruixo 2021', 1.45, from(['perezRuixo2021'], 'Table 3, swallowed part of a spray')),
    at('Ashraf 2018', (1.47 * 2.11) ** 0.5, from(['ashraf2018'], 'Table 2: 95 % CI 1.47–2.11, its middle on the logarithm')),
  ]] },
  { symbol: 'phi', scale: 'log', groups: [[
    at('Chong 2009', 0.94, from(['chong2009'], 'calibrated to its norketamine')),
    at('Fanta 2015', 0.75, from(['fanta2015'], 'calibrated to norketamine : ketamine at steady state')),
    at('Hasan 2021', fromRatios({ tablet: 14.9, vein: 1.79, F: 0.149 }), from(['hasan2021'], '40 mg tablet: NK:K 14.9 and F 14.9 %, NK:K 1.79 after a vein; Yanagihara 2003 too lies above 1.1, how far is not known')),
  ]] },
  { symbol: 'fmuc', scale: 'logit', groups: [[
    at('Rolan 2014', mucosalPart(0.29, 0.17), from(['rolan2014'], 'wafer: 29 % in all')),
    at('Yanagihara 2003', mucosalPart(0.3, 0.17), from(['yanagihara2003'], 'sublingual tablet: 30 % in all')),
    at('Simons 2022', mucosalPart(0.263, 0.14), from(['simons2022'], 'film, S-ketamine: 26.3 % in all')),
    at('Chong 2009', mucosalPart(0.24, 0.17), from(['chong2009'], 'sublingual lozenge, 6 people: median 24 % in all (mean 32 %)')),
  ]] },
]

/** Pooled standard deviation of the studies' values within groups, on the scale. */
export function betweenStudiesSD({ scale, groups }: BetweenStudies): number {
  const transform = (x: number) => (scale === 'logit' ? Math.log(x / (1 - x)) : Math.log(x))
  let [squares, freedom] = [0, 0]
  for (const group of groups) {
    const values = group.map(({ value }) => transform(value))
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    squares += values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
    freedom += values.length - 1
  }
  return Math.sqrt(squares / freedom)
}
