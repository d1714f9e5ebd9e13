import { describe, expect, it } from 'vitest'
import { fact, medication, suitableCase } from '../case.fixture.ts'
import type { Treatment } from '../case.ts'
import { protocol } from '../options/protocol.fixture.ts'
import { adjudicate, classesNotRecorded } from './adjudicate.ts'

const gabapentin: Treatment = {
  class: 'medication',
  name: 'Gabapentin',
  ingredient: 'gabapentin',
  mgPerDay: 1200,
  days: 84,
  evidence: 'trial-documented',
}
const only = (treatment: Partial<Treatment>, change: Parameters<typeof suitableCase>[0] = {}) => {
  const { ...merged } = { ...gabapentin, ...treatment }
  const facts = suitableCase({ medications: [], treatments: [fact(merged as Treatment, 'as recorded')], ...change })
  const lines = adjudicate(facts, protocol)
  expect(lines).toHaveLength(1)
  return lines[0]!
}
const without = (key: keyof Treatment) => {
  const { [key]: _, ...rest } = gabapentin
  return fact(rest as Treatment, 'as recorded')
}

describe('adequate trial', () => {
  it('[TR2] is dose and duration together, each from its limit on', () => {
    expect(only({}).adequate).toBe('yes')
    expect(only({ days: 83 }).adequate).toBe('no')
    expect(only({ mgPerDay: 1199 }).adequate).toBe('no')
    expect(only({ mgPerDay: 1199 }).because).toContain('1200 mg/d')
  })

  it.each([
    ['pregabalin', 300],
    ['duloxetine', 60],
    ['venlafaxine', 150],
    ['amitriptyline', 25],
    ['nortriptyline', 25],
    ['tramadol', 200],
  ] as const)('[TR2] %s needs %d mg/d (NeuPSIG 2015)', (ingredient, mg) => {
    expect(only({ ingredient, name: ingredient, mgPerDay: mg }).adequate).toBe('yes')
    expect(only({ ingredient, name: ingredient, mgPerDay: mg - 0.5 }).adequate).toBe('no')
  })

  it('[TR3] is also one stopped for intolerance or a contraindication, at any dose', () => {
    expect(only({ mgPerDay: 300, days: 3, stopped: 'intolerance' }).adequate).toBe('yes')
    expect(only({ mgPerDay: 300, days: 3, stopped: 'contraindication' }).adequate).toBe('yes')
    expect(only({ mgPerDay: 300, days: 3, stopped: 'no-effect' }).adequate).toBe('no')
  })

  it('[TR4] is unknown, with a question, when dose or duration is missing or absurd', () => {
    for (const key of ['mgPerDay', 'days'] as const) {
      const [line] = adjudicate(suitableCase({ medications: [], treatments: [without(key)] }), protocol)
      expect(line).toMatchObject({ adequate: 'unknown', ask: expect.stringContaining('Gabapentin') as string })
    }
    for (const absurd of [NaN, 0, -300, Infinity]) {
      expect(only({ mgPerDay: absurd }).adequate).toBe('unknown')
      expect(only({ days: absurd }).adequate).toBe('unknown')
    }
  })

  it('[TR4] is unknown for a drug without a published minimum, however long', () => {
    const line = only({ name: 'Naproxen', ingredient: 'naproxen', mgPerDay: 1000, days: 400 })
    expect(line).toMatchObject({ adequate: 'unknown', drugClass: 'NSAID' })
    expect(line.ask).toContain('no published minimum')
  })

  it('[TR5] is never a referral or a prescription', () => {
    expect(only({ evidence: 'referral-only' })).toMatchObject({
      adequate: 'no',
      because: 'Gabapentin: a referral is not a trial.',
    })
    const line = only({ evidence: 'prescription-only', stopped: 'intolerance' })
    expect(line.adequate).toBe('unknown')
    for (const asked of ['highest daily dose', 'days at that dose', 'effect', 'why stopped'])
      expect(line.ask).toContain(asked)
  })

  it('[TR6] at a small dose is unknown only where kidney function explains it', () => {
    const eGFR = (value: number) => ({ measurements: { eGFR: [fact(value, `eGFR ${value}`)] } })
    expect(only({ mgPerDay: 600 }, eGFR(59))).toMatchObject({
      adequate: 'unknown',
      ask: expect.stringContaining('600 mg/d') as string,
    })
    expect(only({ mgPerDay: 600 }, eGFR(60)).adequate).toBe('no')
    expect(only({ mgPerDay: 600 }, { measurements: {} }).adequate).toBe('no')
    expect(only({ ingredient: 'amitriptyline', mgPerDay: 10 }, eGFR(20)).adequate).toBe('no')
  })

  it('[TR7] of a programme has the borrowed length, and a shorter one is unknown', () => {
    const programme = (days: number) => {
      const treatment: Treatment = { class: 'physical', name: 'Physiotherapy', days, evidence: 'trial-documented' }
      return adjudicate(suitableCase({ medications: [], treatments: [fact(treatment)] }), protocol)[0]!.adequate
    }
    expect(programme(84)).toBe('yes')
    expect(programme(83)).toBe('unknown')
    expect(programme(NaN)).toBe('unknown')
  })

  it('[TR7] of a procedure is one whose effect was recorded', () => {
    const block = (change: Partial<Treatment>) =>
      adjudicate(
        suitableCase({
          medications: [],
          treatments: [fact({ class: 'interventional', name: 'Nerve block', evidence: 'trial-documented', ...change })],
        }),
        protocol,
      )[0]!
    expect(block({ relief: 0.1 }).adequate).toBe('yes')
    expect(block({}).adequate).toBe('unknown')
    expect(block({ relief: 0.5 }).because).toContain('not failed')
  })
})

