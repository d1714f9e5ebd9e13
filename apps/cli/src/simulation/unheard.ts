/** What a model does not know and so cannot hear: said, or refused where the answer would claim to hold it. */
import { compile, type LibraryPerson, type Model } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'
import { refusingRanges } from './ranges.ts'

/** Weight or age that is given and changes nothing, in words. */
export function unheard(model: Model, person: LibraryPerson): readonly string[] {
  const knows = {
    weight: model.parameters.some(({ weightExponent }) => weightExponent !== undefined) || isCovariate(model, 'weight'),
    age: isCovariate(model, 'age'),
  }
  return (['weight', 'age'] as const)
    .filter((name) => person[name] !== undefined && !knows[name])
    .map((name) => `${name}: ${person[name]}, changes nothing: no parameter of ${model.id} depends on it`)
}

const isCovariate = ({ covariates = [] }: Model, name: 'weight' | 'age'): boolean =>
  covariates.some((one) => one.name === name)

/** @throws Refusal for occasions of a model that publishes no variability between them: every one would be like the last */
export function checkOccasions(model: Model, occasions: string | undefined): void {
  if (occasions === undefined || model.incomplete !== undefined) return
  if (refusingRanges(() => compile(model)).occasional.length > 0) return
  throw new Refusal(
    `--occasions ${occasions} with --model ${model.id}: no variability between occasions is known of it; expected none`,
  )
}
