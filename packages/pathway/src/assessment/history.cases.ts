/** The cases that every rule over "a diagnosis or an answer on the form" has to pass. */
import { expect, it } from 'vitest'
import { condition } from '../case.fixture.ts'
import type { Condition, ConditionKind, ScreeningItem } from '../case.ts'
import type { FindingKind } from '../finding.ts'
import { form, judged, undated } from '../judged.fixture.ts'
import type { Rule } from '../rule.ts'

export interface HistoryCases {
  readonly item: ScreeningItem
  readonly kinds: readonly ConditionKind[]
  /** What a "yes" leads to. */
  readonly yes: FindingKind
  /** What a resolved diagnosis leads to, with a "no" on the form. */
  readonly resolved: FindingKind
  /** The last day on which a "no" still stands, and the day before it. */
  readonly lastDay: string
  readonly tooOld: string
}

export function historyCases(rule: Rule, { item, kinds, yes, resolved, lastDay, tooOld }: HistoryCases): void {
  const diagnosed = (status: Condition['status'], kind = kinds[0]!) => ({
    conditions: [condition([kind], kind, status)],
  })

  it(`[${rule.id}] is clear when asked and answered no, and says what it saw`, () => {
    const finding = judged(rule)
    expect(finding).toMatchObject({ rule: rule.id, kind: 'clear' })
    expect(finding.facts.join()).toContain(item)
  })

  it(`[${rule.id}] is ${yes} when answered yes, however old the answer`, () => {
    expect(judged(rule, form({ [item]: true }))).toMatchObject({ kind: yes })
    expect(judged(rule, form({ [item]: true }, '2001-01-01'))).toMatchObject({ kind: yes })
  })

  it(`[${rule.id}] is missing, with what to ask, when nothing is on record`, () => {
    expect(judged(rule, form({ [item]: undefined }))).toMatchObject({
      kind: 'missing',
      ask: expect.stringMatching(/\w/),
    })
  })

  it(`[${rule.id}] lets a "no" expire, and an undated one never begin`, () => {
    expect(judged(rule, form({ [item]: false }, lastDay)).kind).toBe('clear')
    expect(judged(rule, form({ [item]: false }, tooOld)).kind).toBe('missing')
    expect(judged(rule, form({ [item]: false }, '2026-03-03')).kind).toBe('missing')
    expect(judged(rule, undated(item)).kind).toBe('missing')
  })

  it.each(kinds.flatMap((kind) => [['active', kind] as const, ['unknown', kind] as const]))(
    `[${rule.id}] is ${yes} with a diagnosis (%s %s), and names the conflict with a "no"`,
    (status, kind) => {
      expect(judged(rule, { ...diagnosed(status, kind), ...form({ [item]: undefined }) }).kind).toBe(yes)
      const conflicting = judged(rule, diagnosed(status, kind))
      expect(conflicting.kind).toBe(yes)
      expect(conflicting.because).toMatch(/unsafe reading/)
    },
  )

  it(`[${rule.id}] is ${resolved} with a resolved diagnosis`, () => {
    for (const kind of kinds) expect(judged(rule, diagnosed('resolved', kind)).kind).toBe(resolved)
  })

  it(`[${rule.id}] takes refuted diagnoses for a no only when every one is refuted`, () => {
    const unasked = form({ [item]: undefined })
    const all = { conditions: kinds.map((kind) => condition([kind], kind, 'refuted')) }
    expect(judged(rule, { ...all, ...unasked }).kind).toBe('clear')
    expect(judged(rule, { ...all, ...form({ [item]: true }) }).kind).toBe(yes)
    if (kinds.length > 1) expect(judged(rule, { ...diagnosed('refuted'), ...unasked }).kind).toBe('missing')
  })
}
