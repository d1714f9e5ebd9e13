/** Where the composite model was put together and compared: what it was calibrated to, not where it is used. */
import type { Domain, DomainOfRoute } from '../domain.ts'
import { from } from './sources.ts'

const disposition = from(
  ['fanta2015', 'otto2021'],
  'volunteers whose disposition it has: Otto 2021 Table 1, mean ± 2 SD, from 18 years',
)

const held: DomainOfRoute = {
  dose: [25, 100],
  formulation: 'lozenge, wafer or film, held 10 min, then swallowed',
  status: 'derived',
  source: from(['chong2009', 'rolan2014', 'yanagihara2003', 'simons2022'], 'doses it was compared with'),
}

// prettier-ignore
export const ketamineCompositeDomain: Domain = {
  substances: ['racemic-ketamine', 'esketamine'],
  sampling: 'venous',
  routes: {
    oral: { dose: [10, 84], formulation: 'solution, lozenge or tablet, swallowed', status: 'derived',
      source: from(['hasan2021', 'chong2009', 'yanagihara2003', 'perezRuixo2021'], 'doses it was compared with; 10 mg as a prolonged-release tablet, whose amount absorbed per dose was the same') },
    'oral-capsule': { dose: [10, 84], formulation: 'capsule or tablet, swallowed', status: 'assumed',
      source: from(['yanagihara2003'], 'as for oral: the amount absorbed was compared, the time was not') },
    'oral-prolonged-release': { dose: [10, 80], formulation: 'prolonged-release tablet', formulations: ['prolonged-release tablet'], status: 'derived',
      source: from(['hasan2021', 'glue2020'], 'Hasan, single doses; 60–240 mg of another tablet were proportional to dose (Glue), values not seen') },
    sublingual: held,
    buccal: held,
    'held-and-spat-least': { ...held, formulation: 'lozenge, wafer or film, held 10 min, then spat out: lower bound', status: 'assumed',
      source: from(['chong2009', 'rolan2014', 'yanagihara2003', 'simons2022'], 'doses of those who swallowed') },
    iv: { dose: [5, 40], formulation: 'bolus or infusion', status: 'derived',
      source: from(['hasan2021', 'otto2021'], 'doses it was compared with, the steps of a staircase infusion (10.1016/j.bja.2020.06.067) among them') },
  },
  weight: { range: [54, 88], status: 'derived', source: disposition },
  age: { range: [18, 34], status: 'derived', source: disposition },
  populations: ['healthy', 'chronic-pain'],
  interactions: true,
}
