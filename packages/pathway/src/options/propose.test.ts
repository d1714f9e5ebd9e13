import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, fact, suitableCase } from '../case.fixture.ts'
import { phases } from '../case.ts'
import type { Case, KetamineOrder, KetamineTreatment } from '../case.ts'
import { withinCeilings } from '../ceilings.ts'
import { arithmeticHolds, isMeasurable } from '../dose-arithmetic.ts'
import { findingKinds } from '../finding.ts'
import type { Finding, FindingKind } from '../finding.ts'
import type { Option, OptionKind } from '../option.ts'
import { recorder } from './forecast.fixture.ts'
import { propose } from './propose.ts'
import { protocol } from './protocol.fixture.ts'

const finding = (rule: string, kind: FindingKind): Finding => ({
  rule,
  kind,
  because: `${rule} says ${kind}.`,
  facts: [],
  ...(kind === 'missing' && { ask: `What about ${rule}?` }),
  source: 'test',
})
const order: KetamineOrder = {
  substance: 'racemic-ketamine',
  route: 'oral',
  mg: 20,
  mL: 2,
  strength: 10,
  timesPerDay: 3,
  supplyDays: 7,
}
const taking = (change: Partial<KetamineTreatment> = {}): Case =>
  suitableCase({
    ketamine: { phase: 'titration', started: '2026-01-05', lastStep: '2026-02-20', order: fact(order), ...change },
  })
const options = (facts: Case, ...findings: Finding[]) => propose(facts, findings, protocol, recorder().forecastOf)
const pick = (list: readonly Option[], kind: OptionKind) => list.find((o) => o.kind === kind)!
const kinds = (list: readonly Option[]) => list.map((o) => o.kind)
const open = (list: readonly Option[]) => kinds(list.filter((o) => o.blockedBy.length === 0))

describe('before treatment', () => {
  it('[OP3] offers one supervised 10 mg dose, in mg, mL and strength, beside hold and stop', () => {
    const list = options(suitableCase())
    expect(kinds(list)).toEqual(['test-dose', 'hold', 'stop'])
    expect(list[0]).toMatchObject({
      blockedBy: [],
      dose: { mg: 10, mL: 1, strength: 10, timesPerDay: 1 },
      regimen: { days: 1, mgPerDay: 10 },
    })
    expect(list[0]!.title).toContain('10 mg = 1 mL of 10 mg/mL')
    expect(list[0]!.monitoring[0]).toMatchObject({
      when: 'before the dose, then at 30, 60 and 120 min',
      due: AS_OF,
      rule: 'T02',
    })
    expect(pick(list, 'stop').title).toBe('Do not start ketamine')
  })

  it.each([
    ['E17', 'caution', 5],
    ['I10', 'caution', 5],
    ['I03', 'caution', 4],
    ['I01', 'stop', 3],
    ['I05', 'caution', 10],
    ['E17', 'clear', 10],
  ] as const)('[OP4] with %s %s the test dose is %d mg', (rule, kind, mg) => {
    const list = options(suitableCase(), finding(rule, kind))
    expect(pick(list, 'test-dose').dose?.mg).toBe(mg)
    if (kind !== 'clear' && mg !== 10) expect(pick(list, 'test-dose').basis.join()).toContain(rule)
  })

  it('[OP4] age and ticlopidine together: half, then × 0.4', () => {
    expect(
      pick(options(suitableCase(), finding('E17', 'caution'), finding('I03', 'caution')), 'test-dose').dose?.mg,
    ).toBe(2)
  })

  it('[OP3] starts a first course only after a tolerated test dose', () => {
    const after = (tolerated?: boolean) =>
      options(
        suitableCase({
          ketamine: { phase: 'test-dose', testDose: fact({ mg: 10, ...(tolerated !== undefined && { tolerated }) }) },
        }),
      )
    expect(after(true)[0]).toMatchObject({
      kind: 'start',
      dose: { mg: 10, timesPerDay: 3 },
      regimen: { days: 7, mgPerDay: 30 },
      blockedBy: [],
    })
    expect(kinds(after(false))).toEqual(['hold', 'stop'])
    // The order of the test dose is not a dose in force that the first course would be a step from.
    const ordered = fact({ ...order, mg: 10, mL: 1, timesPerDay: 1 })
    const tested = { phase: 'test-dose', testDose: fact({ mg: 10, tolerated: true }), order: ordered } as const
    expect(options(suitableCase({ ketamine: tested }))[0]).toMatchObject({ kind: 'start', blockedBy: [] })
    expect(kinds(after())).toEqual(['hold', 'stop'])
    expect(pick(after(), 'hold').missing[0]).toContain('How was the test dose tolerated')
    expect(pick(after(false), 'stop').basis[0]).toContain('not tolerated')
  })

  it('[OP3] a tolerated test dose without a day, or on a day to come, opens nothing; a bad one counts', () => {
    const { at: _, ...undated } = fact({ mg: 10, tolerated: true })
    const tested = (testDose: KetamineTreatment['testDose']) =>
      kinds(options(suitableCase({ ketamine: { phase: 'test-dose', testDose: testDose! } })))
    expect(tested(fact({ mg: 10, tolerated: true }))).toContain('start')
    expect(tested(undated)).toEqual(['hold', 'stop'])
    expect(tested(fact({ mg: 10, tolerated: true }, 'x', '2026-03-03'))).toEqual(['hold', 'stop'])
  })

  it.each(['stop', 'hold', 'missing'] as const)(
    '[OP5] a %s finding blocks giving, never holding or stopping',
    (kind) => {
      for (const rule of ['E06', 'I01', 'E02']) {
        const list = options(suitableCase(), finding(rule, kind))
        expect(pick(list, 'test-dose').blockedBy).toEqual([rule])
        expect(open(list)).toEqual(['hold', 'stop'])
        expect(pick(list, 'test-dose').against.join()).toContain(`${rule}: ${rule} says ${kind}.`)
      }
    },
  )

  it('[OP5] a caution blocks nothing and stands among the reasons against', () => {
    const list = options(suitableCase(), finding('E06', 'caution'))
    expect(open(list)).toEqual(['test-dose', 'hold', 'stop'])
    expect(pick(list, 'test-dose').against).toContain('E06: E06 says caution.')
  })

  it('[OP6] says NG193 where chronic primary pain is, or may be', () => {
    const against = (kind: FindingKind) =>
      pick(options(suitableCase(), finding('E02', kind)), 'test-dose').against.join()
    expect(against('caution')).toContain('NICE NG193')
    expect(against('missing')).toContain('If this is chronic primary pain (not known): NICE NG193')
    expect(against('clear')).not.toContain('NG193')
  })

  it('[OP6] says that the evidence is weak, with its sources', () => {
    const text = pick(options(suitableCase()), 'test-dose').against.join()
    expect(text).toContain('No placebo-controlled trial')
    expect(text).toMatch(/3 of 21.*doi:10\.1016\/S0304-3959\(99\)00117-7/)
  })

  it('[OP7] says that an unsigned protocol is not approved for care, and who signed a signed one', () => {
    expect(pick(options(suitableCase()), 'test-dose').basis.join()).toContain('not yet approved for care')
    const signed = { ...protocol, signed: { by: 'Dr A', role: 'clinical lead', on: '2026-01-01' } }
    for (const option of propose(suitableCase(), [], signed, recorder().forecastOf)) {
      expect(option.basis.join()).not.toContain('not yet approved')
      expect(option.basis.join()).toContain('signed by Dr A')
    }
  })

  it('[OP8] holding lists every question; stopping names the next conventional steps', () => {
    const list = options(suitableCase({ treatments: [] }), finding('E06', 'missing'))
    expect(pick(list, 'hold').missing).toContain('E06: What about E06?')
    expect(pick(list, 'hold').missing.join()).toContain('psychological treatment')
    expect(pick(list, 'stop').basis.join()).toContain(
      'without an adequate trial on record: tricyclic, SNRI, gabapentinoid',
    )
  })
})

