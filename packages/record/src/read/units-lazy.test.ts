/** In a file of its own: each test file has its own modules, so what is loaded here was loaded by this test. */
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { observation, quantity, read } from './record.fixture.ts'

const isUcumLoaded = () => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('ucum-lhc'))

it('[RR30] UCUM is loaded when a unit has to be converted, and not before', () => {
  read(observation('29463-7', quantity(70, 'kg')), observation('72514-3', quantity(4, '{score}')))
  expect(isUcumLoaded()).toBe(false)
  read(observation('29463-7', quantity(150, '[lb_av]')))
  expect(isUcumLoaded()).toBe(true)
})
