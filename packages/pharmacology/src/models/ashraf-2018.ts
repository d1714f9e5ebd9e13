/**
 * Swallowed S-ketamine and norketamine with and without ticlopidine, gut wall and liver apart. Ashraf 2018.
 * What could be read of it is kept here; it does not suffice to simulate, and nothing is made up to fill it.
 */
import type { Model, Variance } from '../model.ts'
import { from } from './sources.ts'

const table2 = from(['ashraf2018'], 'Table 2 (machine transcription, incomplete; primary table not opened)')
const published = 'published'
const readAs = (what: string): Variance['source'] => from(['ashraf2018'], `Table 2, ${what} (machine transcription)`)

export const ashraf2018: Model = {
  id: 'ashraf-2018',
  version: '0.1.0',
  title: 'Swallowed S-ketamine and norketamine with and without ticlopidine',
  population: 'Five studies of healthy volunteers',
  incomplete:
    'the absorption rate and the fixed constants of S-ketamine (unbound fraction, blood to plasma) were not legible in the copy that was read, and its equations were not seen',

  // prettier-ignore
  parameters: [
    { symbol: 'CLintHk', meaning: 'intrinsic hepatic clearance of ketamine', unit: 'L/h', value: 301, interval95: [260, 352], status: published, source: table2,
      variance: { value: 0.25, scale: 'log', kind: 'between-patient', status: published, source: readAs('0.25 [0.17, 0.37], read as a variance') } },
    { symbol: 'CLintGk', meaning: 'intrinsic clearance of ketamine in the gut wall', unit: 'L/h', value: 1.19, interval95: [0.66, 1.98], status: published, source: table2 },
    { symbol: 'Vk', meaning: 'central volume of ketamine', unit: 'L', value: 14.4, interval95: [5.9, 22.5], status: published, source: table2 },
    { symbol: 'Vp1k', meaning: 'volume of the first tissue of ketamine', unit: 'L', value: 102, interval95: [92.5, 111], status: published, source: table2 },
    { symbol: 'Qp1k', meaning: 'flow to the first tissue of ketamine', unit: 'L/h', value: 287, interval95: [250, 331], status: published, source: table2 },
    { symbol: 'Vp2k', meaning: 'volume of the second tissue of ketamine', unit: 'L', value: 180, interval95: [167, 190], status: published, source: table2 },
    { symbol: 'Qp2k', meaning: 'flow to the second tissue of ketamine', unit: 'L/h', value: 22.4, interval95: [20.8, 24.1], status: published, source: table2 },
    { symbol: 'CLintHn', meaning: 'intrinsic hepatic clearance of norketamine', unit: 'L/h', value: 73.5, interval95: [67.6, 79.9], status: published, source: table2 },
    { symbol: 'CLintGn', meaning: 'intrinsic clearance of norketamine in the gut wall', unit: 'L/h', value: 44.4, interval95: [29.7, 71.2], status: published, source: table2 },
    { symbol: 'Vn', meaning: 'central volume of norketamine', unit: 'L', value: 88.4, interval95: [82.6, 93.5], status: published, source: table2 },
    { symbol: 'Qpn', meaning: 'flow to the tissue of norketamine', unit: 'L/h', value: 19.9, interval95: [17.3, 22.8], status: published, source: table2 },
    { symbol: 'Vpn', meaning: 'tissue volume of norketamine', unit: 'L', value: 88.9, interval95: [81.7, 96.5], status: published, source: table2 },
    { symbol: 'fun', meaning: 'unbound fraction of norketamine', unit: '1', value: 0.5, status: published, source: from(['ashraf2018'], 'table of fixed constants (copy)') },
    { symbol: 'BPn', meaning: 'blood to plasma ratio of norketamine', unit: '1', value: 1, status: published, source: from(['ashraf2018'], 'table of fixed constants (copy)') },
  ],

  // prettier-ignore
  gaps: [
    { symbol: 'ka', meaning: 'absorption rate of ketamine', unit: '/h', interval95: [1.47, 2.11], why: 'only its interval was legible', source: table2 },
    { symbol: 'fuk', meaning: 'unbound fraction of ketamine', unit: '1', why: 'printed with constants of 0.70, 1 and 0.60 whose labels were not legible', source: table2 },
    { symbol: 'BPk', meaning: 'blood to plasma ratio of ketamine', unit: '1', why: 'legible as 0.50, which is implausibly low and may belong to another row', source: table2 },
    { symbol: 'omegaCLintGk', meaning: 'variance of the gut wall’s intrinsic clearance', unit: '1', interval95: [1.11, 3.67], why: 'its label was not legible', source: table2 },
    { symbol: 'omegaKa', meaning: 'variance of the absorption rate', unit: '1', interval95: [0.29, 0.66], why: 'its label was not legible', source: table2 },
    { symbol: 'omegaVp1k', meaning: 'variance of the first tissue’s volume', unit: '1', interval95: [0.022, 0.076], why: 'only its interval was legible', source: table2 },
    { symbol: 'omegaN', meaning: 'a variance of norketamine', unit: '1', interval95: [0.07, 0.15], why: 'its label was not legible', source: table2 },
    { symbol: 'sigmaK', meaning: 'residual variance of ketamine, placebo', unit: '1', interval95: [0.079, 0.093], why: 'only its interval was legible', source: table2 },
    { symbol: 'sigmaKticlopidine', meaning: 'residual variance of ketamine, ticlopidine', unit: '1', interval95: [0.048, 0.09], why: 'only its interval was legible', source: table2 },
    { symbol: 'sigmaN', meaning: 'residual variance of norketamine, placebo', unit: '1', interval95: [0.057, 0.068], why: 'only its interval was legible', source: table2 },
    { symbol: 'sigmaNticlopidine', meaning: 'residual variance of norketamine, ticlopidine', unit: '1', interval95: [0.05, 0.09], why: 'only its interval was legible', source: table2 },
  ],

  covariances: [],
  states: [],
  flows: [],
  routes: {},
  outputs: [],
}
