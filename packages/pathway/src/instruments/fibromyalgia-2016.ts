/**
 * 2016 fibromyalgia criteria: WPI (19 areas), SSS (0–12), generalised pain (4 of 5 regions; jaw, chest and abdomen do not count
 * there) and three months. FS = WPI + SSS, 0–31. WPI of 4 to 6 in the second alternative: pages that print 3 to 6 quote 2011.
 */
import { choices, yesNo } from './choices.ts'
import type { Instrument, Item } from './instrument.ts'

const area = (id: string, says: string): Item => ({
  id,
  asks: `In the past week, have you had pain in the ${says}?`,
  choices: yesNo,
})
const limbs = (side: 'left' | 'right'): Item[] => [
  area(`jaw-${side}`, `${side} jaw`),
  area(`shoulder-${side}`, `${side} shoulder`),
  area(`upper-arm-${side}`, `${side} upper arm`),
  area(`lower-arm-${side}`, `${side} lower arm`),
  area(`hip-${side}`, `${side} hip or buttock`),
  area(`upper-leg-${side}`, `${side} upper leg`),
  area(`lower-leg-${side}`, `${side} lower leg`),
]
const areas: Item[] = [
  ...limbs('left'),
  ...limbs('right'),
  area('neck', 'neck'),
  area('upper-back', 'upper back'),
  area('lower-back', 'lower back'),
  area('chest', 'chest'),
  area('abdomen', 'belly'),
]
const severity = choices(
  0,
  'No problem',
  'Slight or mild, generally mild or intermittent',
  'Moderate, often present or at a moderate level',
  'Severe: pervasive, continuous, disturbing life',
)
const symptoms: Item[] = [
  { id: 'fatigue', asks: 'Over the past week, how bad was fatigue?', choices: severity },
  { id: 'unrefreshed', asks: 'Over the past week, how bad was waking up unrefreshed?', choices: severity },
  { id: 'cognitive', asks: 'Over the past week, how bad was trouble thinking or remembering?', choices: severity },
  { id: 'headaches', asks: 'During the past 6 months, have you had headaches?', choices: yesNo },
  {
    id: 'abdominal-cramps',
    asks: 'During the past 6 months, have you had pain or cramps in the lower belly?',
    choices: yesNo,
  },
  { id: 'depression', asks: 'During the past 6 months, have you had depression?', choices: yesNo },
]
const ids = (items: readonly Item[]) => items.map((item) => item.id)
const source = 'Wolfe 2016, doi:10.1016/j.semarthrit.2016.08.012'

export const fibromyalgia2016: Instrument = {
  id: 'fibromyalgia-2016',
  version: '2016',
  name: 'Fibromyalgia criteria, 2016 revision',
  measures: 'widespread pain and symptom severity',
  recall: 'as each question says',
  licence: { kind: 'embeddable', says: 'Criteria are facts; the questions are worded for this project.' },
  origin: { status: 'published', source },
  items: [
    ...areas,
    ...symptoms,
    {
      id: 'three-months',
      asks: 'Have the pain and these problems been there for at least 3 months?',
      choices: yesNo,
    },
  ],
  total: { kind: 'sum', items: [...ids(areas), ...ids(symptoms)] },
  subscores: [
    { id: 'WPI', kind: 'sum', items: ids(areas) },
    { id: 'SSS', kind: 'sum', items: ids(symptoms) },
    {
      id: 'regions',
      kind: 'groups',
      groups: [
        ['shoulder-left', 'upper-arm-left', 'lower-arm-left'],
        ['shoulder-right', 'upper-arm-right', 'lower-arm-right'],
        ['hip-left', 'upper-leg-left', 'lower-leg-left'],
        ['hip-right', 'upper-leg-right', 'lower-leg-right'],
        ['neck', 'upper-back', 'lower-back'],
      ],
    },
    { id: 'three-months', kind: 'sum', items: ['three-months'] },
  ],
  conclusion: {
    met: 'criteria met',
    notMet: 'criteria not met',
    alternatives: [
      [
        { subscore: 'WPI', from: 7 },
        { subscore: 'SSS', from: 5 },
        { subscore: 'regions', from: 4 },
        { subscore: 'three-months', from: 1 },
      ],
      [
        { subscore: 'WPI', from: 4, to: 6 },
        { subscore: 'SSS', from: 9 },
        { subscore: 'regions', from: 4 },
        { subscore: 'three-months', from: 1 },
      ],
    ],
    status: 'published',
    source: `${source}: valid irrespective of other diagnoses`,
  },
  change: { improved: [] },
}
