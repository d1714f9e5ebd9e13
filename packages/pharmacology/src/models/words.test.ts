import { expect, it } from 'vitest'
import { modelOf } from './library.ts'
import {
  certaintyInWords,
  citedAs,
  residualInWords,
  sourceInWords,
  spreadInWords,
  typicalInWords,
  unitInWords,
} from './words.ts'

const parameter = (model: string, symbol: string) => modelOf(model).parameters.find((one) => one.symbol === symbol)!

it('[VM9] numbers of a model in a reader’s words', () => {
  expect(citedAs('10.1007/s40262-020-00953-4')).toBe('Perez-Ruixo 2021')
  expect(citedAs('10.3389/fpain.2022.946487')).toBe('Simons 2022')
  expect(citedAs('10.1/unknown')).toBe('10.1/unknown')
  expect(typicalInWords(parameter('ketamine-composite', 'Fpo'))).toBe('0.17 racemate, 0.14 S')
  expect(spreadInWords(parameter('ketamine-composite', 'CL'))).toEqual(['0.09 (31 % CV)', 'weight^0.75'])
  expect(spreadInWords(parameter('ketamine-composite', 'fmuc'))).toEqual(['0.3 on the logit'])
  expect(spreadInWords(parameter('simons-2022', 'CLH1'))).toContain('0.008 (9 % CV), between occasions')
  expect(certaintyInWords(parameter('simons-2022', 'CLK1'))).toBe('SE 0.06')
  expect(certaintyInWords(parameter('kamp-2020', 'CL'))).toBe('95 % CI 69–90')
  expect(residualInWords(modelOf('perez-ruixo-2021').residuals![0]!)).toBe('ketamine: 27.6 % (log)')
  expect(unitInWords('1')).toBe('')
  expect(sourceInWords(parameter('fanta-otto-2021', 'CL').source)).toMatch(/^Fanta 2015, Otto 2021: Otto 2021 Table 3/)
}) // prettier-ignore
