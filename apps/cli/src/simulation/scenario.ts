/** The options of `simulate` as the engine's own types: regimen, person, times. */
import {
  freeBase,
  knownInteractions,
  type Person,
  type Regimen,
  type Route,
  type Substance,
} from '@anodyne/pharmacology'
import { hours, mg } from '@anodyne/units'
import type { SimulateOptions } from '../commands/simulate.ts'
import { Refusal } from '../refusal.ts'
import { readNumber, readWord } from '../values.ts'
import { required } from './required.ts'

export interface Scenario {
  readonly regimen: Regimen
  readonly person: Person
  readonly n: number
  readonly seed: number
  /** h between output times */
  readonly step: number
  /** h, the last output time */
  readonly until: number
  /** The regimen in words. */
  readonly says: string
}

const DAY = 24
/** h; the finest step of the engine, rounded up */
const MINUTE = 0.0167

export function readScenario(given: SimulateOptions): Scenario {
  const needed = required(given)
  const route = readWord<Route>('--route', needed.route, ['oral', 'sublingual', 'iv'])
  const written = readNumber('--dose', needed.dose, { unit: 'mg', above: 0, to: 5000 })
  const every = readNumber('--every', needed.every, { unit: 'h', from: MINUTE, to: 8784 })
  const days = readNumber('--days', needed.days, { unit: 'days', above: 0, to: 3660 })
  const n = optional('--n', given.n, 300, { unit: 'virtual patients', from: 1, to: 100_000, whole: true })
  const seed = optional('--seed', given.seed, 1, { unit: '', from: 0, to: Number.MAX_SAFE_INTEGER, whole: true })
  const step = optional('--step', given.step, 1, { unit: 'h', from: MINUTE, to: 24 })
  const until = days * DAY
  if (step > until)
    throw new Refusal(`--step ${step}: longer than the ${until} h simulated; expected at most ${until} h`)
  const word =
    given.substance === undefined ? 'racemic' : readWord('--substance', given.substance, ['racemic', 'esketamine'])
  const substance: Substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
  const form = given.salt === undefined ? 'base' : readWord('--salt', given.salt, ['base', 'hydrochloride'])
  const dose = freeBase({ substance, form, mass: mg(written) })
  const infusion =
    given.infusion === undefined ? undefined : readNumber('--infusion', given.infusion, { unit: 'h', above: 0, to: 24 })
  const weight =
    given.weight === undefined ? undefined : readNumber('--weight', given.weight, { unit: 'kg', from: 20, to: 400 })
  const interactions = [...new Set(given.interaction.map((name) => readWord('--interaction', name, knownInteractions)))]
  return {
    regimen: [
      {
        substance,
        route,
        dose,
        every: hours(every),
        from: hours(0),
        until: hours(until),
        ...(infusion === undefined ? {} : { infusion: hours(infusion) }),
      },
    ],
    person: { interactions, ...(weight === undefined ? {} : { weight }) },
    n,
    seed,
    step,
    until,
    says: [
      `${written} mg ${word === 'racemic' ? 'racemic ketamine' : 'esketamine'} ${form}`,
      ...(form === 'base' ? [] : [`(${dose.toFixed(2)} mg of free base)`]),
      `${route}${infusion === undefined ? '' : ` over ${infusion} h`}, every ${every} h for ${days} ${days === 1 ? 'day' : 'days'}`,
      ...(interactions.length ? [`with ${interactions.join(' and ')}`] : []),
    ].join(' '),
  }
}

function optional(
  name: string,
  text: string | undefined,
  otherwise: number,
  range: Parameters<typeof readNumber>[2],
): number {
  return text === undefined ? otherwise : readNumber(name, text, range)
}
