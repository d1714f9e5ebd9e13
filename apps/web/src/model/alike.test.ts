import { library, sideBySide } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { alike } from './alike.ts'
import { presets, times } from './presets.ts'

it('[VM12] says which models give the same curves, since they share their numbers', () => {
  const vein = presets.find(({ id }) => id === 'vein')!
  const { answers } = sideBySide(library, vein.regimen, vein.person, times)
  expect(alike(answers)).toEqual([['ketamine-composite', 'ketamine-physiological', 'fanta-otto-2021']])
  const other = answers.map((one) => ({ ...one, curves: { ...one.curves, norketamine: one.curves['ketamine']! } }))
  expect(alike([answers[0]!, other[1]!])).toEqual([])
})
