/** Models whose answers are the same: sharing their numbers, they agree with themselves and not with each other. */
import type { ModelAnswer } from '@anodyne/pharmacology'

/** Of the highest of a curve: less apart than any difference of numbers would be. */
const SAME = 1e-6

type Answer = Pick<ModelAnswer, 'model' | 'curves'>

function same(a: Answer, b: Answer): boolean {
  const names = Object.keys(a.curves)
  if (names.length === 0 || names.join() !== Object.keys(b.curves).join()) return false
  return names.every((name) => {
    const [one, other] = [a.curves[name]!, b.curves[name]!]
    return (
      one.concentration.length === other.concentration.length &&
      one.concentration.every((value, k) => Math.abs(value - other.concentration[k]!) <= SAME * one.cmax)
    )
  })
}

/** @returns names of the models in each group of two or more that give the same curves */
export function alike(answers: readonly Answer[]): readonly (readonly string[])[] {
  const groups: Answer[][] = []
  for (const answer of answers) {
    const group = groups.find(([first]) => first && same(first, answer))
    if (group) group.push(answer)
    else groups.push([answer])
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.map(({ model }) => model))
}
