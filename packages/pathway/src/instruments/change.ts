/**
 * Did the score change by as much as matters? Improved, worse, or not told apart with the reason; never from two instruments or
 * two versions of one. Percentages are compared by whole-number products, so that 10 → 7 is exactly 30 %.
 */
import type { ChangeRules, ImportantChange, Instrument } from './instrument.ts'
import type { EnteredScore, LicensedScore, RefusedEntry } from './licensed-score.ts'
import { isLater } from './moment.ts'
import type { Safety } from './safety-route.ts'
import type { ScoreResult, Total } from './score.ts'

export type NotToldApartCode =
  'other-instrument' | 'other-version' | 'not-scored' | 'not-later' | 'no-published-change' | 'too-small'

export type Change = {
  /** Of the later score: a better total does not silence an answer that cannot wait, nor one that is missing. */
  readonly safety?: Exclude<Safety, { readonly kind: 'clear' }>
} & (
  | {
      readonly kind: 'improved'
      /** After minus before; below 0. */
      readonly points: number
      /** Fall in percent of the score before. */
      readonly percent: number
      /** Every important fall that was reached. */
      readonly reached: readonly ImportantChange[]
      readonly because: string
    }
  | { readonly kind: 'worse'; readonly points: number; readonly because: string; readonly source: string }
  | {
      readonly kind: 'not told apart'
      readonly code: NotToldApartCode
      readonly points?: number
      readonly because: string
    }
)

type AnyScore = ScoreResult | EnteredScore | RefusedEntry

/** @param instrument the one both scores are of */
export function changeBetween(instrument: Instrument | LicensedScore, before: AnyScore, after: AnyScore): Change {
  const { safety } = after
  const found = tellApart(instrument, before, after)
  return safety === undefined || safety.kind === 'clear' ? found : { ...found, safety }
}

function tellApart(instrument: Instrument | LicensedScore, before: AnyScore, after: AnyScore): Change {
  for (const one of [before, after]) {
    if (one.instrument !== instrument.id) {
      return unable('other-instrument', `A score of ${one.instrument} is not one of ${instrument.id}.`)
    }
  }
  // A licensed score names the version of the copy that was used; ours must be the one whose limits are read here.
  const versions = [before.version, after.version, ...('version' in instrument ? [instrument.version] : [])]
  if (new Set(versions).size > 1) {
    return unable('other-version', `${instrument.name} in more than one version: ${[...new Set(versions)].join('; ')}.`)
  }
  const first = totalOf(before)
  const second = totalOf(after)
  if (first === undefined || second === undefined) {
    return unable('not-scored', `${instrument.name} has no total ${first === undefined ? 'before' : 'after'}.`)
  }
  if (!isLater(before.at, after.at)) {
    return unable('not-later', `${after.at} does not certainly lie after ${before.at}.`)
  }
  return compare(instrument.name, instrument.change, first, second)
}

function compare(name: string, rules: ChangeRules, before: Total, after: Total): Change {
  const fall = before.sum - after.sum
  const { parts } = before
  const points = (after.sum - before.sum) / parts
  const aloud = `${name} ${before.shown} to ${after.shown}`
  const reached = rules.improved.filter((rule) =>
    'percent' in rule
      ? before.sum > 0 && atLeast(fall * 100, rule.percent * before.sum)
      : atLeast(fall, rule.points * parts),
  )
  if (reached.length > 0) {
    const percent = (fall / before.sum) * 100
    const because = `${aloud}: a fall of ${Math.abs(points).toFixed(1)} points, ${percent.toFixed(0)} %: ${reached.at(-1)!.says}.`
    return { kind: 'improved', points, percent, reached, because }
  }
  if (rules.worse !== undefined && atLeast(-fall, rules.worse.points * parts)) {
    const because = `${aloud}: a rise of ${points.toFixed(1)} points, at least ${rules.worse.points}.`
    return { kind: 'worse', points, because, source: rules.worse.source }
  }
  if (rules.improved.length === 0 && rules.worse === undefined) {
    return unable('no-published-change', `${aloud}: no source read says what change in ${name} matters.`, points)
  }
  return unable('too-small', `${aloud}: less than the change that matters.`, points)
}

const unable = (code: NotToldApartCode, because: string, points?: number): Change => ({
  kind: 'not told apart',
  code,
  because,
  ...(points === undefined ? {} : { points }),
})

const totalOf = (one: AnyScore): Total | undefined =>
  one.kind === 'scored' || one.kind === 'entered' ? one.total : undefined

/** Entered scores may have decimals, whose sums are not exact: a change that is reached on paper is reached here. */
const atLeast = (value: number, limit: number) => value >= limit - 1e-9
