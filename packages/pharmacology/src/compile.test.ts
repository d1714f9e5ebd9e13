import { expect, it } from 'vitest'
import { compile } from './compile.ts'
import type { Model, Parameter } from './model.ts'
import { ketamineWithEffects } from './effects/compartments.ts'
import { ketamineComposite as good } from './models/ketamine-composite.ts'

const changed = (symbol: string, change: Partial<Record<keyof Parameter, unknown>>): Model => ({
  ...good,
  parameters: good.parameters.map((parameter) =>
    parameter.symbol === symbol ? ({ ...parameter, ...change } as Parameter) : parameter,
  ),
})
const nowhere = { dois: [], where: '' }
const CL = good.parameters.find(({ symbol }) => symbol === 'CL')!

it.each<[string, Model, string]>([
  ['a flow with an unknown symbol', { ...good, flows: [{ from: 'K1', to: 'N1', rate: 'CL/V9' }] }, "flow K1 → N1: 'CL/V9': unknown symbol V9"],
  ['a flow from an unknown state', { ...good, flows: [{ from: 'K9', rate: 'CL/V1' }] }, 'flow K9 → out: unknown state K9'],
  ['a link into an unknown state', { ...good, links: [{ of: 'K1', into: 'E', rate: '1' }] }, 'link K1 → E: unknown state E'],
  ['a route into an unknown state', { ...good, routes: { oral: [{ into: 'gut', fraction: '1' }] } }, 'route oral: unknown state gut'],
  ['an output of an unknown state', { ...good, outputs: [{ name: 'x', state: 'X', scale: '1', unit: 'mg' }] }, 'output x: unknown state X'],
  ['a number without a source', changed('ka', { source: nowhere }), 'parameter ka: no source'],
  ['a number without a status', changed('ka', { status: undefined }), 'parameter ka: status undefined'],
  ['published without a DOI', changed('Q2', { source: { dois: [], where: 'somewhere' } }), 'parameter Q2: published, but no DOI'],
  ['a variance without a source', changed('CL', { variance: { ...CL.variance!, source: nowhere } }), 'parameter CL: no source'],
  ['a number that is none', changed('V2', { value: NaN }), 'parameter V2: value NaN'],
  ['a variance of zero', changed('CL', { variance: { ...CL.variance!, value: 0 } }), 'parameter CL: variance 0'],
  ['a fraction of 1 on the logit', changed('fmuc', { value: 1 }), 'parameter fmuc: value 1'],
  ['no unit', changed('V2', { unit: '' }), 'parameter V2: no unit'],
  ['a symbol twice', { ...good, parameters: [...good.parameters, CL] }, 'parameter CL: defined twice'],
  ['a covariance too large for its variances', { ...good, covariances: [{ ...good.covariances[0]!, value: 0.09 }] }, 'variance matrix: not positive definite (CL, V1'],
  ['a covariance of something fixed', { ...good, covariances: [{ ...good.covariances[0]!, between: ['CL', 'Q2'] }] }, 'covariance CL, Q2: expected two different parameters'],
])('[PK1] %s is refused, naming the line', (_, model, message) => {
  expect(() => compile(model)).toThrow(RangeError)
  expect(() => compile(model)).toThrow(`ketamine-composite: ${message}`)
}) // prettier-ignore

it('[PK1] every number of the composite model has a unit, a status and a source', () => {
  for (const parameter of ketamineWithEffects.parameters) {
    expect(parameter.unit, parameter.symbol).not.toBe('')
    expect(parameter.source.where, parameter.symbol).not.toBe('')
    for (const doi of parameter.source.dois) expect(doi).toMatch(/^10\.\d{4,}\//)
  }
})