it('[OP8] says no count where there is nothing to count', () => {
  const hold = (...findings: Finding[]) => pick(options(suitableCase(), ...findings), 'hold').basis[0]
  expect(hold()).toMatch(/^Every rule is answered from this record; \d+ questions are open\.$/)
  expect(hold(finding('E06', 'missing'))).toMatch(/^1 rule cannot be answered/)
  expect(hold(finding('E06', 'missing'), finding('E09', 'missing'))).toMatch(/^2 rules cannot be answered/)
})

it('[OP8] for chronic primary pain the next steps are those of NG193', () => {
  const steps = (kind: FindingKind) => pick(options(suitableCase(), finding('E02', kind)), 'stop').basis.join()
  expect(steps('caution')).toContain('NG193 considers an antidepressant')
  expect(steps('clear')).not.toContain('antidepressant')
})

it('[OP14] a pregnancy test where pregnancy is possible, or not ruled out', () => {
  const tested = (answer: boolean | undefined, ...findings: Finding[]) => {
    const { 'could-become-pregnant': _, ...screening } = suitableCase().screening
    const asked = answer === undefined ? screening : { ...screening, 'could-become-pregnant': fact(answer) }
    return pick(options(suitableCase({ screening: asked }), ...findings), 'test-dose').monitoring.some(
      (m) => m.rule === 'E11',
    )
  }
  expect(tested(true, finding('E11', 'clear'))).toBe(true)
  expect(tested(undefined)).toBe(true)
  expect(tested(undefined, finding('E11', 'missing'))).toBe(true)
  expect(tested(undefined, finding('E11', 'clear'))).toBe(false)
  expect(tested(false)).toBe(false)
})

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

