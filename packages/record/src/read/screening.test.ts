import { describe, expect, it } from 'vitest'
import { painSigns, screeningItems } from '@anodyne/pathway'
import { SCREENING_FORM, trialLinks } from '../codes/anodyne.ts'
import { screeningForm } from '../codes/screening-form.ts'
import { validate } from '../validate/validate.ts'
import { issuesOf, read, subject } from './record.fixture.ts'

const form = (item: object[], more: object = {}) => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: SCREENING_FORM,
  status: 'completed',
  subject,
  authored: '2026-02-28',
  item,
  ...more,
})
const answer = (linkId: string, ...answers: object[]) => ({ linkId, answer: answers })
const yes = { valueBoolean: true }
const no = { valueBoolean: false }

describe('the screening form', () => {
  it('[RR32] asks every screening item, every pain sign, and for trials', () => {
    const links = (items: typeof screeningForm.item = []): string[] =>
      items.flatMap((i) => [...(i.type === 'group' && !i.repeats ? [] : [i.linkId ?? '']), ...links(i.item)])
    expect(links(screeningForm.item)).toEqual([...screeningItems, ...painSigns, ...Object.values(trialLinks)])
    expect(validate(screeningForm)).toEqual([])
  })

  it('[RR23] answered, in groups or not, by boolean or by a code for yes and no', () => {
    const coded = (code: string) => ({ valueCoding: { code } })
    const { screening, signs } = read(
      form(
        [
          {
            linkId: 'screening',
            item: [
              answer('pregnant', no),
              answer('frail', coded('373066001')),
              answer('glaucoma-severe', coded('LA32-8')),
            ],
          },
          answer('fatigue', yes),
        ],
        { questionnaire: `${SCREENING_FORM}|1.0.0` },
      ),
    ).case
    expect(Object.entries(screening).map(([k, f]) => [k, f.value])).toEqual([
      ['pregnant', false],
      ['frail', true],
      ['glaucoma-severe', false],
    ])
    expect(signs.fatigue).toMatchObject({
      value: true,
      at: '2026-02-28',
      where: 'Bundle.entry[1].resource.item[1]',
      says: 'Is there marked fatigue? Yes (asked 2026-02-28)',
    })
  })

  it('[RR23] the newest answer stands, also when it is unknown or cannot be read', () => {
    const older = form([answer('pregnant', no)], { authored: '2026-01-01' })
    const newer = (...item: object[]) => read(form(item), older).case.screening.pregnant
    expect(newer(answer('pregnant', yes))?.value).toBe(true)
    expect(newer(answer('pregnant', { valueCoding: { code: 'asked-unknown' } }))).toBeUndefined()
    expect(newer(answer('pregnant', { valueString: 'perhaps' }))).toBeUndefined()
    expect(newer(answer('pregnant', yes, no))).toBeUndefined()
    expect(newer(answer('pregnant'))?.at).toBe('2026-01-01')
  })

  it.each([
    ['answer-unreadable', form([answer('pregnant', { valueString: 'perhaps' })]), 'item[0].answer'],
    ['question-unknown', form([answer('favourite-colour', yes)]), 'item[0]'],
    ['form-not-completed', form([answer('pregnant', no)], { status: 'in-progress' }), 'status'],
    ['date-missing', form([], { authored: undefined }), 'authored'],
    ['in-the-future', form([answer('pregnant', no)], { authored: '2026-03-03' }), 'authored'],
  ])('[RR23] %s', (code, response, path) => {
    const result = read(response)
    expect(result.case.screening).toEqual({})
    expect(issuesOf(result)).toEqual([[code, path]])
  })

  it('[RR23] another form is not read', () => {
    expect(
      read(form([answer('pregnant', no)], { questionnaire: 'https://other.example/form' })).case.screening,
    ).toEqual({})
  })
})

describe('a documented trial', () => {
  const trial = (values: Record<string, object>) =>
    form([{ linkId: trialLinks.group, item: Object.entries(values).map(([linkId, value]) => answer(linkId, value)) }])
  const amitriptyline = {
    'trial-class': { valueString: 'medication' },
    'trial-name': { valueString: 'Amitriptyline' },
    'trial-mg-per-day': { valueDecimal: 75 },
    'trial-days': { valueInteger: 112 },
    'trial-relief-percent': { valueInteger: 10 },
    'trial-stopped': { valueCoding: { code: 'no-effect' } },
  }

  it('[RR22] has its dose, days, relief and why it was stopped', () => {
    expect(read(trial(amitriptyline)).case.treatments).toEqual([
      {
        value: {
          class: 'medication',
          name: 'Amitriptyline',
          ingredient: 'amitriptyline',
          mgPerDay: 75,
          days: 112,
          relief: 0.1,
          stopped: 'no-effect',
          evidence: 'trial-documented',
        },
        at: '2026-02-28',
        where: 'Bundle.entry[1].resource.item[0]',
        says: 'Amitriptyline, 75 mg/d, 112 days, 10 % relief, stopped: no effect (trial, asked 2026-02-28)',
      },
    ])
  })

  it('[RR22] of which nothing more is known stays unknown, and an impossible answer is an issue', () => {
    const { 'trial-class': kind, 'trial-name': name } = amitriptyline
    expect(read(trial({ 'trial-class': kind, 'trial-name': name })).case.treatments[0]?.value).toEqual({
      class: 'medication',
      name: 'Amitriptyline',
      ingredient: 'amitriptyline',
      evidence: 'trial-documented',
    })
    const odd = read(
      trial({
        ...amitriptyline,
        'trial-days': { valueInteger: -3 },
        'trial-relief-percent': { valueInteger: 140 },
        'trial-stopped': { valueString: 'bored' },
      }),
    )
    expect(odd.issues.map((i) => i.code)).toEqual(['answer-unreadable', 'answer-unreadable', 'answer-unreadable'])
    expect(odd.case.treatments[0]?.value).not.toHaveProperty('days')
    expect(read(trial({ 'trial-name': name })).case.treatments).toEqual([])
  })
})
