/**
 * ASQ: Ask Suicide-Screening Questions. A yes, or a refusal, to any of four is a positive screen; a fifth then asks about now.
 * There is no total: one yes is enough.
 */
import { yesNo } from './choices.ts'
import type { Instrument, Item } from './instrument.ts'

const source = 'Horowitz 2020, doi:10.1016/j.psym.2020.04.008, and the NIMH toolkit'

const item = (number: number, asks: string): Item => ({
  id: String(number),
  asks,
  choices: yesNo,
  safety: {
    from: 1,
    unanswered: 'route',
    reason: `Positive suicide screen (ASQ question ${number})`,
    rules: ['E15', 'M09'],
    status: 'published',
    source: `${source}: a yes or a refusal is positive; that a question left out counts the same is an engineering choice`,
  },
})

export const asq: Instrument = {
  id: 'asq',
  version: 'NIMH 2017',
  name: 'ASQ',
  measures: 'suicide risk',
  recall: 'as each question says',
  licence: {
    kind: 'embeddable',
    says: 'NIMH calls it a free resource for medical settings; work of the United States government.',
  },
  origin: { status: 'published', source },
  items: [
    item(1, 'In the past few weeks, have you wished you were dead?'),
    item(2, 'In the past few weeks, have you felt that you or your family would be better off if you were dead?'),
    item(3, 'In the past week, have you been having thoughts about killing yourself?'),
    item(4, 'Have you ever tried to kill yourself?'),
    {
      id: '5',
      asks: 'Are you having thoughts of killing yourself right now?',
      choices: yesNo,
      onlyAfter: ['1', '2', '3', '4'],
      safety: {
        from: 1,
        nowFrom: 1,
        unanswered: 'route',
        reason: 'Thoughts of suicide right now (ASQ question 5): do not leave the person alone',
        rules: ['E15', 'S06'],
        status: 'published',
        source: `${source}: an acute positive screen`,
      },
    },
  ],
  subscores: [{ id: 'yes', kind: 'sum', items: ['1', '2', '3', '4'] }],
  conclusion: {
    met: 'positive screen',
    notMet: 'negative screen',
    alternatives: [[{ subscore: 'yes', from: 1 }]],
    status: 'published',
    source: `${source}: adults, sensitivity 100 %, specificity 89 %, n = 727`,
  },
  change: { improved: [] },
}
