/** The checker, on a short leash; `tools/phases.test.ts` lets it go deeper and prints how far it went. */
import { describe, expect, it } from 'vitest'
import { protocol } from '../options/protocol.fixture.ts'
import { roots } from './alphabet.fixture.ts'
import { explore, wander } from './explore.fixture.ts'
import type { Guard, GuardName } from './guards.ts'
import { machine } from './next.ts'
import type { Machine } from './next.ts'

const seed = 20_261_122

it.each(Object.keys(roots))('[PH19] no two letters after "%s" break a promise', (root) => {
  const { found, states, refusals, transitions } = explore(root, 2, protocol, machine)
  expect(found).toBeUndefined()
  expect(states).toBeGreaterThan(200)
  expect(refusals).toBeLessThan(transitions * 0.6)
})

it(`[PH20] no random sequence breaks a promise (seed ${seed})`, () => {
  const { found, transitions, refusals } = wander(seed, 2000, 30, protocol, machine)
  expect(found).toBeUndefined()
  expect(refusals).toBeLessThan(transitions * 0.7)
})

describe('[PH21] what is broken is found, by its shortest way', () => {
  const passes: Guard = () => undefined
  const without = (guard: GuardName): Machine => ({ ...machine, guards: { ...machine.guards, [guard]: passes } })
  const high = 'a step up with an open hold or stop'
  const broken: readonly [GuardName, string, string, readonly string[]][] = [
    ['withinCeilings', 'maintenance', 'above a ceiling', ['pressure 124/78', 'sign step +20 mg']],
    ['nothingOpen', 'maintenance', high, ['assessed: hold', 'pressure 124/78', 'sign step +10 mg']],
    ['pressureSinceChange', 'maintenance', 'a step on an unknown pressure', ['sign step +10 mg']],
    ['responder', 'first doses', 'in maintenance without an evaluation', ['sign evaluate', 'sign maintain']],
    ['notEmergency', 'maintenance', 'an emergency overridden', ['harm: emergency', 'override for 7 d']],
    ['named', 'maintenance', 'an alert without an owner', ['adverse effect: severe', 'alert to nobody']],
    [
      'tolerated',
      'referral',
      'a start without a tolerated dose',
      ['assessed: clear', 'sign test dose', 'sign start 10 mg'],
    ],
    [
      'fitToGoHome',
      'referral',
      'sent home too early',
      ['assessed: clear', 'sign test dose', 'test not watched to the end'],
    ],
    ['signed', 'maintenance', 'signed by nobody', ['pressure 124/78', 'step signed by nobody']],
    ['expires', 'the gate', 'an override without end', ['override without end']],
  ]
  it.each(broken)('guard "%s"', (guard, root, promise, path) => {
    expect(explore(root, 3, protocol, without(guard)).found).toEqual({ broken: promise, path: [root, ...path] })
  })

  it('an arrow too few, and one too many', () => {
    const { arrows } = machine
    const noStop = arrows.filter((a) => a.on !== 'stopped' || !a.from.includes('maintenance'))
    expect(explore('maintenance', 1, protocol, { ...machine, arrows: noStop }).found).toMatchObject({
      broken: 'no way to stop',
    })
    const shortcut = arrows.map((a) =>
      a.on === 'maintain' ? { ...a, from: [...a.from, 'titration' as const], guards: [] } : a,
    )
    expect(explore('first doses', 1, protocol, { ...machine, arrows: shortcut }).found).toMatchObject({
      broken: 'undrawn: titration to maintenance',
    })
  })

  it.each(['withinCeilings', 'nothingOpen', 'responder'] as const)('"%s" by random sequences too', (guard) => {
    expect(wander(seed, 3000, 30, protocol, without(guard)).found).toBeDefined()
  })
})
