import { describe, expect, it } from 'vitest'
import { AS_OF, fact, suitableCase } from '../case.fixture.ts'
import type { KetamineTreatment } from '../case.ts'
import type { Finding, FindingKind } from '../finding.ts'
import { recorder } from './forecast.fixture.ts'
import { propose } from './propose.ts'
import { protocol } from './protocol.fixture.ts'
import { finding, kinds, open, options, order, pick } from './chosen.fixture.ts'

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

  it('[OP3] a tolerated test dose older than its limit is done again; one not tolerated never expires', () => {
    const on = (at: string, tolerated = true) =>
      options(
        suitableCase({
          ketamine: { phase: 'test-dose', testDose: fact({ mg: 10, tolerated }, `Test dose, ${at}`, at) },
        }),
      )
    expect(kinds(on('2025-12-02'))).toContain('start')
    const old = on('2025-12-01')
    expect(kinds(old)).toEqual(['test-dose', 'hold', 'stop'])
    expect(old[0]!.basis.join()).toContain('older than 90 d: Test dose, 2025-12-01')
    expect(kinds(on('2020-01-01', false))).toEqual(['hold', 'stop'])
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