describe('the ledger', () => {
  it('[TR8] lists each prescribed analgesic once, as a prescription', () => {
    const facts = suitableCase({
      treatments: [fact(gabapentin, 'gabapentin trial')],
      medications: [
        medication(['naproxen'], 'Naproxen 500 mg'),
        medication(['naproxen'], 'Naproxen sodium 220 mg'),
        medication(['gabapentin'], 'Gabapentin 300 mg'),
        medication(['hydrocodone', 'paracetamol'], 'Hydrocodone/paracetamol 5/325'),
        medication(['clarithromycin'], 'Clarithromycin 500 mg'),
      ],
    })
    const lines = adjudicate(facts, protocol)
    expect(lines.map((l) => [l.name, l.adequate])).toEqual([
      ['Gabapentin', 'yes'],
      ['Naproxen', 'unknown'],
      ['Hydrocodone', 'unknown'],
      ['Paracetamol', 'unknown'],
    ])
    expect(lines[1]!.facts).toHaveLength(2)
  })

  it('[TR8] a prescription that runs on does not reopen a documented trial that fell short', () => {
    const facts = suitableCase({
      medications: [medication(['gabapentin'], 'Gabapentin 300 mg')],
      treatments: [fact({ ...gabapentin, days: 20 })],
    })
    expect(adjudicate(facts, protocol)).toMatchObject([{ adequate: 'no' }])
  })

  it('[TR8] of several records of one drug, an adequate trial settles it', () => {
    const facts = suitableCase({
      medications: [],
      treatments: [
        fact({ ...gabapentin, days: 20 }, 'first'),
        fact({ ...gabapentin, evidence: 'prescription-only' }, 'second'),
        fact(gabapentin, 'third'),
      ],
    })
    expect(adjudicate(facts, protocol)).toMatchObject([{ adequate: 'yes', facts: ['first', 'second', 'third'] }])
  })

  it('[TR8] of two adequate trials that disagree on the effect, neither is believed', () => {
    const facts = suitableCase({
      medications: [],
      treatments: [fact({ ...gabapentin, relief: 0.5 }), fact({ ...gabapentin, relief: 0.1 })],
    })
    expect(adjudicate(facts, protocol)).toMatchObject([
      { adequate: 'yes', failed: 'unknown', ask: expect.stringContaining('disagree') as string },
    ])
  })

  it('[TR9] an adequate trial failed below 30 % relief, did not from there on, and is unknown without it', () => {
    const failed = (change: Partial<Treatment>) => only(change).failed
    expect([failed({ relief: 0.29 }), failed({ relief: 0.3 }), failed({}), failed({ relief: -1 })]).toEqual([
      'yes',
      'no',
      'unknown',
      'unknown',
    ])
    expect(failed({ days: 20, relief: 0 })).toBe('no')
    expect(failed({ relief: 0.5, stopped: 'contraindication' })).toBe('yes')
  })

  it('[TR9] names the classes nothing is known about, and gives them no line', () => {
    expect(classesNotRecorded(suitableCase())).toEqual(['psychological', 'interventional'])
    const { medications: _, ...rest } = suitableCase({ treatments: [] })
    expect(classesNotRecorded(rest)).toEqual(['medication', 'physical', 'psychological', 'interventional'])
    expect(adjudicate(rest, protocol)).toEqual([])
  })
})
