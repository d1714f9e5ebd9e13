/**
 * The licensed instruments whose scores may be entered. Left out: EQ-5D and PROMIS, whose values come from the holder's own tables,
 * and KSET, which has no total. A range or cut-off marked `assumed` was not read at its source: check it against the licensed copy.
 */
import type { Bands, ImportantChange, Sourced } from './instrument.ts'
import type { LicensedScore } from './licensed-score.ts'

const published = (source: string) => ({ status: 'published', source }) as const
const assumed = (source: string) => ({ status: 'assumed', source }) as const
const whole = (least: number, most: number, sourced: Sourced) => ({ least, most, decimals: false, ...sourced })
const cutOff = (from: number, least: number, name: string, sourced: Sourced): Bands => ({
  bands: [
    { from: least, name: 'below the cut-off' },
    { from, name },
  ],
  ...sourced,
})
const none = { improved: [] as readonly ImportantChange[] }

const notConfirmed = 'licence not confirmed, so treated as licensed'
const bpi = 'Brief Pain Inventory User Guide: not to be used or reproduced without permission; fees may apply'
const bpiRange = {
  least: 0,
  most: 10,
  decimals: true,
  ...assumed('Brief Pain Inventory User Guide: mean of items rated 0 to 10'),
}
const painDetect = 'Freynhagen 2006, Curr Med Res Opin 22:1911; DOI not verified'
const skinner = 'Skinner 1982, Addict Behav 7:363, PMID 7183189; DOI not verified'
const lanssRange = whole(0, 24, published('Bennett 2001, doi:10.1016/S0304-3959(00)00482-6'))
const lanssBands = cutOff(
  12,
  0,
  'neuropathic features likely',
  published('Bennett 2005, doi:10.1016/j.jpain.2004.11.007'),
)

