/** Where the composite model was put together and compared: what it was calibrated to, not where it is used. */
import type { Domain } from '../domain.ts'
import { from } from './sources.ts'

const disposition = from(
  ['fanta2015', 'otto2021'],
  'volunteers whose disposition it has: Otto 2021 Table 1, mean ± 2 SD, from 18 years',
)

// prettier-ignore
export const ketamineCompositeDomain: Domain = {
  substances: ['racemic-ketamine', 'esketamine'],
  sampling: 'venous',
  routes: {
    oral: { dose: [10, 240], formulation: 'solution, lozenge or tablet, swallowed', status: 'derived',
      source: from(['hasan2021', 'chong2009', 'perezRuixo2021'], 'doses it was compared with; above 84 mg controlled-release tablets only (10.1002/jcph.1573)') },
    sublingual: { dose: [25, 100], formulation: 'lozenge, wafer or film, held 10 min, then swallowed', status: 'derived',
      source: from(['chong2009', 'rolan2014', 'yanagihara2003', 'simons2022'], 'doses it was compared with') },
    iv: { dose: [5, 40], formulation: 'bolus or infusion', status: 'derived',
      source: from(['hasan2021', 'otto2021'], 'doses it was compared with, the steps of a staircase infusion (10.1016/j.bja.2020.06.067) among them') },
  },
  weight: { range: [54, 88], status: 'derived', source: disposition },
  age: { range: [18, 34], status: 'derived', source: disposition },
  populations: ['healthy', 'chronic-pain'],
  interactions: true,
}
