import { nmdaAntagonists } from './nmda-antagonists.ts'
import { listCases } from './list.cases.ts'
import { expect, it } from 'vitest'
import { judged, onTreatment, taking } from '../judged.fixture.ts'

// [I11]
listCases(nmdaAntagonists, {
  ingredients: ['methadone', 'memantine', 'amantadine', 'dextromethorphan'],
  taken: 'caution',
})

it.each(['ketamine', 'esketamine'] as const)(
  '[I11] holds when %s from elsewhere is on the list before treatment',
  (name) => {
    expect(judged(nmdaAntagonists, taking(name))).toMatchObject({
      kind: 'hold',
      ask: expect.stringMatching(/Who prescribes/),
    })
    expect(judged(nmdaAntagonists, { ...taking(name), ...onTreatment() }).kind).toBe('clear')
  },
)
