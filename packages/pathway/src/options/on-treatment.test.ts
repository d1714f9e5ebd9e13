import { describe, expect, it } from 'vitest'
import { fact, suitableCase } from '../case.fixture.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../finding.ts'
import type { Option } from '../option.ts'
import { recorder } from './forecast.fixture.ts'
import { propose } from './propose.ts'
import { protocol } from './protocol.fixture.ts'
import { finding, kinds, open, options, order, pick, taking } from './chosen.fixture.ts'

describe('on treatment', () => {
  it('[OP9] titration offers hold before a step, reduce, stop; a taper once three weeks have passed', () => {
    expect(kinds(options(taking({ started: '2026-02-09' })))).toEqual(['hold', 'step', 'reduce', 'stop'])
    expect(kinds(options(taking({ started: '2026-02-08' })))).toEqual(['hold', 'step', 'reduce', 'taper', 'stop'])
    const { started: _, ...unknown } = taking().ketamine
    expect(kinds(options(suitableCase({ ketamine: unknown })))).toContain('taper')
  })

  it('[OP9] a title that names a new dose names the one it leaves', () => {
    const titles = options(taking()).map((o) => o.title)
    expect(titles[1]).toBe('Step up from 20 mg: 30 mg = 3 mL of 10 mg/mL, 3 times a day')
    expect(titles[2]).toBe('Reduce from 20 mg: 15 mg = 1.5 mL of 10 mg/mL, 3 times a day')
    expect(titles[3]).toBe('Taper over 21 d to nothing from 20 mg, first 15 mg = 1.5 mL of 10 mg/mL, 3 times a day')
  })

  it('[OP9] steps by 10 mg, by 5 where the dose is reduced or a ceiling is near', () => {
    const step = (facts: Case, ...findings: Finding[]) => pick(options(facts, ...findings), 'step')
    expect(step(taking())).toMatchObject({ dose: { mg: 30, mL: 3, timesPerDay: 3 }, blockedBy: [] })
    expect(step(taking(), finding('E17', 'caution')).dose?.mg).toBe(25)
    // 2 mg/kg at 70 kg is 140 mg/d: 40 + 5 = 45 mg three times a day fits, 50 does not.
    expect(step(taking({ order: fact({ ...order, mg: 40, mL: 4 }) }))).toMatchObject({
      dose: { mg: 45 },
      blockedBy: [],
    })
    expect(step(taking({ order: fact({ ...order, mg: 45, mL: 4.5 }) }))).toMatchObject({
      dose: { mg: 50 },
      blockedBy: ['T08'],
    })
  })

  it('[OP9] a step too soon, or after an unknown date, is blocked by T09', () => {
    expect(pick(options(taking({ lastStep: '2026-02-28' })), 'step').blockedBy).toEqual(['T09'])
    expect(pick(options(taking({ lastStep: '2026-02-27' })), 'step').blockedBy).toEqual([])
    expect(pick(options(taking({ lastStep: '2026-02' })), 'step').blockedBy).toEqual(['T09'])
    const { started: _, lastStep: __, ...undated } = taking().ketamine
    expect(pick(options(suitableCase({ ketamine: undated })), 'step').blockedBy).toEqual(['T09'])
  })

  it('[OP5] hold and missing findings block a step; only stop blocks going on', () => {
    const held = options(taking(), finding('M08', 'hold'), finding('M05', 'missing'))
    expect(pick(held, 'step').blockedBy).toEqual(['M05', 'M08'])
    expect(open(held)).toEqual(['hold', 'reduce', 'taper', 'stop'])
  })

  it.each(['M05', 'E14', 'E15'])('[OP10] with %s at stop only stopping at once is left', (rule) => {
    for (const phase of ['titration', 'evaluation', 'maintenance', 'taper'] as const) {
      const list = options(taking({ phase }), finding(rule, 'stop'))
      expect(open(list)).toEqual(['stop'])
      expect(pick(list, 'taper').against[0]).toBe(`Stop at once instead of tapering: ${rule}: ${rule} says stop.`)
    }
    expect(open(options(taking(), finding(rule, 'missing')))).toContain('taper')
  })

  it('[OP10] another harm leaves the taper open, and says stop at once', () => {
    const list = options(taking(), finding('M08', 'stop'))
    expect(open(list)).toEqual(['taper', 'stop'])
    expect(pick(list, 'taper').against[0]).toBe('Stop at once instead of tapering: M08: M08 says stop.')
  })

  it('[OP11] a strong CYP3A4 inhibitor: cut to a third, or stop', () => {
    const list = options(taking({ order: fact({ ...order, mg: 30, mL: 3 }) }), finding('I01', 'stop'))
    expect(open(list)).toEqual(['reduce', 'taper', 'stop'])
    expect(pick(list, 'reduce').dose).toMatchObject({ mg: 9, mL: 0.9 })
  })

  it('[OP11] with a strong CYP3A4 inhibitor a taper starts no higher than the cut', () => {
    const strong = options(taking({ order: fact({ ...order, mg: 30, mL: 3 }) }), finding('I01', 'stop'))
    expect(pick(strong, 'taper').regimen!.stages!.map((s) => s.dose.mg)).toEqual([9, 7, 0])
    const recent = options(taking({ order: fact({ ...order, mg: 30, mL: 3 }) }), finding('I01', 'hold'))
    expect(pick(recent, 'taper').dose!.mg).toBe(22)
  })

  it('[CE8] nothing above the absolute cap is written or predicted, on the way down from a huge order neither', () => {
    for (const phase of ['titration', 'maintenance', 'taper'] as const) {
      const list = options(taking({ phase, order: fact({ ...order, mg: 1000, mL: 100 }) }))
      expect(pick(list, 'taper')).toMatchObject({ blockedBy: [], dose: { mg: 133 }, regimen: { mgPerDay: 399 } })
      expect(pick(list, 'hold')).toMatchObject({ blockedBy: ['CE1', 'T08'] })
      expect(pick(list, 'hold').forecast).toBeUndefined()
      if (phase !== 'taper') expect(pick(list, 'reduce')).toMatchObject({ blockedBy: [], dose: { mg: 133 } })
    }
  })

  it.each(['M05', 'M08'])('[OP17] orders a week and no more while %s is not known', (rule) => {
    const settled = taking({ phase: 'maintenance' })
    const days = (list: readonly Option[]) =>
      (['hold', 'reduce'] as const).map((kind) => pick(list, kind).regimen?.days)
    expect(days(options(settled))).toEqual([28, 28])
    const unasked = options(settled, finding(rule, 'missing'))
    expect(days(unasked)).toEqual([7, 7])
    for (const kind of ['hold', 'reduce'] as const)
      expect(pick(unasked, kind).against.join(' ')).toContain(`${rule}: not known`)
  })

  it('[OP9] maintenance offers hold, a quarter less, taper, stop, with four weeks of supply', () => {
    const list = options(taking({ phase: 'maintenance' }))
    expect(kinds(list)).toEqual(['hold', 'reduce', 'taper', 'stop'])
    expect(list[0]).toMatchObject({ dose: { mg: 20 }, regimen: { days: 28, mgPerDay: 60 } })
    expect(list[1]).toMatchObject({ dose: { mg: 15, mL: 1.5 } })
  })

  it('[OP16] says whether it helps, where that bears on the choice', () => {
    const helped = taking({ baselinePain: fact(7), goal: fact({ name: 'Walk', met: true }) })
    const list = options({ ...helped, measurements: { ...helped.measurements, painNRS: [fact(4)] } })
    expect(pick(list, 'hold').basis[0]).toBe('Pain: 7 before treatment, 4 on 2026-03-02, 42 % less (30 % wanted).')
    expect(pick(list, 'step').against.join()).toContain('It helps at the present dose')
    expect(pick(list, 'stop').against.join()).toContain('It helps')
    expect(pick(list, 'stop').basis.join()).toContain('42 % less')
    expect(pick(options(taking()), 'step').against.join()).not.toContain('It helps')
    const exposure = 'exposure without benefit'
    expect(pick(list, 'hold').against.join()).not.toContain(exposure)
    expect(pick(options(taking()), 'hold').against.join()).toContain(exposure)
  })

  it('[OP9] stopping after three weeks, or after an unknown time, names the taper it forgoes', () => {
    const against = (started?: string) => {
      const { started: _, ...rest } = taking().ketamine
      return pick(options(suitableCase({ ketamine: { ...rest, ...(started && { started }) } })), 'stop').against.join()
    }
    expect(against('2026-02-09')).not.toContain('S04')
    expect(against('2026-02-08')).toContain('S04: 22 d on treatment')
    expect(against()).toContain('S04: Time on treatment not known')
  })

  it('[OP6] what speaks against ketamine speaks for a taper', () => {
    const { against, basis } = pick(options(taking({ phase: 'taper' }), finding('E02', 'caution')), 'taper')
    expect(against.join()).not.toContain('NG193')
    expect(basis.join()).toContain('NG193')
  })

  it('[OP12] a taper is whole measurable doses, falling to 0', () => {
    const { regimen } = pick(
      options(taking({ phase: 'maintenance', order: fact({ ...order, mg: 25, mL: 2.5 }) })),
      'taper',
    )
    expect(regimen!.stages!.map((s) => [s.dose.mg, s.days])).toEqual([
      [18, 7],
      [12, 7],
      [6, 7],
      [0, 7],
    ])
    expect(regimen!.days).toBe(21)
  })

  it('[OP12] a protocol whose taper never ends is refused, and a slow one is ordered four weeks at a time', () => {
    const tapering = (value: number) => {
      const limits = { ...protocol.limits, 'taper.fraction': { ...protocol.limits['taper.fraction']!, value } }
      return pick(propose(taking({ phase: 'taper' }), [], { ...protocol, limits }, recorder().forecastOf), 'taper')
    }
    for (const value of [0, 1.1]) expect(() => tapering(value)).toThrow(RangeError)
    const slow = tapering(0.1).regimen!
    expect(slow.stages!.map((s) => s.dose.mg)).toEqual([18, 16, 14, 12, 10, 8, 6, 4, 2, 0])
    expect(slow.days).toBe(28)
  })

  it('[OP13] an order that cannot be read is never written again', () => {
    const { substance: _, ...unsaid } = order
    expect(open(options(taking({ order: fact(unsaid) })))).toEqual(['stop'])
    for (const change of [
      { mL: 4 },
      { substance: 'esketamine' },
      { route: 'sublingual' },
      { mg: NaN },
      { timesPerDay: 0 },
      { timesPerDay: 1.5 },
      { strength: 0 },
    ] as const) {
      const list = options(taking({ order: fact({ ...order, ...change }) }))
      for (const option of list)
        expect(option.dose === undefined || option.blockedBy.includes('T01'), option.title).toBe(true)
      expect(pick(list, 'hold').missing.join()).toContain('Not known')
    }
  })

  it.each(['assessment', 'follow-up', 'declined', 'stopped'] as const)(
    '[OP13] an order in force in phase %s is asked about, and no first dose is laid over it',
    (phase) => {
      const list = options(taking({ phase }))
      expect(open(list)).toEqual(['hold', 'stop'])
      expect(pick(list, 'hold').missing.join()).toContain('whether ketamine is being taken')
      expect(pick(list, 'hold').title).not.toContain('stay off')
    },
  )

  it('[OP13] esketamine and sublingual doses are not translated', () => {
    for (const change of [{ substance: 'esketamine' }, { route: 'sublingual' }] as const) {
      for (const option of options(taking({ order: fact({ ...order, ...change }) })))
        expect(option.dose).toBeUndefined()
    }
  })

  it('[CE4] of two weights on one day the lighter counts, whichever stands first', () => {
    const weighed = (...kg: number[]) =>
      pick(options({ ...taking(), measurements: { weight: kg.map((n) => fact(n)) } }), 'step').blockedBy
    expect(weighed(140, 35)).toEqual(['T08'])
    expect(weighed(35, 140)).toEqual(['T08'])
    expect(weighed(140, 70)).toEqual([])
  })

  it('[CE4] a weight that is out of date is not a weight', () => {
    const weighed = (on: string) =>
      pick(options({ ...taking(), measurements: { weight: [fact(70, '70 kg', on)] } }), 'step').blockedBy
    expect(weighed('2025-08-31')).toEqual([])
    expect(weighed('2025-08-30')).toEqual(['T08'])
  })

  it('[OP14] due days count from the start of treatment', () => {
    const due = (started: string, rule: string) =>
      pick(options(taking({ started })), 'hold').monitoring.find((m) => m.rule === rule)?.due
    expect(due('2026-02-09', 'M01')).toBe('2026-03-09') // week 4
    expect(due('2026-01-26', 'M01')).toBe('2026-04-20') // week 4 has passed: week 12
    expect(due('2026-02-09', 'M04')).toBe('2026-03-11') // 30 d
    expect(due('2026-02-09', 'M09')).toBe('2026-03-09') // week 2 has passed: week 4
  })
})

it('[OP15] asks for one forecast a dosing option, over four weeks; a test dose over its day', () => {
  const { asked, forecastOf } = recorder()
  const list = propose(taking(), [], protocol, forecastOf)
  expect(asked).toEqual([
    { mg: 20, timesPerDay: 3, days: 28 },
    { mg: 30, timesPerDay: 3, days: 28 },
    { mg: 15, timesPerDay: 3, days: 28 },
  ])
  expect(pick(list, 'step').basis.join()).toContain('Assumed: weight unknown: 70 kg assumed.')
  const first = recorder()
  propose(suitableCase(), [], protocol, first.forecastOf)
  expect(first.asked).toEqual([{ mg: 10, timesPerDay: 1, days: 1 }])
})
