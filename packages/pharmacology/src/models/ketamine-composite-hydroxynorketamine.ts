/**
 * The composite model with S-hydroxynorketamine: H1' = fh·CLn/Vn·N1 − CLh/Vh·H1. Off by default and for information only:
 * assays disagree five-fold or more on hydroxynorketamine, and no decision may rest on it.
 */
import type { Model } from '../model.ts'
import { ketamineComposite } from './ketamine-composite.ts'
import { from } from './sources.ts'

const simons = from(['simons2022'], 'Table 4')
const lumped = from(['simons2022'], 'Table 4: VH1 4.4 L and VH2 87.5 L as one')

export const ketamineCompositeHydroxynorketamine: Model = {
  ...ketamineComposite,
  id: 'ketamine-composite-hydroxynorketamine',
  // prettier-ignore
  parameters: [
    ...ketamineComposite.parameters,
    { symbol: 'fh', meaning: 'norketamine that becomes hydroxynorketamine (fixed in the source)', unit: '1', value: 0.7, status: 'published', source: simons },
    { symbol: 'CLh', meaning: 'clearance of hydroxynorketamine', unit: 'L/h', value: 56, status: 'published', source: simons,
      variance: { value: 0.103, scale: 'log', kind: 'between-patient', status: 'published', source: simons } },
    { symbol: 'Vh', meaning: 'volume of hydroxynorketamine', unit: 'L', value: 92, status: 'derived', source: lumped },
  ],
  states: [...ketamineComposite.states, { name: 'H1', meaning: 'hydroxynorketamine', unit: 'mg' }],
  flows: [
    ...ketamineComposite.flows.filter(({ from, to }) => from !== 'N1' || to !== undefined),
    { from: 'N1', to: 'H1', rate: 'fh*CLn/Vn' },
    { from: 'N1', rate: '(1-fh)*CLn/Vn' },
    { from: 'H1', rate: 'CLh/Vh' },
  ],
  outputs: [...ketamineComposite.outputs, { name: 'hydroxynorketamine', state: 'H1', scale: '1000/Vh', unit: 'ng/mL' }],
}
