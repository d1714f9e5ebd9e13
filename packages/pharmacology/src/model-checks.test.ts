import { expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Model, Parameter } from './model.ts'
import { ashraf2018 } from './models/ashraf-2018.ts'
import { fantaOtto2021 as otto } from './models/fanta-otto-2021.ts'
import { perezRuixo2021 as perez } from './models/perez-ruixo-2021.ts'
import { simons2022 as simons } from './models/simons-2022.ts'

const changed = (model: Model, symbol: string, change: Partial<Record<keyof Parameter, unknown>>): Model => ({
  ...model,
  parameters: model.parameters.map((one) => (one.symbol === symbol ? ({ ...one, ...change } as Parameter) : one)),
})
const flow = (from: string, to: string | undefined, rate: string): Model => ({
  ...otto,
  flows: otto.flows.map((one) => (one.from === from && one.to === to ? { ...one, rate } : one)),
})
const variance = otto.parameters[0]!.variance!
const nowhere = { dois: [], where: '' }
const of = (model: Model, symbol: string) => model.parameters.find((one) => one.symbol === symbol)!

it.each<[string, Model, string]>([
  ['a rate that is a clearance', flow('N1', undefined, 'CLn'), "fanta-otto-2021: flow N1 → out: 'CLn' is L/h: expected /h"],
  ['a rate upside down', flow('N1', undefined, 'Vn/CLn'), "fanta-otto-2021: flow N1 → out: 'Vn/CLn' is h: expected /h"],
  ['a sum of unlike things', flow('K1', 'P1', '(Q1+V)/V'), "fanta-otto-2021: flow K1 → P1: '(Q1+V)/V': L/h and L do not add or compare"],
  ['a number added to a volume', flow('K1', 'P1', 'Q1/(V+1)'), 'L and 1 do not add or compare'],
  ['a flow from mg into µmol', { ...otto, states: otto.states.map((one) => (one.name === 'N1' ? { ...one, unit: 'umol' } : one)) }, 'flow K1 → N1: from mg into umol: what leaves must arrive as the same thing'],
  ['a lag that is no time', { ...otto, routes: { iv: [{ into: 'K1', fraction: '1', lag: 'V' }] } }, "route iv: 'V' is L"],
  ['a duration in litres', { ...otto, routes: { iv: [{ into: 'K1', fraction: '1', duration: 'Vp1' }] } }, "route iv: 'Vp1' is L: expected h"],
  ['a dose that is no amount', { ...otto, routes: { iv: [{ into: 'K1', fraction: '1/V' }] } }, "route iv: '1/V' is /L: expected 1"],
  ['mg dosed into µmol', { ...simons, routes: { ...simons.routes, iv: [{ into: 'K1', fraction: '1' }] } }, "route iv: '1' is 1: expected umol/mg"],
  ['a dose in mg into a state in g', { ...otto, states: otto.states.map((one) => ({ ...one, unit: 'g' })) }, 'route iv: K1 is not counted in mg or umol'],
  ['an output that forgets its 1000', { ...otto, residuals: [], outputs: [{ ...otto.outputs[0]!, scale: '1/V' }] }, "output ketamine: '1/V' has the factor 1: expected 1000 for ng/mL"],
  ['an output with one 1000 too many', { ...simons, residuals: [], outputs: [{ ...simons.outputs[3]!, scale: '1000/VK1' }] }, "output ketamine-molar: '1000/VK1' has the factor 1000: expected 1 for nmol/mL"],
  ['an output without its molar mass', { ...simons, residuals: [], outputs: [{ ...simons.outputs[0]!, scale: '1000/VK1' }] }, "output ketamine: '1000/VK1' is /L: expected mg/L/umol"],
  ['an output in an unknown unit', { ...otto, residuals: [], outputs: [{ ...otto.outputs[0]!, unit: 'mcg/L' }] }, 'output ketamine: unit mcg/L: expected'],
  ['a relation that leaves its unit', changed(perez, 'Qh', { relation: 'Qh-QhFrom*max(age-QhFrom, 0)' }), 'relation Qh:'],
])('[ML2] %s is refused, naming the line', (_, model, message) => {
  expect(() => compile(model)).toThrow(RangeError)
  expect(() => compile(model)).toThrow(message)
}) // prettier-ignore

