/**
 * Effects that are told in words and not drawn as curves, because no concentration–effect relation in people was found. Each says
 * what was seen, how far it can be trusted, where it comes from, and what it does not show.
 */
import type { Source } from '../model.ts'

/** How far the statement holds for swallowed ketamine in chronic pain: the words of GRADE, and `none` where nothing was found. */
export type Grade = 'moderate' | 'low' | 'very low' | 'none'

export interface Finding {
  readonly says: string
  readonly source: Source
}

export interface GradedStatement {
  readonly topic: string
  /** One sentence that may stand alone. */
  readonly says: string
  /** Given by this project, not by the sources; to be confirmed by a clinical lead. */
  readonly grade: Grade
  /** Why this grade. */
  readonly because: string
  readonly findings: readonly Finding[]
  readonly doesNotShow: string
}

const source = (where: string, ...dois: readonly string[]): Source => ({ dois, where })

export const gradedStatements: readonly GradedStatement[] = [
  {
    topic: 'Mood',
    says: 'Whether oral ketamine eases low mood is not settled: one small trial in pain found more than diclofenac does, and one against placebo in depression found nothing.',
    grade: 'low',
    because:
      'one small randomised trial in pain, against diclofenac; a placebo-controlled trial of oral S-ketamine in depression found nothing; of another, of oral ketamine, only the title was seen',
    findings: [
      {
        says: 'Oral ketamine 150 mg/d for 6 weeks lowered depression scores more than diclofenac: Hedges g −0.97 (−1.62 to −0.31) at week 6, 40 people with chronic pain.',
        source: source('Jafarinia 2016, abstract; effect size derived from its means', '10.1016/j.jad.2016.05.076'),
      },
      {
        says: 'Oral S-ketamine 30 mg three times a day for 6 weeks did no more than placebo, 111 people with resistant depression.',
        source: source('Smith-Apeldoorn, trial report; DOI not seen'),
      },
      {
        says: 'A placebo-controlled trial of oral ketamine in depression: seen by title only, its result was not seen and is not used here.',
        source: source('Arabzadeh 2018, title', '10.1016/j.jad.2018.02.056'),
      },
      {
        says: 'Dissociation over time was not associated with the change of mood (P = 0.7), 576 people on nasal S-ketamine.',
        source: source('TRANSFORM-1 and -2, pooled; DOI not seen'),
      },
    ],
    doesNotShow: 'That pain eases with mood. Dissociation does not foretell it, and is no sign that the dose is right.',
  },
  {
    topic: 'Opioid sparing',
    says: 'That oral ketamine lets an opioid be lowered is reported by cohorts without a control group, and not shown.',
    grade: 'very low',
    because: 'cohorts without a control group, in those who did well; the one small trial’s numbers were not seen',
    findings: [
      {
        says: 'Opioid dose fell by 63 ± 32 % where ketamine was effective; failure 7 % with opioids and 36 % without, 55 cases.',
        source: source('Marchetti 2015, abstract', '10.1002/ejp.624'),
      },
      {
        says: 'Fewer analgesics in 59 % of 29 people on sublingual ketamine, chosen because an infusion had helped.',
        source: source('Maudlin 2022, preprint', '10.1101/2020.07.13.20153247'),
      },
      {
        says: 'Less morphine with oral ketamine 0.5 mg/kg twice a day in cancer pain, 15 people per group; amounts not seen.',
        source: source('Lauretti 1999, abstract', '10.1097/00000542-199906000-00005'),
      },
    ],
    doesNotShow: 'That an opioid can be lowered before relief is seen, or by how much in one person.',
  },
  {
    topic: 'Sensitisation and hyperalgesia',
    says: 'Whether swallowed ketamine eases a sensitised nervous system for long is not known.',
    grade: 'very low',
    because: 'measured in volunteers and under infusion, not with swallowed doses over weeks',
    findings: [
      {
        says: 'After an infusion of S-ketamine in 20 volunteers relief of heat pain was followed by a period of hyperalgesia; of electrical pain it was not.',
        source: source('Sigtermans 2009, abstract', '10.1097/ALN.0b013e3181b437b1'),
      },
      {
        says: 'Stronger temporal summation foretold relief from five days of infusion in 30 people with neuropathic pain.',
        source: source('Bosma 2018, abstract', '10.1097/ALN.0000000000002417'),
      },
    ],
    doesNotShow: 'That a wind-up test picks those whom swallowed ketamine helps.',
  },
  {
    topic: 'Inflammation',
    says: 'No result on inflammation was found in chronic pain; around surgery ketamine lowers a marker of it.',
    grade: 'none',
    because: 'no study of cytokines with swallowed ketamine in chronic pain was found; the evidence is surgical',
    findings: [
      {
        says: 'Interleukin-6 after surgery lower by 71 pg/mL (41 to 101), 6 trials, 331 people.',
        source: source('Dale 2012, abstract', '10.1213/ANE.0b013e3182662e30'),
      },
      {
        says: 'In resistant depression ketamine modulates some cytokines, and its quick effect on mood is inconsistent, over 7 studies.',
        source: source('review, Oxid Med Cell Longev 2022, article 1061274, abstract; DOI not seen'),
      },
    ],
    doesNotShow: 'Any effect on inflammation in the person at hand. A cytokine must not guide the dose.',
  },
  {
    topic: 'Neuroplasticity',
    says: 'That new connections between nerve cells carry the effect beyond the drug is an idea; in chronic pain it has not been measured.',
    grade: 'none',
    because: 'no human result of BDNF or of another marker with swallowed ketamine in chronic pain was found',
    findings: [
      {
        says: 'Relief outlasted a 100-hour infusion by 50 days, which plasma levels cannot explain; what carries it is not known.',
        source: source('Dahan 2011, abstract', '10.1016/j.ejpain.2010.06.016'),
      },
    ],
    doesNotShow: 'That BDNF or another marker tells who responds or when to stop.',
  },
  {
    topic: 'Heart',
    says: 'S-ketamine by infusion raises cardiac output; with swallowed doses it was not measured, and must not be taken for less.',
    grade: 'low',
    because: 'two infusion studies in volunteers; with swallowed doses cardiac output was not measured',
    findings: [
      {
        says: 'Cardiac output rose by 40–50 % up to 320 ng/mL of S-ketamine, 20 volunteers.',
        source: source('Sigtermans 2009, abstract', '10.1097/ALN.0b013e3181b437b1'),
      },
      {
        says: 'S-ketamine raised it with dose and R-ketamine did not; S-norketamine lowered it; 20 men. Numbers not seen.',
        source: source('Kamp 2021, Br J Anaesth 127:23, abstract; DOI not seen'),
      },
    ],
    doesNotShow: 'What happens in heart disease, in which ketamine may be stopped by the protocol.',
  },
  {
    topic: 'Function',
    says: 'Less pain has not been shown to mean more function.',
    grade: 'low',
    because: 'a randomised trial of an infusion found none; swallowed ketamine was judged on pain',
    findings: [
      {
        says: 'A 4.2-day infusion in CRPS lowered pain for weeks and did not improve function, 60 people randomised.',
        source: source('Sigtermans 2009, Pain 145:304, abstract', '10.1016/j.pain.2009.06.023'),
      },
    ],
    doesNotShow: 'That function cannot improve in one person; ask for a goal and look.',
  },
]
