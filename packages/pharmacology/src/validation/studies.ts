/** The studies that models are held against: who was studied, and where blood was drawn, if a source that was seen says so. */

export interface Study {
  /** First author and year. */
  readonly cited: string
  /** `null`: a DOI was not verified. */
  readonly doi: string | null
  /** How many people and who. */
  readonly people: string
  readonly sampling: 'arterial' | 'venous' | 'not stated'
}

export type StudyId = keyof typeof studies

// prettier-ignore
export const studies = {
  otto: { cited: 'Otto 2021', doi: '10.1007/s00228-021-03104-1', people: '17 healthy (CHDR1311); medians, read off a figure to 10 %', sampling: 'venous' },
  hasan: { cited: 'Hasan 2021', doi: '10.1097/ALN.0000000000003829', people: '15 healthy, 20–35 years; racemate, assay of the sum of enantiomers', sampling: 'not stated' },
  intravenous2022: { cited: 'Pharmacotherapy 2022', doi: '10.1002/phar.2669', people: '8–9 people, Table 6', sampling: 'not stated' },
  kampStaircase: { cited: 'Kamp 2020 (BJA)', doi: '10.1016/j.bja.2020.06.067', people: '20 healthy, read off a figure', sampling: 'arterial' },
  kampMeta: { cited: 'Kamp 2020 (meta-analysis)', doi: '10.1097/ALN.0000000000003577', people: '18 studies', sampling: 'not stated' },
  chong: { cited: 'Chong 2009', doi: '10.2165/00044011-200929050-00004', people: '6 in-patients with chronic neuropathic pain', sampling: 'not stated' },
  rolan: { cited: 'Rolan 2014', doi: '10.1111/bcp.12264', people: '8 healthy men', sampling: 'not stated' },
  yanagihara: { cited: 'Yanagihara 2003', doi: '10.1002/bdd.336', people: '3 healthy', sampling: 'not stated' },
  simons: { cited: 'Simons 2022', doi: '10.3389/fpain.2022.946486', people: '19–20 healthy, 19–32 years', sampling: 'arterial' },
  perezRuixo: { cited: 'Perez-Ruixo 2021', doi: '10.1007/s40262-020-00953-4', people: '820 adults; study ESKETINTRD1009 by mouth', sampling: 'not stated' },
  fanta: { cited: 'Fanta 2015', doi: '10.1007/s00228-015-1826-y', people: '11 healthy men', sampling: 'venous' },
  grant: { cited: 'Grant 1981', doi: null, people: 'read in a review (Zanos 2018, Table 1); neither DOI was verified', sampling: 'not stated' },
  clarithromycin: { cited: 'Hagelberg 2010', doi: '10.1016/j.ejpain.2009.10.003', people: '10 healthy, cross-over', sampling: 'not stated' },
  ticlopidine: { cited: 'Peltoniemi 2011', doi: '10.1038/clpt.2011.140', people: '11 healthy, cross-over', sampling: 'not stated' },
  grapefruit: { cited: 'Peltoniemi 2012', doi: '10.1007/s00228-012-1214-9', people: '12 healthy, cross-over', sampling: 'not stated' },
  stJohnsWort: { cited: 'St John’s wort 2012', doi: '10.1111/j.1472-8206.2011.00954.x', people: '12 healthy, cross-over', sampling: 'not stated' },
  rifampicin: { cited: 'Rifampicin 2012', doi: '10.1111/j.1742-7843.2012.00908.x', people: '11 healthy, cross-over', sampling: 'not stated' },
  noppers: { cited: 'Noppers 2011', doi: null, people: '20 healthy men, infusion over 2 h; DOI not verified', sampling: 'not stated' },
  label: { cited: 'US label of nasal esketamine', doi: null, people: 'healthy', sampling: 'not stated' },
} as const satisfies Readonly<Record<string, Study>>
