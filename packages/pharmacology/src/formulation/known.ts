/**
 * What is known of each way of taking ketamine: which route of the composite model stands for it, on what that rests, which
 * doses were observed. Where nothing was measured there is no curve, only the reason.
 */
import type { Source, Status } from '../model.ts'
import { from } from '../models/sources.ts'
import type { Route } from '../regimen.ts'
import type { Substance } from '../substance.ts'
import type { Bound, Formulation, Retention } from './formulation.ts'

interface Common {
  readonly routes: readonly Route[]
  /** `undefined`: the course does not say. */
  readonly formulations: readonly (Formulation | undefined)[]
  readonly retention?: Retention
  /** In words, for whoever reads the answer. */
  readonly reason: string
  readonly source: Source
}

/** known: observations of this way of taking it stand behind the curve. assumed: something in it was never observed. */
export interface Modelled extends Common {
  readonly judgement: 'known' | 'assumed'
  /** Route of the composite model. */
  readonly modelRoute: string
  readonly status: Status
  /** Smallest and largest single dose observed, mg of free base. */
  readonly dose?: readonly [number, number]
  /** The only substance observed in it; left out: both, or the one computed from the other as everywhere in the model. */
  readonly only?: Substance
}

/** No curve. With `between`, two of them enclose the truth. */
export interface Unknown extends Common {
  readonly judgement: 'unknown'
  readonly between?: Readonly<Record<Bound, string>>
}

export type Knowledge = Modelled | Unknown

const swallowed = { routes: ['oral'], retention: 'swallowed' } as const
const held = { routes: ['sublingual', 'buccal'], retention: 'held and swallowed' } as const
const nowhere = (where: string): Source => ({ dois: [], where })
const heldDoses = from(
  ['rolan2014', 'yanagihara2003', 'simons2022', 'chong2009'],
  'bioavailability 0.24–0.32 whatever was held; Simons 2022 found no difference between tongue and cheek',
)

// prettier-ignore
export const knowledge: readonly Knowledge[] = [
  { ...swallowed, formulations: ['solution'], judgement: 'known', modelRoute: 'oral', dose: [84, 84], status: 'derived',
    reason: 'absorption of an oral solution; bioavailability from solutions, lozenges and tablets',
    source: from(['perezRuixo2021', 'fanta2015', 'chong2009', 'yanagihara2003', 'hasan2021'], 'Dpo, ka and Fpo of the composite model') },
  { ...swallowed, formulations: [undefined], judgement: 'assumed', modelRoute: 'oral', status: 'assumed',
    reason: 'formulation not stated: taken as a solution', source: nowhere('convention of this package') },
  { ...swallowed, formulations: ['troche'], judgement: 'known', modelRoute: 'oral', dose: [25, 25], status: 'derived',
    reason: 'a lozenge swallowed by six people; what reaches the blood unchanged was twice what is predicted',
    source: from(['chong2009'], 'swallowed lozenge, 25 mg: peak at 0.96 h; ketamine a known failure of the model') },
  { ...swallowed, formulations: ['wafer', 'film'], judgement: 'assumed', modelRoute: 'oral', status: 'assumed',
    reason: 'made to be held; swallowed at once it was not studied and is taken as a solution', source: nowhere('no mucosal part when nothing is held') },
  { ...swallowed, formulations: ['capsule', 'tablet'], judgement: 'assumed', modelRoute: 'oral-capsule', dose: [50, 50], status: 'assumed',
    reason: 'enters the gut over 0.25 h longer than a solution (assumed); the amount is as observed after tablets, when it comes is not',
    source: from(['yanagihara2003'], 'bioavailability about 0.20 of 50 mg in tablets; the delay has no source') },
  { ...swallowed, formulations: ['prolonged-release tablet'], judgement: 'known', modelRoute: 'oral-prolonged-release', dose: [10, 80], only: 'racemic-ketamine', status: 'derived',
    reason: 'one tablet of racemate, single doses; release fitted to its time and height of peak, everyone’s alike; tablets of another make differ',
    source: from(['hasan2021', 'glue2020'], 'Hasan: 10–80 mg; Glue, another tablet: release over about 10 h, 60–240 mg proportional, values not seen') },
  { ...held, formulations: ['tablet', 'wafer', 'film'], judgement: 'known', modelRoute: 'sublingual', dose: [25, 100], status: 'derived',
    reason: 'held about ten minutes, then swallowed; a shorter hold was not studied', source: heldDoses },
  { ...held, formulations: [undefined], judgement: 'assumed', modelRoute: 'sublingual', status: 'assumed',
    reason: 'formulation not stated: taken as those studied together (troche, tablet, wafer, film)', source: heldDoses },
  { ...held, formulations: ['troche'], judgement: 'assumed', modelRoute: 'sublingual', dose: [25, 25], status: 'assumed',
    reason: 'one lozenge was studied in six people; compounded troches differ between makers and batches by an amount that was not measured and is not in the bands',
    source: from(['chong2009'], 'lozenge, 25 mg, six people with pain') },
  { ...held, formulations: ['solution'], judgement: 'unknown',
    reason: 'a solution held in the mouth was not studied', source: nowhere('no publication found') },
  { routes: held.routes, retention: 'held and spat', formulations: ['tablet', 'troche', 'wafer', 'film', undefined], judgement: 'unknown',
    between: { least: 'held-and-spat-least', most: 'sublingual' },
    reason: 'how much of it goes down with saliva was never measured; the mucosal part is that of a ten-minute hold',
    source: from(['rolan2014', 'yanagihara2003', 'simons2022', 'chong2009'], 'fmuc of the composite model; nobody was asked to spit') },
  { routes: held.routes, retention: 'held and spat', formulations: ['solution'], judgement: 'unknown',
    reason: 'a solution held in the mouth was not studied', source: nowhere('no publication found') },
  { routes: ['iv'], formulations: ['injection', undefined], judgement: 'known', modelRoute: 'iv', dose: [5, 40], status: 'derived',
    reason: 'all of it reaches the circulation', source: from(['fanta2015', 'otto2021', 'hasan2021'], 'disposition of the composite model; doses it was compared with') },
  { routes: ['im'], formulations: ['injection', undefined], judgement: 'unknown',
    reason: 'bioavailability is handed down as 0.93 and could not be traced to a publication, and no absorption rate was found',
    source: nowhere('to be looked for in the papers of Grant 1981 and Clements 1982') },
  { routes: ['sc'], formulations: ['injection', undefined], judgement: 'unknown',
    reason: 'no absorption rate or bioavailability was found, only concentrations at the end of long infusions', source: nowhere('no publication found') },
]
