import { expect, it } from 'vitest'
import { kinetics } from '../composite.ts'
import { DataSetError, type DataMapping } from './data-set.ts'
import { readDataSet } from './read-data-set.ts'

const mapping: DataMapping = {
  routes: { '1': 'oral', '2': 'sublingual', '3': 'iv' },
  outputs: { '3': 'ketamine', '4': 'norketamine' },
}
const header = 'ID,TIME,AMT,EVID,CMT,RATE,ADDL,II,SS,DV,MDV,WT'
const read = (rows: readonly string[], change: Partial<DataMapping> = {}, head = header) =>
  readDataSet([head, ...rows].join('\n'), kinetics, { ...mapping, ...change })

it('[RG1] doses, infusions, additional doses, observations and covariates over time are read', () => {
  const { subjects, covariates, ignored } = read([
    '7,0,25,1,1,0,5,8,0,.,1,80',
    '7,1.5,.,0,3,.,.,.,.,41.2,0,80',
    '7,1.5,.,0,4,.,.,.,.,88,0,80',
    '7,24,.,2,.,.,.,.,.,.,1,76',
    '7,30,10,1,3,20,0,0,0,.,1,76',
    '9,0,25,1,1,0,0,12,1,.,1,.',
  ])
  expect(covariates).toEqual(['WT'])
  expect(ignored).toEqual([])
  expect(subjects).toEqual([
    {
      id: '7',
      dosing: [
        { route: 'oral', dose: 25, every: 8, from: 0, until: 44 },
        { route: 'iv', dose: 10, every: 1, from: 30, until: 30.5, infusion: 0.5 },
      ],
      observations: [
        { time: 1.5, output: 'ketamine', dv: 41.2, line: 3 },
        { time: 1.5, output: 'norketamine', dv: 88, line: 4 },
      ],
      covariates: { WT: [{ from: 0, value: 80 }, { from: 24, value: 76 }] },
      resets: [],
    },
    {
      id: '9',
      dosing: [{ route: 'oral', dose: 25, every: 12, from: 0, until: 6, steadyState: true }],
      observations: [],
      covariates: { WT: [] },
      resets: [],
    },
  ]) // prettier-ignore
})

it('[RG1] other headers, separators, comments and missing values are known; words are left out, and said', () => {
  const rows = ['# made by hand', '#id;Time;amt;dv;Site', '1;0;25;.;A', 'C;0;9;9;9', '1;2;NA;"3";A']
  const { subjects, ignored } = readDataSet(`\uFEFF${rows.join('\r\n')}\r\n`, kinetics, {
    routes: { '*': 'oral' },
    outputs: { '*': 'ketamine' },
    hours: 24,
    milligrams: 1000,
  })
  expect(ignored).toEqual(['Site'])
  expect(subjects[0]!.dosing).toEqual([{ route: 'oral', dose: 25_000, every: 1, from: 0, until: 0.5 }])
  expect(subjects[0]!.observations).toEqual([{ time: 48, output: 'ketamine', dv: 3, line: 5 }])
  const marked = ['.,1,0,.,5', 'C,1,1,.,6', '0,1,2,.,7']
  expect(read(marked, { outputs: { '*': 'ketamine' } }, 'C,ID,TIME,AMT,DV').subjects[0]!.observations).toHaveLength(2)
})

it('[RG1] below the limit of quantification is said, and the limit stands for the value', () => {
  const { subjects } = read(['1,1,.,0,0.4,1,0.5', '1,2,.,0,0.5,1,.', '1,3,.,0,0.7,0,0.5'], { outputs: { '*': 'ketamine' } }, 'ID,TIME,AMT,EVID,DV,BLQ,LLOQ') // prettier-ignore
  expect(subjects[0]!.observations.map(({ dv, blq }) => [dv, blq])).toEqual([
    [0.5, true],
    [0.5, true],
    [0.7, undefined],
  ])
})

it('[RG2] a reset cancels what was to come; EVID 4 and a later SS 1 reset and give', () => {
  const { subjects } = read([
    '1,0,25,1,1,0,9,8,0,.,1,70',
    '1,20,.,3,.,0,0,0,0,.,1,70',
    '1,30,25,1,1,0,9,8,0,.,1,70',
    '1,40,50,4,1,0,1,8,0,.,1,70',
    '1,60,10,1,1,0,0,6,1,.,1,70',
    '1,70,10,1,1,0,0,6,2,.,1,70',
  ])
  expect(subjects[0]!.resets).toEqual([20, 40, 60])
  expect(subjects[0]!.dosing.map(({ from, until, steadyState }) => [from, until, steadyState])).toEqual([
    [0, 20, undefined],
    [30, 40, undefined],
    [40, 52, undefined],
    [60, 63, true],
    [70, 73, true],
  ])
})

it('[RG1] a covariate holds from its record on, or since the one before if asked, and is not made up', () => {
  const rows = ['1,0,25,1,.', '1,4,.,2,80', '1,9,.,2,76', '1,12,.,2,76']
  const steps = (carry: 'forward' | 'backward') =>
    read(rows, { carry, routes: { '*': 'oral' } }, 'ID,TIME,AMT,EVID,WT').subjects[0]!.covariates['WT']
  expect(steps('forward')).toEqual([{ from: 4, value: 80 }, { from: 9, value: 76 }]) // prettier-ignore
  expect(steps('backward')).toEqual([{ from: 0, value: 80 }, { from: 4, value: 76 }]) // prettier-ignore
})

