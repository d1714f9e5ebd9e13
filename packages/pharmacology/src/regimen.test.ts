import { expect, it } from 'vitest'
import { hours, mg } from '@anodyne/units'
import { forecast } from './forecast.ts'
import type { Course } from './regimen.ts'
import { typical } from './typical.ts'

const course = (from: number, until: number): Course => ({
  substance: 'racemic-ketamine',
  route: 'sublingual',
  dose: mg(25),
  every: hours(8),
  from: hours(from),
  until: hours(until),
})
/** 150 days before; the effect sites' longest half-life is 10.9 days, so what is missing is below 1e-4. */
const RUN_IN = 3600
const steady: Course = { ...course(0, 24), steadyState: true }
const person = { interactions: [] }

it('[RG4] a course at steady state is forecast as one that has long gone on', () => {
  const options = { step: 1, until: 24 }
  const once = forecast([steady], person, 32, 3, options)
  const long = forecast([course(0, RUN_IN + 24)], person, 32, 3, { step: 1, until: RUN_IN + 24 })
  for (const output of ['ketamine', 'norketamine'] as const)
    once.hours.forEach((hour, k) => {
      if (hour > 0) expect(once[output].median[k]! / long[output].median[RUN_IN + k]!).toBeCloseTo(1, 6)
    })
  const curve = typical([steady], person, [3, 9])
  const late = typical([course(0, RUN_IN + 24)], person, [RUN_IN + 3, RUN_IN + 9])
  curve.ketamine.forEach((value, k) => expect(value / late.ketamine[k]!).toBeCloseTo(1, 8))
})
