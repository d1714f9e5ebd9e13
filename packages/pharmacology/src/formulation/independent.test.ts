/** The exact engine against an adaptive integration, for the ways of taking ketamine that are not a plain solution. */
import { hours } from '@anodyne/units'
import { expect, it } from 'vitest'
import { kinetics } from '../composite.ts'
import type { Course } from '../regimen.ts'
import { solve } from '../solve/propagate.ts'
import { timeline } from '../solve/timeline.ts'
import { integrate } from '../solver/integrate.ts'
import { givenBy, linearSystem } from '../solver/linear-system.ts'
import { once } from './formulation.fixture.ts'
import { dosingOf } from './model-route.ts'

const slow: Partial<Course> = { formulation: 'prolonged-release tablet', every: hours(8), until: hours(60) }
const capsule: Partial<Course> = { formulation: 'capsule', every: hours(6), from: hours(3.3), until: hours(40) }
const spat: Partial<Course> = {
  route: 'buccal',
  formulation: 'troche',
  retention: 'held and spat',
  bound: 'least',
  every: hours(12),
  from: hours(20),
  until: hours(70),
}

it('[FO8] overlapping release, capsules and spat doses together agree with an adaptive integration to 1e-8', () => {
  const dosing = [once(60, slow), once(25, capsule), once(50, spat)].map(dosingOf)
  const times = [0.4, 3.5, 5.7, 9, 10.1, 20.2, 33, 48, 59, 66, 75, 120]
  const values = kinetics.typical('racemic-ketamine')
  const exact = new Float64Array(times.length * 2)
  solve(kinetics, timeline(kinetics, dosing, 'racemic-ketamine', times), values, exact)
  const { states } = integrate(
    linearSystem(kinetics, values),
    new Float64Array(kinetics.size),
    0,
    times,
    givenBy(kinetics, dosing, 'racemic-ketamine', values),
    { method: 'auto', relative: 1e-11, absolute: 1e-15, maxSteps: 1e6 },
  )
  times.forEach((time, k) =>
    kinetics.outputs.forEach(({ name, state, scale }, o) => {
      const judge = states[k * kinetics.size + state]! * scale(values)
      expect(Math.abs(judge / exact[2 * k + o]! - 1), `${name} at ${time} h`).toBeLessThan(1e-8)
    }),
  )
})
