import { expect, it } from 'vitest'
import { seeded } from '../random-case.fixture.ts'
import type { Answer } from './answers-read.ts'
import { day, lowestBut, named } from './filled.fixture.ts'
import { score } from './score.ts'

const criteria = named('fibromyalgia-2016')
const yes = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 1]))
const severe = { fatigue: 3, unrefreshed: 3, cognitive: 3 }
const of = (but: Record<string, number>) => score(criteria, lowestBut(criteria, but), day)

/** The criteria as Wolfe 2016 prints them, written out once more without the engine. */
function judged(value: (id: string) => number): boolean {
  const sides = ['left', 'right']
  const upper = ['shoulder', 'upper-arm', 'lower-arm']
  const lower = ['hip', 'upper-leg', 'lower-leg']
  const axial = ['neck', 'upper-back', 'lower-back']
  const areas = [
    ...sides.flatMap((side) => ['jaw', ...upper, ...lower].map((area) => `${area}-${side}`)),
    ...axial,
    'chest',
    'abdomen',
  ]
  expect(areas.length).toBe(19)
  const sum = (ids: string[]) => ids.reduce((total, id) => total + value(id), 0)
  const wpi = sum(areas)
  const sss = sum(['fatigue', 'unrefreshed', 'cognitive', 'headaches', 'abdominal-cramps', 'depression'])
  const regions = [
    ...sides.flatMap((side) => [upper.map((a) => `${a}-${side}`), lower.map((a) => `${a}-${side}`)]),
    axial,
  ].filter((ids) => sum(ids) > 0).length
  const severity = (wpi >= 7 && sss >= 5) || (wpi >= 4 && wpi <= 6 && sss >= 9)
  return severity && regions >= 4 && value('three-months') === 1
}

it('[IN9] scores WPI, SSS, regions and their sum', () => {
  const result = of({ ...yes('shoulder-left', 'jaw-left', 'chest', 'neck', 'headaches', 'three-months'), fatigue: 2 })
  expect(result).toMatchObject({ total: { value: 7, least: 0, most: 31 }, subscores: { WPI: 4, SSS: 3, regions: 2 } })
})

it('[IN9] WPI 7 with SSS 5, or WPI 4 to 6 with SSS 9, in four regions; WPI 3 never', () => {
  const four = ['shoulder-left', 'shoulder-right', 'hip-left', 'neck', 'three-months']
  const seven = [...four, 'upper-arm-left', 'jaw-left', 'chest']
  const met = (but: Record<string, number>) => (of(but) as { conclusion: { verdict: string } }).conclusion.verdict
  expect(met({ ...yes(...seven), fatigue: 3, cognitive: 2 })).toBe('met')
  expect(met({ ...yes(...seven), fatigue: 3, cognitive: 1 })).toBe('not met')
  expect(met({ ...yes(...four), ...severe })).toBe('met')
  expect(met({ ...yes(...four), ...severe, cognitive: 2 })).toBe('not met')
  expect(met({ ...yes('shoulder-left', 'shoulder-right', 'hip-left', 'three-months'), ...severe })).toBe('not met')
  expect(met({ ...yes(...four), ...severe, 'three-months': 0 })).toBe('not met')
})

it('[IN9] jaw, chest and belly make no region', () => {
  const result = of({
    ...yes('jaw-left', 'jaw-right', 'chest', 'abdomen', 'hip-left', 'hip-right', 'neck', 'three-months'),
    ...severe,
  })
  expect(result).toMatchObject({ subscores: { WPI: 7, regions: 3 }, conclusion: { verdict: 'not met' } })
})

it('[IN9] two alternatives that leave no gap are seen as one', () => {
  // WPI is known to lie between 6 and 8, SSS is 9: met whichever.
  const answers = lowestBut(criteria, {
    ...yes('shoulder-left', 'shoulder-right', 'hip-left', 'hip-right', 'neck', 'chest', 'three-months'),
    ...severe,
  }).filter(({ item }) => item !== 'jaw-left' && item !== 'jaw-right')
  expect(score(criteria, answers, day)).toMatchObject({ kind: 'incomplete', conclusion: { verdict: 'met' } })
})

it('[IN9] [IN3] a verdict on an incomplete form holds for every way to complete it; seeds 1 to 1500', () => {
  const seen = { met: 0, 'not met': 0, 'not known': 0 }
  for (let seed = 1; seed <= 1500; seed++) {
    const random = seeded(seed)
    const lean = random()
    const whole: Answer[] = criteria.items.map((item) => {
      const most = item.choices.at(-1)!.value
      return { item: item.id, value: random() < lean ? most : Math.floor(random() * (most + 1)) }
    })
    const missing = new Set(
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => whole[Math.floor(random() * 26)]!.item),
    )
    const result = score(
      criteria,
      whole.filter((answer) => !missing.has(answer.item)),
      day,
    )
    if (result.kind !== 'incomplete') throw new Error(`seed ${seed}: ${result.kind}`)
    const { verdict } = result.conclusion!
    seen[verdict]++
    const outcomes = completions([...missing]).map((filling) =>
      judged((id) => filling.get(id) ?? (whole.find((answer) => answer.item === id)!.value as number)),
    )
    if (verdict !== 'not known') {
      expect(new Set(outcomes), `seed ${seed}`).toEqual(new Set([verdict === 'met']))
    }
    const all = score(criteria, whole, day)
    expect((all as { conclusion: { verdict: string } }).conclusion.verdict, `seed ${seed}`).toBe(
      judged((id) => whole.find((answer) => answer.item === id)!.value as number) ? 'met' : 'not met',
    )
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30)
})

function completions(ids: readonly string[]): Map<string, number>[] {
  let all = [new Map<string, number>()]
  for (const id of ids) {
    const { choices } = criteria.items.find((item) => item.id === id)!
    all = all.flatMap((filling) => choices.map(({ value }) => new Map([...filling, [id, value]])))
  }
  return all
}
