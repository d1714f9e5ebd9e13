import { expect, it } from 'vitest'
import { no, suitableCase } from './case.fixture.ts'
import { forecastNotes } from './engine-past.ts'

it('[EP3] says what a forecast takes for absent because nobody recorded or asked it', () => {
  const facts = suitableCase()
  const said = (change: Parameters<typeof suitableCase>[0]) => forecastNotes(suitableCase(change)).join('; ')
  expect(said({})).not.toMatch(/reckoned without/)
  const { grapefruit: _, ...unasked } = facts.screening
  expect(said({ screening: unasked })).toMatch(/grapefruit not asked about: reckoned without it/)
  expect(said({ screening: { ...unasked, grapefruit: no('grapefruit') } })).not.toMatch(/grapefruit/)
  const { medications: __, ...noList } = facts
  expect(forecastNotes(noList).join('; ')).toMatch(/no medication list on record/)
})
