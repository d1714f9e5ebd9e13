/**
 * The phases and every way from one to another, drawn once. Of several arrows on one trigger the first whose guards all pass is
 * taken; an arrow without guards is never refused. `same` stays in the phase.
 */
import type { Phase } from '../case.ts'
import { phases } from '../case.ts'
import type { Trigger } from './event.ts'
import { taking } from './course.ts'
import type { GuardName } from './guards.ts'

export interface Arrow {
  readonly on: Trigger
  readonly from: readonly Phase[]
  readonly to: Phase | 'same'
  /** All must pass, in this order. */
  readonly guards: readonly GuardName[]
  /** Rules of docs/spec/pathway.md and the evidence behind the arrow. */
  readonly rules: readonly string[]
}

const trying: readonly Phase[] = ['titration', 'evaluation', 'maintenance']
/** Phases in which regular doses may be in force. */
export const dosed: readonly Phase[] = [...trying, 'taper']
const any: readonly Phase[] = phases

export const arrows: readonly Arrow[] = [
  // Decisions to give ketamine
  {
    on: 'test-dose',
    from: ['assessment', 'test-dose'],
    to: 'test-dose',
    guards: ['inOrder', 'signed', 'assessed', 'nothingOpen', 'testNotRunning', 'testDoseSize', 'withinCeilings'],
    rules: ['OP3', 'OP5', 'T02', 'CE0'],
  },
  {
    on: 'start',
    from: ['test-dose'],
    to: 'titration',
    guards: ['inOrder', 'signed', 'assessed', 'nothingOpen', 'tolerated', 'startSize', 'withinCeilings'],
    rules: ['OP3', 'OP4', 'OP5', 'CE0'],
  },
  {
    on: 'start',
    from: trying,
    to: 'titration',
    guards: ['inOrder', 'signed', 'assessed', 'nothingOpen', 'lapsed', 'tolerated', 'startSize', 'withinCeilings'],
    rules: ['T06', 'OP4', 'OP5', 'CE0'],
  },
  {
    on: 'step',
    from: ['titration', 'maintenance'],
    to: 'titration',
    guards: [
      'inOrder',
      'signed',
      'assessed',
      'nothingOpen',
      'doseInForce',
      'goesUp',
      'pressureSinceChange',
      'notChasing',
      'beforeDeadline',
      'withinCeilings',
    ],
    rules: ['T04', 'T08', 'T09', 'M08', 'OP5', 'CE0'],
  },
  // Decisions to go on
  {
    on: 'hold',
    from: dosed,
    to: 'same',
    guards: ['inOrder', 'signed', 'noStop', 'doseInForce', 'sameDose', 'gatePassed', 'withinCeilings'],
    rules: ['S01', 'S03', 'M13', 'OP5', 'CE0'],
  },
  {
    on: 'evaluate',
    from: ['titration'],
    to: 'evaluation',
    guards: ['inOrder', 'signed', 'noStop', 'doseInForce'],
    rules: ['S01'],
  },
  {
    on: 'maintain',
    from: ['evaluation'],
    to: 'maintenance',
    guards: ['inOrder', 'signed', 'assessed', 'noStop', 'doseInForce', 'responder'],
    rules: ['S01', 'S02', 'S03', 'OP16'],
  },
  // Decisions for less
  {
    on: 'reduce',
    from: trying,
    to: 'same',
    guards: ['inOrder', 'signed', 'noStop', 'doseInForce', 'goesDown', 'withinCeilings'],
    rules: ['S03', 'OP5', 'CE8'],
  },
  {
    on: 'taper',
    from: dosed,
    to: 'taper',
    guards: ['inOrder', 'signed', 'noEmergency', 'doseInForce', 'goesDown', 'withinCeilings'],
    rules: ['S04', 'OP10', 'OP12', 'CE8'],
  },
  { on: 'decline', from: ['assessment'], to: 'declined', guards: ['inOrder', 'signed'], rules: ['OP8'] },
  // The end, by anyone, at any time
  { on: 'stopped', from: taking, to: 'follow-up', guards: [], rules: ['OP1', 'S05'] },
  { on: 'stopped', from: ['assessment'], to: 'declined', guards: [], rules: ['OP1'] },
  { on: 'stopped', from: ['follow-up', 'declined', 'stopped'], to: 'same', guards: [], rules: ['OP1'] },
  { on: 'harm', from: taking, to: 'follow-up', guards: ['endsAtOnce'], rules: ['OP10', 'M02', 'M05', 'M06', 'S06'] },
  { on: 'diary', from: ['follow-up'], to: 'stopped', guards: ['watchedLongEnough'], rules: ['S05'] },
  { on: 'referred', from: ['follow-up', 'declined', 'stopped'], to: 'assessment', guards: ['inOrder'], rules: ['OP3'] },
  // What is written down where it stands
  {
    on: 'discharged',
    from: ['test-dose'],
    to: 'same',
    guards: ['inOrder', 'named', 'testRunning', 'fitToGoHome'],
    rules: ['T02', 'T03'],
  },
  { on: 'assessed', from: any, to: 'same', guards: ['inOrder'], rules: ['AS1'] },
  { on: 'evaluated', from: dosed, to: 'same', guards: ['inOrder'], rules: ['S01', 'S02', 'S03', 'OP16'] },
  { on: 'observed', from: any, to: 'same', guards: [], rules: ['T02', 'T03'] },
  { on: 'adverse-effect', from: any, to: 'same', guards: [], rules: ['T04'] },
  { on: 'pressure', from: any, to: 'same', guards: [], rules: ['M08', 'T03'] },
  { on: 'missed-doses', from: any, to: 'same', guards: [], rules: ['T06'] },
  { on: 'harm', from: any, to: 'same', guards: [], rules: ['M02', 'M05', 'M06', 'S06'] },
  { on: 'diary', from: any, to: 'same', guards: [], rules: ['S05'] },
  { on: 'day', from: any, to: 'same', guards: [], rules: ['S01', 'S03'] },
  {
    on: 'override',
    from: any,
    to: 'same',
    guards: ['inOrder', 'findingThere', 'person', 'expires', 'notEmergency'],
    rules: ['S06'],
  },
  {
    on: 'resolved',
    from: any,
    to: 'same',
    guards: ['inOrder', 'findingThere', 'person', 'resolvable'],
    rules: ['S06'],
  },
  { on: 'alert-assigned', from: any, to: 'same', guards: ['inOrder', 'alertThere', 'named'], rules: ['S06'] },
  { on: 'alert-done', from: any, to: 'same', guards: ['inOrder', 'alertThere', 'named'], rules: ['S06'] },
]
