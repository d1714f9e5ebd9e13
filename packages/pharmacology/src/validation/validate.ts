/**
 * Models against observations: each target that a model claims, what was observed, what the model predicts, and whether that is
 * close enough. What is known to miss is declared with its reason, and must go on missing, and by
 * as much: a list that is no longer true fails.
 */
import { domainOf } from '../domain.ts'
import type { InteractionName } from '../interactions.ts'
import type { Model } from '../model.ts'
import { library } from '../models/library.ts'
import { acceptedRatio, closeEnough, toleranceInWords } from './judge.ts'
import { knownMiss, moved, type KnownMiss } from './known-misses.ts'
import { middle90, notClaimed, predict, VIRTUAL } from './predict.ts'
import { roleOf, type Role } from './roles.ts'
import { studies } from './studies.ts'
import type { Basis, Target } from './target.ts'
import { targets as everyTarget } from './targets/index.ts'

export interface ValidationRow {
  readonly model: string
  readonly target: string
  /** UCUM; `1` for a ratio or a fraction. */
  readonly unit: string
  readonly observed: number
  /** Observed value as the study prints it. */
  readonly printed: string
  /** The row is then the ratio with : without this drug. */
  readonly taking: InteractionName | null
  readonly predicted: number
  /** predicted : observed */
  readonly ratio: number
  /** With `ours` where neither the study nor the review of the evidence gives it. */
  readonly tolerance: string
  /** Who chose the tolerance: the study prints it, the review of the evidence has it, or this project (engineering). */
  readonly basis: Basis
  /** The tolerance would also accept no change, though a change was seen: passing says little. `null`: no interacting drug. */
  readonly acceptsNoChange: boolean | null
  /** The same as ratios, from and to; 0 where only the upper end counts. */
  readonly accepted: readonly [number, number]
  readonly status: 'pass' | 'known-miss' | 'fail'
  /** Why it misses, or what is wrong; `null` for a row that passes. */
  readonly because: string | null
  /** verification: the study was used to set a value of the model. external: it was not. */
  readonly role: Role
  readonly source: string
  readonly doi: string | null
  /** Where the case lies outside of what the model was observed in. */
  readonly outside: readonly string[]
  /** Seed and number of virtual patients, where an interval of the population is the tolerance. */
  readonly virtualPatients: { readonly seed: number; readonly n: number } | null
}

/**
 * @param models default: the library; what is incomplete claims nothing
 * @param targets default: every observation
 */
export function validate(
  models: readonly Model[] = library,
  targets: readonly Target[] = everyTarget,
): readonly ValidationRow[] {
  return models.flatMap((model) =>
    targets.filter((target) => notClaimed(model, target) === undefined).map((target) => row(model, target)),
  )
}

function row(model: Model, target: Target): ValidationRow {
  const { name, study, observed, printed, unit } = target
  const tolerance = target.closer?.[model.id] ?? target.tolerance
  const predicted = predict(model, target)
  const asked = tolerance.kind === 'virtual-patients'
  const interval = asked ? middle90(model, target) : undefined
  const { cited, doi } = studies[study]
  return {
    model: model.id,
    target: name,
    unit,
    observed,
    printed,
    taking: target.taking ?? null,
    predicted,
    ratio: predicted / observed,
    tolerance: marked(toleranceInWords(tolerance, interval), tolerance.basis),
    basis: tolerance.basis,
    acceptsNoChange:
      target.taking === undefined ? null : observed !== 1 && closeEnough(tolerance, observed, 1, interval),
    accepted: acceptedRatio(tolerance, observed, predicted, interval),
    ...verdict(closeEnough(tolerance, observed, predicted, interval), predicted / observed, knownMiss(model.id, name)),
    role: roleOf(model.id, target),
    source: doi === null ? cited : `${cited}, doi:${doi}`,
    doi,
    outside: outsideOf(model, target),
    virtualPatients: asked ? VIRTUAL : null,
  }
}

const marked = (words: string, basis: Basis): string =>
  basis !== 'engineering' ? words : words.endsWith(')') ? `${words.slice(0, -1)}, ours)` : `${words} (ours)`

function verdict(
  close: boolean,
  ratio: number,
  miss: KnownMiss | undefined,
): Pick<ValidationRow, 'status' | 'because'> {
  if (miss === undefined)
    return close ? { status: 'pass', because: null } : { status: 'fail', because: 'outside its tolerance' }
  const { because } = miss
  if (close) return { status: 'fail', because: `passes, but is declared a known miss (${because})` }
  if (moved(miss.ratio, ratio))
    return { status: 'fail', because: `miss moved: ratio ${ratio.toPrecision(3)}, declared ${miss.ratio} (${because})` }
  return { status: 'known-miss', because }
}

function outsideOf(model: Model, { regimen, person, taking }: Target): readonly string[] {
  const judgement = domainOf(model, regimen, { ...person, interactions: taking === undefined ? [] : [taking] })
  return judgement.kind === 'outside' ? judgement.outside.map(({ what, value }) => `${what}: ${value}`) : []
}

export interface ValidationCount {
  readonly pass: number
  readonly knownMiss: number
  readonly fail: number
}

export function countRows(rows: readonly ValidationRow[]): ValidationCount {
  const of = (status: ValidationRow['status']) => rows.filter((one) => one.status === status).length
  return { pass: of('pass'), knownMiss: of('known-miss'), fail: of('fail') }
}