export const licensedScores: readonly LicensedScore[] = [
  {
    id: 'bpi-severity',
    name: 'BPI-SF severity',
    measures: 'pain intensity',
    holder: bpi,
    range: bpiRange,
    change: none,
  },
  {
    id: 'bpi-interference',
    name: 'BPI-SF interference',
    measures: 'pain interference',
    holder: bpi,
    range: bpiRange,
    change: {
      improved: [
        {
          says: 'minimally important',
          points: 1,
          ...published('IMMPACT, Dworkin 2008, doi:10.1016/j.jpain.2007.09.005'),
        },
      ],
      worse: { points: 1, ...assumed('IMMPACT, Dworkin 2008, for improvement, here mirrored') },
    },
  },
  {
    id: 'dn4',
    name: 'DN4',
    measures: 'neuropathic features',
    holder: `Bouhassira, ePROVIDE/Mapi; ${notConfirmed}`,
    range: whole(0, 10, assumed('Bouhassira 2005, doi:10.1016/j.pain.2004.12.010')),
    bands: cutOff(4, 0, 'neuropathic features likely', assumed('Bouhassira 2005, doi:10.1016/j.pain.2004.12.010')),
    change: none,
  },
  {
    id: 'paindetect',
    name: 'painDETECT',
    measures: 'neuropathic features',
    holder: `Pfizer; ${notConfirmed}`,
    range: whole(-1, 38, published(painDetect)),
    bands: {
      bands: [
        { from: -1, name: 'unlikely' },
        { from: 13, name: 'unclear' },
        { from: 19, name: 'likely' },
      ],
      ...published(painDetect),
    },
    change: none,
  },
  {
    id: 'lanss',
    name: 'LANSS',
    measures: 'neuropathic features',
    holder: 'Bennett; permission text not found',
    range: lanssRange,
    bands: lanssBands,
    change: none,
  },
  {
    id: 's-lanss',
    name: 'S-LANSS',
    measures: 'neuropathic features, self-completed',
    holder: 'Bennett; permission text not found',
    range: lanssRange,
    bands: lanssBands,
    change: none,
  },
  {
    id: 'pcs',
    name: 'Pain Catastrophizing Scale',
    measures: 'catastrophising',
    holder: `Sullivan; ${notConfirmed}`,
    range: whole(0, 52, assumed('Sullivan 1995, doi:10.1037/1040-3590.7.4.524')),
    bands: cutOff(30, 0, 'at or above the cut-off', assumed('Manual of the Pain Catastrophizing Scale')),
    change: none,
  },
  {
    id: 'ess',
    name: 'Epworth Sleepiness Scale',
    measures: 'daytime sleepiness',
    holder: 'Johns, Mapi: licensed, not sold',
    range: whole(0, 24, assumed('Johns 1991, doi:10.1093/sleep/14.6.540')),
    bands: cutOff(11, 0, 'more than 10', assumed('Johns 1991, doi:10.1093/sleep/14.6.540')),
    change: none,
  },
  {
    id: 'csi-a',
    name: 'Central Sensitization Inventory, part A',
    measures: 'symptoms associated with central sensitisation; it does not diagnose nociplastic pain',
    holder: 'PRIDE; permission unclear',
    range: whole(0, 100, published('Neblett 2017, Pain Pract 17:166')),
    bands: {
      bands: [
        { from: 0, name: 'subclinical' },
        { from: 30, name: 'mild' },
        { from: 40, name: 'moderate' },
        { from: 50, name: 'severe' },
        { from: 60, name: 'extreme' },
      ],
      ...published('Neblett 2017, Pain Pract 17:166'),
    },
    change: none,
  },
  {
    id: 'icsi',
    name: "O'Leary-Sant symptom index (ICSI)",
    measures: 'bladder symptoms',
    holder: "O'Leary 1997; licence not found",
    range: whole(0, 20, published("O'Leary 1997, in PMID 11378052")),
    change: none,
  },
  {
    id: 'icpi',
    name: "O'Leary-Sant problem index (ICPI)",
    measures: 'bladder problems',
    holder: "O'Leary 1997; licence not found",
    range: whole(0, 16, published("O'Leary 1997")),
    change: none,
  },
  {
    id: 'cadss',
    name: 'CADSS, 23 items',
    measures: 'dissociation',
    holder: 'Bremner; licence not found',
    range: whole(0, 92, assumed('Bremner 1998, J Trauma Stress; DOI not verified')),
    change: none,
  },
  {
    id: 'cadss-6',
    name: 'CADSS-6',
    measures: 'dissociation; not validated in pain',
    holder: 'Bremner; licence not found',
    range: whole(0, 24, assumed('Rodrigues 2021, doi:10.1016/j.jad.2020.12.119')),
    change: none,
  },
  {
    id: 'dast-10',
    name: 'DAST-10',
    measures: 'problems with drugs',
    holder: 'Skinner: non-commercial use with credit, which this licence cannot promise',
    range: whole(0, 10, published(skinner)),
    bands: {
      bands: [
        { from: 0, name: 'none reported' },
        { from: 1, name: 'low' },
        { from: 3, name: 'moderate' },
        { from: 6, name: 'substantial' },
        { from: 9, name: 'severe' },
      ],
      ...published(skinner),
    },
    change: none,
    loinc: { total: '82667-7' },
  },
  {
    id: 'c-ssrs',
    name: 'C-SSRS screener, as judged: 0 negative, 1 positive on any question',
    measures: 'suicidal ideation and behaviour',
    holder: 'Clario: exclusive licence for every electronic form',
    range: whole(0, 1, { status: 'engineering', source: 'Only whether any question was positive is entered' }),
    bands: {
      bands: [
        { from: 0, name: 'negative' },
        { from: 1, name: 'positive' },
      ],
      status: 'engineering',
      source: 'Only whether any question was positive is entered',
    },
    change: none,
    loinc: { panel: '93373-9' },
    safety: {
      from: 1,
      urgency: 'today',
      reason: 'Positive C-SSRS screen',
      rules: ['E15', 'M09'],
      status: 'engineering',
      source: 'Any positive suicide screen is followed up the same day',
    },
  },
]
