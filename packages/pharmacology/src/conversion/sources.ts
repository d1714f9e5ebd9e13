/** What was done when ketamine was changed from parenteral to oral: the oral daily dose as a share of the parenteral one. */
import type { Source } from '../model.ts'

/** One ratio, or a range of them (low to high). */
export interface ConversionShare {
  readonly low: number
  readonly high: number
  /** Converted at it; left out where the source does not count people. */
  readonly people?: number
}

export interface ConversionSource {
  readonly cited: string
  readonly kind: 'prospective' | 'case reports' | 'retrospective' | 'review' | 'hospital card'
  /** What it converted from. `parenteral`: it does not say which. */
  readonly from: 'iv' | 'sc' | 'parenteral'
  readonly population: string
  readonly shares: readonly ConversionShare[]
  readonly says: string
  readonly source: Source
}

export const conversionSources: readonly ConversionSource[] = [
  {
    cited: 'Fitzgibbon 2002',
    kind: 'case reports',
    from: 'parenteral',
    population: 'mainly neuropathic pain',
    shares: [{ low: 0.3, high: 0.4, people: 3 }],
    says: 'converted at 30–40 %, with a benzodiazepine at the start; all three stayed controlled, with few side effects',
    source: { dois: ['10.1016/s0885-3924(01)00393-1'], where: 'abstract' },
  },
  {
    cited: 'Benítez-Rosario 2011',
    kind: 'prospective',
    from: 'sc',
    population: 'cancer pain that had answered to subcutaneous ketamine',
    shares: [
      { low: 1, high: 1, people: 27 },
      { low: 1.3, high: 1.3, people: 1 },
      { low: 1.5, high: 1.5, people: 1 },
    ],
    says: 'converted 1:1; 27 of 29 kept control, two needed 1:1.3 and 1:1.5; no side effects while on oral ketamine',
    source: { dois: ['10.1016/j.jpainsymman.2010.08.017'], where: 'abstract (PMID 21398087)' },
  },
  {
    cited: 'Marchetti 2015',
    kind: 'retrospective',
    from: 'iv',
    population: 'intractable chronic pain, 60 % neuropathic',
    shares: [{ low: 1, high: 1 }],
    says: 'the effective intravenous daily dose of 1.5–3 mg/kg was given by mouth; how many of the 51 came that way is not said',
    source: { dois: ['10.1002/ejp.624'], where: 'abstract' },
  },
  {
    cited: 'Blonk 2010',
    kind: 'review',
    from: 'parenteral',
    population: 'chronic pain, 22 articles',
    shares: [{ low: 1, high: 1 }],
    says: 'the daily dose can be kept equal and is slowly increased',
    source: { dois: [], where: 'abstract; the DOI was not verified' },
  },
  {
    cited: 'US hospital card',
    kind: 'hospital card',
    from: 'iv',
    population: 'not stated',
    shares: [{ low: 0.3, high: 1.15 }],
    says: '1 mg by mouth for 1 mg by vein, reported range 0.3–1.15; first oral dose 4–8 h after the infusion stops',
    source: { dois: [], where: 'Ketamine Parenteral and Oral Dose Recommendations; no publication' },
  },
]
