/**
 * Is it helping? Every piece apart, and unknown is an answer.
 *
 *     responder = pain at least 30 % less AND the named functional goal met        IMMPACT, doi:10.1016/j.jpain.2007.09.005
 *
 * PEG, the patient's impression and 50 % are shown and decide nothing. What helps mood alone is named, so that it is not taken
 * for relief of pain.
 */
import { limitOf } from '../options/limit.ts'
import { atLeast, wholePercent } from '../options/response.ts'
import type { Protocol } from '../protocol.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/** Patient global impression of change, in its own words, so that no direction of a scale can be mistaken. */
export const impressions = [
  'very-much-improved',
  'much-improved',
  'minimally-improved',
  'no-change',
  'minimally-worse',
  'much-worse',
  'very-much-worse',
] as const
export type Impression = (typeof impressions)[number]

export interface Baseline {
  /** NRS, 0–10 */
  readonly pain?: number
  /** 0–10 */
  readonly PEG?: number
  /** 0–27 */
  readonly PHQ9?: number
}
export interface Now extends Baseline {
  readonly PGIC?: Impression
}
export interface NamedGoal {
  readonly name: string
  readonly met?: boolean
}

export interface Piece {
  readonly answer: Answer
  readonly says: string
}

export interface JudgedResponse {
  readonly responder: Answer
  /** Mood better, pain and goal not. */
  readonly onlyMood: Answer
  readonly pieces: {
    readonly pain30: Piece
    readonly pain50: Piece
    readonly goal: Piece
    readonly PEG: Piece
    readonly PGIC: Piece
    readonly mood: Piece
  }
}

export function judgeResponse(
  baseline: Baseline,
  now: Now,
  goal: NamedGoal | undefined,
  protocol: Protocol,
): JudgedResponse {
  const limit = (key: string) => limitOf(protocol, key).value
  const pieces = {
    pain30: lessBy('Pain', baseline.pain, now.pain, limit('responder.painReduction')),
    pain50: lessBy('Pain', baseline.pain, now.pain, limit('responder.painSubstantial')),
    goal: goalMet(goal),
    PEG: lessBy('PEG', baseline.PEG, now.PEG, limit('responder.PEG')),
    PGIC: improved(now.PGIC),
    mood: moodBetter(baseline.PHQ9, now.PHQ9, limit('responder.mood.points')),
  }
  const { pain30, mood } = pieces
  return {
    responder: and(pain30.answer, pieces.goal.answer),
    onlyMood: and(mood.answer, not(pain30.answer), not(pieces.goal.answer)),
    pieces,
  }
}

/** reduction = (baseline − now) / baseline, of scores from 0 to 10 */
function lessBy(name: string, before: number | undefined, now: number | undefined, wanted: number): Piece {
  const percent = `${wholePercent(wanted)} % less wanted`
  if (!within(before, 10) || !within(now, 10) || before === 0)
    return { answer: 'unknown', says: `${name}: not known (${percent}).` }
  const reduction = (before - now) / before
  const says = `${name}: ${before} before, ${now} now, ${wholePercent(reduction)} % less (${percent}).`
  return { answer: atLeast(reduction, wanted) ? 'yes' : 'no', says }
}

function goalMet(goal: NamedGoal | undefined): Piece {
  if (goal === undefined || goal.name.trim() === '') return { answer: 'unknown', says: 'Functional goal: not named.' }
  if (goal.met === undefined)
    return { answer: 'unknown', says: `Functional goal: "${goal.name}", not known whether met.` }
  return { answer: goal.met ? 'yes' : 'no', says: `Functional goal: "${goal.name}", ${goal.met ? 'met' : 'not met'}.` }
}

/** "Much improved" or better is a moderately important change (IMMPACT). */
function improved(impression: Impression | undefined): Piece {
  if (impression === undefined || !impressions.includes(impression))
    return { answer: 'unknown', says: "Patient's impression of change: not known." }
  const yes = impressions.indexOf(impression) <= impressions.indexOf('much-improved')
  return { answer: yes ? 'yes' : 'no', says: `Patient's impression of change: ${impression.replaceAll('-', ' ')}.` }
}

function moodBetter(before: number | undefined, now: number | undefined, points: number): Piece {
  if (!within(before, 27) || !within(now, 27)) return { answer: 'unknown', says: 'Mood (PHQ-9): not known.' }
  const says = `Mood (PHQ-9): ${before} before, ${now} now (${points} points less wanted).`
  return { answer: before - now >= points ? 'yes' : 'no', says }
}

const within = (score: number | undefined, most: number): score is number =>
  score !== undefined && score >= 0 && score <= most

export const not = (a: Answer): Answer => (a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown')
/** Any "no" is "no"; "yes" takes all. */
export function and(...answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.every((a) => a === 'yes') ? 'yes' : 'unknown'
}
