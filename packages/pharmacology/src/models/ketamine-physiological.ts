/**
 * The composite model with a physiological first pass: gut wall and liver stand apart, and each acts through enzymes.
 *
 *     Fgut  = 1/(1 + Rgut·a3A4gut)                           Rgut = CLint,gut/Qgut
 *     Lk    = f3A4·a3A4 + (1 − f3A4)·a2B6                    Ln = fn3A4·a3A4 + 1 − fn3A4
 *     E     = CLint·Lk/(Qh + CLint·Lk)                       En = CLintN·Ln/(Qh + CLintN·Ln)
 *     K1'   = … + Fgut·(1 − E)·ka·Agut − Qh·E/V1·K1
 *     N1'   = (1 − En)·(Qh·E/V1·K1 + (Fgut·E + (1 − Fgut)·phiGut)·ka·Agut) − Qh·En/Vn·N1 …
 *
 * The well-stirred liver holds nothing itself: no volume of it is known that goes with Fanta's disposition. So the curve after a
 * vein is the composite's own, CL = Qh·E, F = Fgut·(1 − E), and first pass and clearance change together. Norketamine made in the
 * liver or gut passes the liver once before it is seen, so its published apparent clearance is its intrinsic one here.
 *
 * Activities (a3A4gut, a3A4, a2B6) are 1 without an interacting drug and are what interacting drugs multiply. What in the liver is
 * not CYP3A4 is called CYP2B6: what ticlopidine inhibits is at least 0.58 of the whole. The fractions are NOT published; they are
 * fitted to interaction studies (`interaction/first-pass-fit.ts`), and f3A4 in particular is hardly known.
 */
import type { Model, Parameter, Status } from '../model.ts'
import { ketamineCompositeDomain } from './ketamine-composite-domain.ts'
import { ketamineComposite } from './ketamine-composite.ts'
import { from } from './sources.ts'

const byFit = from([], 'fitted to nine ratios of interaction studies by interaction/first-pass-fit.ts; docs/adr/0005')
const byDefinition = from([], 'by definition 1 when no interacting drug is taken')
const table3 = from(['perezRuixo2021'], 'Table 3 (transcription; primary table not opened)')
const asComposite = 'so that typical clearance, bioavailability and norketamine are those of the composite'
const likeClearance = {
  status: 'derived' as Status,
  source: from(['fanta2015', 'otto2021'], 'as clearance of the composite, so that E does not depend on weight'),
}

const composite = (symbol: string): Parameter => ketamineComposite.parameters.find((one) => one.symbol === symbol)!
const value = (symbol: string, substance: 'racemic-ketamine' | 'esketamine' = 'esketamine'): number => {
  const { value: typical } = composite(symbol)
  return typeof typical === 'number' ? typical : typical[substance]
}
const omega = (symbol: string): number => composite(symbol).variance!.value
const covariance = (a: string, b: string): number =>
  ketamineComposite.covariances.find(({ between }) => between.join() === [a, b].join())!.value

/** L/h */
const QH = 151
const E0 = value('CL') / QH
/** Norketamine that escapes the liver: CLn is intrinsic, so 1 − En = Qh/(Qh + CLn). */
const ESCAPE = QH / (QH + value('CLn'))
const gut = (substance: 'racemic-ketamine' | 'esketamine') => {
  const F = value('Fpo', substance)
  const Fgut = F / (1 - E0)
  const metabolised = F + (1 - F) * value('phi')
  return { Fgut, Rgut: (1 - Fgut) / Fgut, phiGut: (metabolised - Fgut) / (1 - Fgut) }
}
const each = (of: (made: ReturnType<typeof gut>) => number) => ({
  'racemic-ketamine': of(gut('racemic-ketamine')),
  esketamine: of(gut('esketamine')),
})

/** Variances, of which those of Qh and CLint are published, so that F spreads (on the logit, S-ketamine) as in the composite. */
const omegaQh = Math.log(1 + 0.232 ** 2)
const omegaCLint = 0.25
const { Fgut: FgutS, phiGut: phiGutS } = gut('esketamine')
const omegaRgut = (omega('Fpo') * (1 - value('Fpo')) ** 2 - E0 ** 2 * (omegaQh + omegaCLint)) / (1 - FgutS) ** 2
const omegaPhiGut = omega('phi') * (((1 - value('Fpo')) * value('phi')) / ((1 - FgutS) * phiGutS)) ** 2