it('[ML2] every line of the library balances, and one that is a bare system of numbers has nothing to balance', () => {
  for (const model of [otto, perez, simons]) expect(() => compile(model)).not.toThrow()
  const bare: Model = {
    ...otto,
    parameters: otto.parameters.map((one) => ({ ...one, unit: '1' })),
    flows: [{ from: 'K1', rate: 'CL' }],
    residuals: [],
  }
  expect(() => compile(bare)).not.toThrow()
})

it.each<[string, Model, string]>([
  ['a link into an amount', { ...otto, links: [{ of: 'K1', into: 'N2', rate: 'CL/V' }] }, 'link K1 → N2: makes an amount out of nothing: expected a flow'],
  ['a flow that runs backwards', flow('K1', 'P1', '-Q1/V'), "flow K1 → P1: rate '-Q1/V' is -0.17"],
  ['a flow into itself', { ...otto, flows: [...otto.flows, { from: 'K1', to: 'K1', rate: 'CL/V' }] }, 'flow K1 → K1: leaves and arrives in the same state'],
  ['exits that lose a part', { ...simons, chains: [{ ...simons.chains![1]!, exits: [{ to: 'N1', fraction: 'fn' }] }, simons.chains![0]!, simons.chains![2]!] }, 'chain M: exits add up to 0.8: expected 1'],
  ['exits that gain a part', { ...simons, chains: [{ ...simons.chains![1]!, exits: [{ to: 'N1', fraction: 'fn' }, { fraction: '1' }] }, simons.chains![0]!, simons.chains![2]!] }, 'chain M: exits add up to 1.8: expected 1'],
  ['a dose larger than itself', { ...simons, surplus: {} }, 'route sublingual: gives 1.42'],
  ['a part below nothing', { ...perez, routes: { ...perez.routes, oral: [{ into: 'po', fraction: 'Fgut-1' }] } }, "route oral: fraction 'Fgut-1' is -0.36"],
  ['a flow whose end was forgotten', { ...otto, flows: otto.flows.map(({ from, rate, ...one }) => (from === 'P1' ? { from, rate } : { from, rate, ...one })) }, 'flow P1 → out: drug is lost: expected a state to arrive in, or P1 among what leaves'],
  ['a chain that loses what it should not', { ...simons, leaves: ['L', 'H1'] }, 'flow M → out: drug is lost'],
  ['a state that should lose and does not', { ...otto, leaves: ['N1', 'N2'] }, 'leaves N2: nothing leaves it'],
  ['a dose of which a part is nowhere', { ...otto, routes: { iv: [{ into: 'K1', fraction: '0.9' }] } }, 'route iv: gives 0.9 of the dose: expected all of it'],
  ['a surplus that is none', { ...otto, surplus: { iv: 'just so' } }, 'route iv: gives 1 of the dose: there is no surplus to declare'],
])('[ML3] %s is refused, naming the line', (_, model, message) => {
  expect(() => compile(model)).toThrow(RangeError)
  expect(() => compile(model)).toThrow(message)
}) // prettier-ignore

