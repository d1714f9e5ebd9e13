/** The publications that the ketamine models rest on, each written once. */
import type { Source } from '../model.ts'

/** By author and year. */
export const doi = {
  fanta2015: '10.1007/s00228-015-1826-y',
  otto2021: '10.1007/s00228-021-03104-1',
  perezRuixo2021: '10.1007/s40262-020-00953-4',
  ashraf2018: '10.1002/psp4.12346',
  simons2022: '10.3389/fpain.2022.946486',
  simons2022effect: '10.3389/fpain.2022.946487',
  chong2009: '10.2165/00044011-200929050-00004',
  yanagihara2003: '10.1002/bdd.336',
  glue2020: '10.1002/jcph.1573',
  hasan2021: '10.1097/ALN.0000000000003829',
  rolan2014: '10.1111/bcp.12264',
  dahan2011: '10.1016/j.ejpain.2010.06.016',
  olofsen2022: '10.1097/ALN.0000000000004176',
  marchetti2015: '10.1002/ejp.624',
  haines1999: '10.1016/S0304-3959(99)00117-7',
  enarson1999: '10.1016/s0885-3924(99)00011-1',
  kannan2002: '10.1016/S0885-3924(01)00373-6',
} as const

/** A place in one or more of them; with none, a reason in words. */
export const from = (papers: readonly (keyof typeof doi)[], where: string): Source => ({
  dois: papers.map((paper) => doi[paper]),
  where,
})
