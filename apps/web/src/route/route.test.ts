import { composite } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { DEFAULT_MODEL, modelPath, parseRoute, patientPath, planPath } from './route.ts'

it('[WE01] reads every address it writes', () => {
  const id = 'a/b c?%'
  expect(parseRoute(patientPath('demo', id))).toEqual({ page: 'patient', realm: 'demo', id })
  expect(parseRoute(planPath('clinic', id, 'p#1'))).toEqual({ page: 'plan', realm: 'clinic', id, plan: 'p#1' })
  expect(parseRoute(modelPath('simons-2022'))).toEqual({ page: 'model', id: 'simons-2022' })
  expect(parseRoute('/model')).toEqual({ page: 'model', id: DEFAULT_MODEL })
  expect(parseRoute('/')).toEqual({ page: 'list' })
  expect(parseRoute('/demo/x/')).toEqual({ page: 'patient', realm: 'demo', id: 'x' })
})

it('[WE01] calls every other address unknown', () => {
  for (const path of [
    '/nowhere',
    '/model/x/y',
    '/demo',
    '/other/x',
    '/demo/x/plans',
    '/demo/x/notes/1',
    '/demo/x/plans/1/more',
  ])
    expect(parseRoute(path), path).toEqual({ page: 'unknown' })
  expect(parseRoute('/demo/%zz')).toEqual({ page: 'patient', realm: 'demo', id: '%zz' })
})

it('[VM11] /model is the model that forecasts rest on', () => {
  expect(DEFAULT_MODEL).toBe(composite.id)
})