it.each<[string, Model, string]>([
  ['a residual without a source', { ...otto, residuals: [{ ...otto.residuals![0]!, source: nowhere }] }, 'residual ketamine: no source'],
  ['a residual of no output', { ...otto, residuals: [{ ...otto.residuals![0]!, output: 'ketamin' }] }, 'residual ketamin: no such output'],
  ['an additive residual in another unit', { ...simons, residuals: [{ ...simons.residuals![2]!, unit: 'ng/mL' }] }, 'residual norketamine-molar: unit ng/mL: expected nmol/mL'],
  ['an additive residual of another size', { ...simons, residuals: [{ ...simons.residuals![2]!, unit: 'umol/mL' }] }, 'residual norketamine-molar: unit umol/mL: expected nmol/mL'],
  ['a residual of nothing', { ...otto, residuals: [{ ...otto.residuals![0]!, sd: 0 }] }, 'residual ketamine: sd 0'],
  ['a covariate without a source', { ...perez, covariates: [{ ...perez.covariates![0]!, source: nowhere }] }, 'covariate age: no source'],
  ['a weight exponent that is assumed, but says nothing', changed(simons, 'VK1', { weightBasis: { status: 'assumed', source: nowhere } }), 'parameter VK1: no source'],
  ['an occasion variance of another kind', changed(simons, 'MTTN', { occasionVariance: variance }), 'parameter MTTN: occasion variance of kind between-patient'],
  ['a standard error of zero', changed(otto, 'Vn', { standardError: 0 }), 'parameter Vn: standard error 0'],
  ['a value outside its own interval', changed(otto, 'Vn', { interval95: [10, 20] }), 'parameter Vn: value 98.638: outside its own interval 10–20'],
  ['a percentage above 100 on the logit', changed(simons, 'F2', { variance: { ...variance, scale: 'logit' } }), 'parameter F2: value 116: expected between 0 and 1 on a logit scale'],
  ['a range of doses without a source', { ...otto, domain: { ...otto.domain!, routes: { iv: { ...otto.domain!.routes['iv']!, source: nowhere } } } }, 'domain iv: no source'],
  ['a range of ages upside down', { ...otto, domain: { ...otto.domain!, age: { ...otto.domain!.age, range: [34, 18] } } }, 'domain age: age 34–18: not a range'],
  ['a gap without a reason', { ...ashraf2018, gaps: [{ ...ashraf2018.gaps![0]!, why: '' }] }, 'gap ka: no reason'],
  ['an incomplete model without a source', changed(ashraf2018, 'Vk', { source: nowhere }), 'ashraf-2018: parameter Vk: no source'],
  ['an incomplete model without a reason', { ...ashraf2018, incomplete: '' }, 'ashraf-2018: incomplete: expected a reason'],
  ['a covariance too large for its variances', { ...otto, covariances: [{ ...otto.covariances[0]!, value: 0.05 }] }, 'variance matrix: not positive definite (V, CL'],
])('[ML4] %s is refused, naming the line', (_, model, message) => {
  expect(() => compile(model)).toThrow(RangeError)
  expect(() => compile(model)).toThrow(message)
}) // prettier-ignore

it('[ML7] minutes and percent become hours and fractions; what is printed stays printed', () => {
  const values = compile(simons).typical('esketamine')
  const value = (symbol: string) => values[simons.parameters.findIndex((one) => one.symbol === symbol)]
  expect(value('CLK1')).toBeCloseTo(88.8, 10)
  expect(value('F1')).toBeCloseTo(0.263, 12)
  expect(value('D1')).toBeCloseTo(13.1 / 60, 12)
  expect(value('KA2')).toBeCloseTo(0.049 * 60, 12)
  expect(value('MWk')).toBeCloseTo(0.23773, 12)
  expect(of(simons, 'CLK1').value).toBe(1.48)
})

it('[ML8] a standard error is kept in coherent units, and drawn with nothing', () => {
  const { uncertain, drawn, factor, model } = compile(simons)
  const name = (index: number) => model.parameters[index]!.symbol
  expect(uncertain.find(({ index }) => name(index) === 'CLK1')!.standardError).toBeCloseTo(3.6, 12)
  expect(uncertain.find(({ index }) => name(index) === 'F1')!.standardError).toBeCloseTo(0.012, 12)
  expect(drawn.map(name)).toEqual(['VK1', 'CLK1', 'CLK3', 'MTTN', 'CLN1', 'VH1', 'CLH1', 'CLH2'])
  const bare = (one: Parameter) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'standardError')) as unknown as Parameter
  const without = compile({ ...simons, parameters: simons.parameters.map(bare) })
  expect(without.uncertain).toEqual([])
  expect(without.drawn).toEqual(drawn)
  expect(without.factor).toEqual(factor)
})
