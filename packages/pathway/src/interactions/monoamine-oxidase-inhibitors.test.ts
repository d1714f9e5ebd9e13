import { monoamineOxidaseInhibitors } from './monoamine-oxidase-inhibitors.ts'
import { listCases } from './list.cases.ts'
import { expect, it } from 'vitest'
import { judged, stopped } from '../judged.fixture.ts'

// [I07]
listCases(monoamineOxidaseInhibitors, {
  ingredients: [
    'phenelzine',
    'tranylcypromine',
    'isocarboxazid',
    'moclobemide',
    'selegiline',
    'rasagiline',
    'linezolid',
  ],
  taken: 'stop',
})

it('[I07] holds until 14 d after the last one, and when its end is not recorded', () => {
  expect(judged(monoamineOxidaseInhibitors, stopped('phenelzine', '2026-02-16')).kind).toBe('hold')
  expect(judged(monoamineOxidaseInhibitors, stopped('phenelzine', '2026-02-15')).kind).toBe('clear')
  expect(judged(monoamineOxidaseInhibitors, stopped('phenelzine'))).toMatchObject({
    kind: 'hold',
    ask: expect.stringMatching(/last taken/),
  })
})
