/** From a file to numbers: what is read is what is solved. */
import { expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { kinetics } from '../composite.ts'
import { modelOf } from '../models/library.ts'
import { typicalValues } from '../population/individual.ts'
import { simulate } from '../population/simulate.ts'
import { overTime } from '../solve/epochs.ts'
import { solve } from '../solve/propagate.ts'
import { timeline, type Dosing } from '../solve/timeline.ts'
import { readDataSet } from './read-data-set.ts'
import { subjectEpochs, type CovariateColumns } from './subject-epochs.ts'

const header = 'ID,TIME,AMT,EVID,CMT,RATE,ADDL,II,SS,DV,MDV,WT'
const mapping = { routes: { '1': 'oral', '3': 'iv' }, outputs: { '*': 'ketamine' } }
const read = (...rows: string[]) => readDataSet([header, ...rows].join('\n'), kinetics, mapping).subjects[0]!
const values = (weight: number) => typicalValues(kinetics, 'racemic-ketamine', { weight, interactions: [] })

it('[RG15] a regimen with additional doses, a weight that changes and steady state gives what is written by hand', () => {
  const subject = read(
    '1,0,25,1,1,0,5,8,1,.,1,80',
    '1,1.5,.,0,.,.,.,.,.,41,0,80',
    '1,24,.,0,.,.,.,.,.,39,0,60',
    '1,30,10,1,3,5,0,0,0,.,1,60',
    '1,33,.,0,.,.,.,.,.,88,0,60',
  )
  const { epochs, assumed } = subjectEpochs(kinetics, 'racemic-ketamine', subject, { WT: 'weight' })
  expect(assumed).toEqual([])
  expect(epochs.map(({ from }) => from)).toEqual([0, 24])
  const times = subject.observations.map(({ time }) => time)
  const by = simulate(kinetics, subject.dosing, times, { n: 1, seed: 1, epochs })
  expect(by.times).toBe(3)
  const [found, byHand] = [new Float64Array(6), new Float64Array(6)]
  overTime(kinetics, subject.dosing, times)(epochs.map(({ from, typical }) => ({ from, values: typical as Float64Array })), found)
  const dosing: Dosing[] = [
    { route: 'oral', dose: 25, every: 8, from: 0, until: 48, steadyState: true },
    { route: 'iv', dose: 10, every: 1, from: 30, until: 31, infusion: 2 },
  ]
  overTime(kinetics, dosing, times)([{ from: 0, values: values(80) }, { from: 24, values: values(60) }], byHand)
  found.forEach((value, k) => expect(value).toBeCloseTo(byHand[k]!, 12))
}) // prettier-ignore

it('[RG15] a reset begins anew, and a weight that is not known is said', () => {
  const subject = read(
    '1,0,25,1,1,0,9,8,0,.,1,.',
    '1,30,50,4,3,0,0,0,0,.,1,90',
    '1,31,.,0,.,.,.,.,.,39,0,90',
  )
  const { epochs, assumed } = subjectEpochs(kinetics, 'racemic-ketamine', subject, { WT: 'weight' })
  expect(assumed).toEqual(['subject 1: WT unknown before 30 h: reference assumed'])
  expect(epochs.map(({ from, reset }) => [from, reset])).toEqual([[0, undefined], [30, true]])
  const [found, alone] = [new Float64Array(2), new Float64Array(2)]
  overTime(kinetics, subject.dosing, [31])(epochs.map(({ typical, ...one }) => ({ ...one, values: typical as Float64Array })), found)
  const bolus: Dosing = { route: 'iv', dose: 50, every: 1, from: 0, until: 1 }
  solve(kinetics, timeline(kinetics, [bolus], 'racemic-ketamine', [1]), values(90), alone)
  expect(found[0]! / alone[0]! - 1).toBeCloseTo(0, 12)
}) // prettier-ignore

it('[RG15] a weight or age that no column gives is at the reference of the model, and that is said', () => {
  const subject = read('1,0,25,1,1,0,0,0,0,.,1,40')
  const { epochs, assumed } = subjectEpochs(kinetics, 'racemic-ketamine', subject, {})
  expect(assumed).toEqual(['subject 1: weight: no column is mapped to it: 70 kg assumed'])
  expect(epochs[0]!.typical).toEqual(values(70))
  const aged = compile(modelOf('perez-ruixo-2021'))
  const of = (columns: CovariateColumns) => subjectEpochs(aged, 'esketamine', subject, columns).assumed
  // Neither clearance nor volume depends on weight there.
  expect(of({})).toEqual(['subject 1: age: no column is mapped to it: 45 years assumed'])
  expect(of({ WT: 'age' })).toEqual([])
})

it('[RG15] a column that is not there, and a weight that nobody has, are refused', () => {
  const of = (weight: string) => read(`1,0,25,1,1,0,0,0,0,.,1,${weight}`)
  expect(() => subjectEpochs(kinetics, 'racemic-ketamine', of('70'), { AGE: 'age' })).toThrow('covariate AGE: expected one of WT')
  expect(() => subjectEpochs(kinetics, 'racemic-ketamine', of('0'), { WT: 'weight' })).toThrow('subject 1: weight 0: expected kg, 1 to 500')
}) // prettier-ignore
