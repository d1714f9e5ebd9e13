/**
 * A meta-analysis of 18 studies of intravenous ketamine: one central arterial compartment, two tissues, two venous delay
 * compartments. Kamp 2020. Only what its abstract states is kept; its tables were not found.
 */
import type { Model, Source } from '../model.ts'

const abstract: Source = { dois: ['10.1097/ALN.0000000000003577'], where: 'abstract' }

export const kamp2020: Model = {
  id: 'kamp-2020',
  version: '0.1.0',
  title: 'Meta-analysis of intravenous ketamine',
  population: '18 studies, arterial and venous, healthy volunteers and patients',
  incomplete:
    'only clearance and volume at steady state are known; flows, tissue volumes and venous delays were not found',
  // prettier-ignore
  parameters: [
    { symbol: 'CL', meaning: 'clearance, weighted mean at 70 kg', unit: 'L/h', value: 79, interval95: [69, 90], status: 'published', source: abstract },
    { symbol: 'Vss', meaning: 'volume of distribution, weighted mean at 70 kg', unit: 'L', value: 252, interval95: [200, 304], status: 'published', source: abstract },
  ],
  gaps: [
    {
      symbol: 'Q',
      meaning: 'flows to tissues and venous delays',
      unit: 'L/h',
      why: 'tables not found',
      source: abstract,
    },
    {
      symbol: 'Vp',
      meaning: 'volumes of tissues and venous delays',
      unit: 'L',
      why: 'tables not found',
      source: abstract,
    },
  ],
  covariances: [],
  states: [],
  flows: [],
  routes: {},
  outputs: [],
}