it.each([
  ['a number that is none', '1,x,25,1,1,0,0,0,0,.,1,70', "line 2, TIME 'x': expected a number"],
  ['a number in FORTRAN', '1,0,1D3,1,1,0,0,0,0,.,1,70', "line 2, AMT '1D3': expected a number"],
  ['no time', '1,.,25,1,1,0,0,0,0,.,1,70', "line 2, TIME '.': expected a number"],
  ['a time before the first', '1,-2,25,1,1,0,0,0,0,.,1,70', "line 2, TIME '-2': expected 0 or later"],
  ['nobody', '.,0,25,1,1,0,0,0,0,.,1,70', "line 2, ID '.': expected who it is"],
  ['an event of another kind', '1,0,25,5,1,0,0,0,0,.,1,70', "line 2, EVID '5': expected 0, 1, 2, 3, 4"],
  ['a dose of nothing', '1,0,0,1,1,0,0,0,0,.,1,70', "line 2, AMT '0': expected above 0"],
  ['an endless infusion', '1,0,0,1,3,5,0,0,1,.,1,70', 'an endless infusion is written as a long one'],
  ['a negative dose', '1,0,-5,1,1,0,0,0,0,.,1,70', "line 2, AMT '-5': expected 0 or more"],
  ['a dose that is an observation', '1,0,25,0,1,0,0,0,0,3,0,70', "line 2, AMT '25': expected nothing where EVID is 0"],
  ['a modelled rate', '1,0,25,1,1,-1,0,0,0,.,1,70', "line 2, RATE '-1': expected a rate above 0: a rate or duration"],
  [
    'a modelled duration',
    '1,0,25,1,1,-2,0,0,0,.,1,70',
    "line 2, RATE '-2': expected a rate above 0: a rate or duration",
  ],
  [
    'a rate by mouth',
    '1,0,25,1,1,5,0,0,0,.,1,70',
    "line 2, RATE '5': expected 0: route oral has a duration of its own",
  ],
  ['half an additional dose', '1,0,25,1,1,0,0.5,8,0,.,1,70', "line 2, ADDL '0.5': expected a whole number from 0"],
  ['additional doses without interval', '1,0,25,1,1,0,3,0,0,.,1,70', "line 2, II '0': expected above 0"],
  ['steady state without interval', '1,0,25,1,1,0,0,.,1,.,1,70', "line 2, II '.': expected above 0"],
  ['steady state of another kind', '1,0,25,1,1,0,0,8,3,.,1,70', "line 2, SS '3': expected 0, 1, 2"],
  ['a compartment that is not mapped', '1,0,25,1,6,0,0,0,0,.,1,70', "line 2, CMT '6': expected 1, 2, 3"],
  ['an output that is not mapped', '1,0,.,0,6,0,0,0,0,3,0,70', "line 2, DVID or CMT '6': expected 3, 4"],
  ['an observation of nothing', '1,0,.,0,3,0,0,0,0,.,0,70', "line 2, DV '.': expected a number, or MDV 1"],
  ['a row too short', '1,0,25,1,1,0,0,0,0,.,1', "line 2, columns '11': expected 12 of them"],
])('[RG3] %s is refused with line, column, value and what was expected', (_, row, message) => {
  expect(() => read([row])).toThrow(DataSetError)
  expect(() => read([row])).toThrow(message)
})

it.each([
  ['time that runs backwards', ['1,5,25,1,1,0,0,0,0,.,1,70', '1,4,.,0,3,0,0,0,0,2,0,70'], "line 3, TIME '4': expected 5 or later"],
  ['a subject in two places', ['1,0,25,1,1,0,0,0,0,.,1,70', '2,0,25,1,1,0,0,0,0,.,1,70', '1,9,.,0,3,0,0,0,0,2,0,70'], "line 4, ID '1'"],
])('[RG3] %s is refused', (_, rows, message) => {
  expect(() => read(rows)).toThrow(message)
}) // prettier-ignore

it('[RG3] everything wrong is said at once, with where it stands', () => {
  const rows = ['1,0,x,1,1,0,0,0,0,.,1,70', '1,0,25,1,1,0,0,0,0,.,1,70', '1,1,.,0,3,0,0,0,0,low,0,70']
  try {
    read(rows)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(DataSetError)
    expect((error as DataSetError).problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'AMT', 'x'],
      [4, 'DV', 'low'],
    ])
  }
})

it.each([
  ['a wanted covariate that is not there', () => read(['1,0,25,1,1,0,0,0,0,.,1,70'], { covariates: ['AGE'] }), "header 'AGE'"],
  ['a wanted covariate in words', () => read(['1,0,25,1,1,0,0,0,0,.,1,heavy'], { covariates: ['WT'] }), "line 2, WT 'heavy'"],
  ['a clock', () => read(['1,0,25'], {}, 'ID,TIME,DATE'), 'doses or observations'],
  ['a column twice', () => read(['1,0,25,3'], {}, 'ID,TIME,AMT,amt'), "column 4 'AMT': expected a name, once"],
  ['an empty file', () => readDataSet('', kinetics, mapping), 'a header and rows'],
  ['a route that the model has not', () => read([], { routes: { '*': 'nasal' } }), 'route nasal'],
  ['an output that the model has not', () => read([], { outputs: { '*': 'HNK' } }), 'output HNK'],
  ['a unit of time of zero', () => read([], { hours: 0 }), 'hours 0'],
])('[RG3] %s is refused', (_, run, message) => {
  expect(run).toThrow(RangeError)
  expect(run).toThrow(message)
}) // prettier-ignore