describe('for any person, order and findings (seed printed on failure)', () => {
  const rules = ['E02', 'E06', 'E17', 'I01', 'I03', 'I10', 'T01', 'T08', 'T09', 'M05', 'M13', 'S04']
  const absurd = fc.constantFrom(NaN, 0, -5, Infinity)
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const amount = (max: number) =>
    fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0.2, max, noNaN: true }) }, { weight: 1, arbitrary: absurd })
  const defined = <T extends object>(value: T) =>
    Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
  const anyOrder = fc
    .record({
      substance: maybe(fc.constantFrom('racemic-ketamine' as const, 'esketamine' as const)),
      route: maybe(fc.constantFrom('oral' as const, 'sublingual' as const)),
      mg: maybe(amount(300)),
      strength: maybe(fc.oneof(fc.constantFrom(10, 50, 7.5), absurd)),
      timesPerDay: maybe(fc.constantFrom(1, 2, 3, 4, 6, 24, 0, NaN)),
    })
    .map((o) => fact(defined(o) as KetamineOrder))
  const date = fc.constantFrom('2026-03-02', '2026-02-27', '2026-02', '2025-06-01', '2027-01-01', 'soon')
  const anyCase = fc
    .record({
      phase: fc.constantFrom(...phases),
      order: maybe(anyOrder),
      started: maybe(date),
      lastStep: maybe(date),
      testDose: maybe(fc.boolean().map((tolerated) => fact({ mg: 10, tolerated }))),
      weight: maybe(amount(200)),
    })
    .map(({ weight, ...ketamine }) =>
      suitableCase({
        ketamine: defined(ketamine) as KetamineTreatment,
        measurements: weight === undefined ? {} : { weight: [fact(weight)] },
      }),
    )
  const anyFindings = fc
    .uniqueArray(fc.constantFrom(...rules))
    .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(...findingKinds).map((kind) => finding(id, kind)))))

  it('[OP1] [OP2] hold and stop are there, kinds are unique, stop is open, and every option has a reason against', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        const list = options(facts, ...findings)
        expect(list.length).toBeGreaterThanOrEqual(2)
        expect(new Set(kinds(list)).size).toBe(list.length)
        expect(kinds(list)).toEqual(expect.arrayContaining(['hold', 'stop']))
        expect(pick(list, 'stop').blockedBy).toEqual([])
        for (const option of list) {
          expect(option.against.length).toBeGreaterThan(0)
          expect(option.basis.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('[CE9] an option that may be signed is measurable, reckoned right, and within every ceiling', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        for (const { kind, blockedBy, dose, regimen } of options(facts, ...findings)) {
          if (!dose || !regimen) continue
          expect(arithmeticHolds(dose)).toBe(true)
          if (blockedBy.length > 0) continue
          expect(isMeasurable(dose, protocol)).toBe(true)
          expect(regimen.mgPerDay).toBeCloseTo(dose.mg * dose.timesPerDay, 6)
          expect(regimen.mgPerDay).toBeLessThanOrEqual(400)
          for (const stage of regimen.stages ?? []) {
            expect(stage.dose.mg === 0 || isMeasurable(stage.dose, protocol)).toBe(true)
            expect(stage.dose.mg).toBeLessThanOrEqual(dose.mg)
          }
          // Against the ceilings as numbers, not through the gate that the options pass.
          const before = facts.ketamine.order?.value
          const rising = !(dose.mg * dose.timesPerDay < (before?.mg ?? 0) * (before?.timesPerDay ?? 0))
          if (rising && kind !== 'taper') {
            expect(dose.mg).toBeLessThanOrEqual(100)
            expect(regimen.mgPerDay).toBeLessThanOrEqual(200)
            const weight = facts.measurements.weight?.[0]?.value ?? 25
            expect(regimen.mgPerDay).toBeLessThanOrEqual(2 * (weight >= 25 ? weight : 25) + 1e-6)
          }
          expect(regimen.days).toBeLessThanOrEqual(28)
          if (kind === 'start' || kind === 'step' || kind === 'test-dose')
            expect(dose.mg - (kind === 'step' ? before!.mg! : 0)).toBeLessThanOrEqual(10 + 1e-6)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('[OP5] a giving option is open only when no finding that bears on it says stop, hold or missing', () => {
    fc.assert(
      fc.property(anyCase, anyFindings, (facts, findings) => {
        const bad = findings
          .filter((f) => /^[EI]/.test(f.rule) && ['stop', 'hold', 'missing'].includes(f.kind))
          .map((f) => f.rule)
        for (const option of options(facts, ...findings)) {
          if (['test-dose', 'start', 'step'].includes(option.kind))
            expect(option.blockedBy).toEqual(expect.arrayContaining(bad))
        }
      }),
      { numRuns: 400 },
    )
  })
})

it('[CE9] the gate is the same for a caller outside the options', () => {
  expect(
    withinCeilings({ mg: 70, timesPerDay: 3, supplyDays: 7, titrating: true, weight: 120 }, protocol).map(
      (b) => b.rule,
    ),
  ).toEqual(['T08', 'CE2'])
})
