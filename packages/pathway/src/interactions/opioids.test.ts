import { opioids } from './opioids.ts'
import { listCases } from './list.cases.ts'
import { expect, it } from 'vitest'
import { opioidIngredients } from './opioids.ts'
import { fact, suitableCase } from '../case.fixture.ts'
import { judged, taking } from '../judged.fixture.ts'

// [I09]
listCases(opioids, { ingredients: [...opioidIngredients], taken: 'caution' })

const MME = (value: number) => ({
  measurements: { ...suitableCase().measurements, MME: [fact(value, `${value} mg/d`)] },
})

it('[I09] plans the reduction, asks about naloxone, and shows the morphine equivalent', () => {
  const finding = judged(opioids, { ...taking('oxycodone'), ...MME(220) })
  expect(finding.because).toMatch(/by up to 50 %/)
  expect(finding.ask).toMatch(/naloxone/)
  expect(finding.facts).toContain('220 mg/d')
})

it('[I09] believes a recorded morphine equivalent where there is no list', () => {
  expect(judged(opioids, { ...MME(220), medications: [] })).toMatchObject({
    kind: 'caution',
    because: expect.stringMatching(/equivalents/),
  })
  expect(judged(opioids, { ...MME(NaN), medications: [] }).kind).toBe('caution')
  expect(judged(opioids, { ...MME(0), medications: [] }).kind).toBe('missing')
})
