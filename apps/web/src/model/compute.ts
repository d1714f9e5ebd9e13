/** What the page asks of the engine: a model against the studies, and the models side by side. Runs in a worker. */
import { library, modelOf, sideBySide, validate, type SideBySide, type ValidationRow } from '@anodyne/pharmacology'
import { presets, times } from './presets.ts'

export type Question =
  { readonly kind: 'validation'; readonly model: string } | { readonly kind: 'side-by-side'; readonly preset: string }

export interface Answers {
  readonly validation: readonly ValidationRow[]
  readonly 'side-by-side': SideBySide
}

export function compute(question: Question): Answers[keyof Answers] {
  if (question.kind === 'validation') return validate([modelOf(question.model)])
  const preset = presets.find(({ id }) => id === question.preset)
  if (!preset) throw new RangeError(`preset ${question.preset}: expected ${presets.map(({ id }) => id).join(', ')}`)
  return sideBySide(library, preset.regimen, preset.person, times)
}