const replaced = ['CL', 'CLn', 'Vn', 'Qn', 'Vp', 'Fpo', 'phi']
const scaled = (symbol: string, meaning: string): Parameter => ({
  ...composite(symbol),
  meaning,
  value: value(symbol) * ESCAPE,
  status: 'derived',
  source: from(['otto2021', 'perezRuixo2021'], 'Otto 2021 Table 3 times the norketamine that escapes the liver'),
})

const Fgut = '1/(1+Rgut*a3A4gut)'
const liverK = 'CLint*(f3A4*a3A4+(1-f3A4)*a2B6)'
const liverN = 'CLintN*(fn3A4*a3A4+1-fn3A4)'
const E = `${liverK}/(Qh+${liverK})`
const En = `${liverN}/(Qh+${liverN})`
/** Of what leaves the gut lumen, the part that becomes norketamine in gut wall and liver. */
const made = `(${Fgut}*${E}+(1-${Fgut})*phiGut)`

export const ketaminePhysiological: Model = {
  ...ketamineComposite,
  id: 'ketamine-physiological',
  version: '0.1.0',
  title: 'Ketamine and norketamine, gut wall and liver',

  // prettier-ignore
  parameters: [
    ...ketamineComposite.parameters.filter(({ symbol }) => !replaced.includes(symbol)),
    { symbol: 'Qh', meaning: 'hepatic flow', unit: 'L/h', value: QH, weightExponent: 0.75, weightBasis: likeClearance, status: 'published', source: table3,
      relation: 'Qh-QhAge*max(age-QhFrom, 0)',
      variance: { value: omegaQh, scale: 'log', kind: 'between-patient', status: 'derived', source: from(['perezRuixo2021'], 'Table 3: 23.2 % CV, as ln(1 + CV²)') },
      note: 'Apparent, as estimated from plasma; above an anatomical plasma flow. Blood to plasma is unresolved.' },
    { symbol: 'QhAge', meaning: 'fall of hepatic flow for each year above QhFrom', unit: 'L/h/a', value: 2.19, status: 'published', source: table3 },
    { symbol: 'QhFrom', meaning: 'age from which hepatic flow falls', unit: 'a', value: 60, status: 'published', source: table3 },
    { symbol: 'CLint', meaning: 'intrinsic clearance of ketamine by the liver', unit: 'L/h', value: value('CL') / (1 - E0), weightExponent: 0.75, weightBasis: likeClearance, status: 'derived',
      source: from(['fanta2015', 'perezRuixo2021'], 'CL·Qh/(Qh − CL), CL of Fanta 2015 and Qh of Perez-Ruixo 2021'),
      variance: { value: omegaCLint, scale: 'log', kind: 'between-patient', status: 'published', source: from(['ashraf2018'], 'Table 2: 0.25 [0.17, 0.37], read as a variance (machine transcription)') },
      note: 'Ashraf 2018, not used, has 301 (260–352) L/h.' },
    { symbol: 'f3A4', meaning: 'part of CLint by CYP3A4', unit: '1', value: 0.121, status: 'derived', source: byFit,
      note: 'Hardly known: from 0.03 to 0.45 every ketamine ratio that was fitted is met within 10 %, from 0 to 0.5 within 20 %.' },
    { symbol: 'CLintN', meaning: 'intrinsic clearance of norketamine by the liver, apparent', unit: 'L/h', value: value('CLn'), weightExponent: 0.75, weightBasis: likeClearance, status: 'derived',
      source: from(['otto2021'], 'Table 3: apparent CLn, which is intrinsic when norketamine is made in the liver'),
      variance: { ...composite('CLn').variance! },
      note: 'Ashraf 2018, not used, has 73.5 (67.6–79.9) L/h.' },
    { symbol: 'fn3A4', meaning: 'part of CLintN by CYP3A4', unit: '1', value: 0.269, status: 'derived', source: byFit,
      note: '0.12 from St John’s wort alone, 0.33 from Noppers alone.' },
    { symbol: 'Rgut', meaning: 'intrinsic clearance of the gut wall over its flow', unit: '1', value: each(({ Rgut }) => Rgut), status: 'derived',
      source: from(['chong2009', 'yanagihara2003', 'hasan2021', 'fanta2015', 'perezRuixo2021'], `1/Fgut − 1 with Fgut = Fpo/(1 − E), ${asComposite}`),
      variance: { value: omegaRgut, scale: 'log', kind: 'between-patient', status: 'derived', source: from(['hasan2021', 'chong2009', 'ashraf2018', 'perezRuixo2021'], 'what Qh and CLint leave of the composite’s spread of bioavailability') } },
    { symbol: 'phiGut', meaning: 'ketamine metabolised in the gut wall that arrives at the liver as norketamine, relative to the liver’s own', unit: '1', value: each(({ phiGut }) => phiGut), status: 'derived',
      source: from(['chong2009', 'simons2022'], `(Fpo + (1 − Fpo)·phi − Fgut)/(1 − Fgut), ${asComposite}`),
      variance: { value: omegaPhiGut, scale: 'log', kind: 'between-patient', status: 'derived', source: from(['chong2009', 'simons2022'], 'phi of the composite, on the part that the gut wall makes') } },
    { symbol: 'a3A4gut', meaning: 'activity of CYP3A4 in the gut wall', unit: '1', value: 1, status: 'assumed', source: byDefinition },
    { symbol: 'a3A4', meaning: 'activity of CYP3A4 in the liver', unit: '1', value: 1, status: 'assumed', source: byDefinition },
    { symbol: 'a2B6', meaning: 'activity of CYP2B6 in the liver', unit: '1', value: 1, status: 'assumed', source: byDefinition },
    scaled('Vn', 'central volume of norketamine'),
    scaled('Qn', 'flow of norketamine to tissue'),
    scaled('Vp', 'tissue volume of norketamine'),
  ],

  covariates: [
    { name: 'age', unit: 'a', reference: 45, status: 'published', source: from(['perezRuixo2021'], 'Table 2: median age (transcription; primary table not opened)') },
  ], // prettier-ignore

  covariances: [
    { between: ['CLint', 'V1'], value: covariance('CL', 'V1') / (1 - E0), status: 'derived',
      source: from(['otto2021'], 'Table 3: of CL and V, over dlnCL/dlnCLint = 1 − E') }, // prettier-ignore
    {
      between: ['CLintN', 'Vn'],
      value: covariance('CLn', 'Vn'),
      status: 'published',
      source: from(['otto2021'], 'Table 3'),
    },
  ],

  // prettier-ignore
  gaps: [
    { symbol: 'Vh', meaning: 'volume of liver and portal vein', unit: 'L', why: 'no value goes with this disposition; 101 L (Perez-Ruixo 2021) belongs to another, and no area depends on it', source: table3 },
    { symbol: 'a2B6gut', meaning: 'CYP2B6 in the gut wall', unit: '1', why: 'what ticlopidine does in the gut wall cannot be told from what it does in the liver', source: from(['ashraf2018'], 'abstract') },
  ],

  flows: [
    { from: 'Amuc', to: 'K1', rate: 'kmuc' },
    { from: 'Agut', to: 'K1', rate: `ka*${Fgut}*(1-${E})` },
    { from: 'Agut', to: 'N1', rate: `ka*${made}*(1-${En})` },
    { from: 'Agut', rate: `ka*(1-${Fgut}*(1-${E})-${made}*(1-${En}))` },
    { from: 'K1', to: 'K2', rate: 'Q2/V1' },
    { from: 'K2', to: 'K1', rate: 'Q2/V2' },
    { from: 'K1', to: 'K3', rate: 'Q3/V1' },
    { from: 'K3', to: 'K1', rate: 'Q3/V3' },
    { from: 'K1', to: 'N1', rate: `Qh*${E}*(1-${En})/V1` },
    { from: 'K1', rate: `Qh*${E}*${En}/V1` },
    { from: 'N1', to: 'N2', rate: 'Qn/Vn' },
    { from: 'N2', to: 'N1', rate: 'Qn/Vp' },
    { from: 'N1', rate: `Qh*${En}/Vn` },
  ],

  leaves: ['Agut', 'K1', 'N1'],

  // Without an interacting drug it is the composite, so it was compared with the same observations.
  domain: ketamineCompositeDomain,
}
