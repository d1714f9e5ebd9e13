/** Our own screening form, answered: yes/no items, pain signs, and documented treatment trials. */
import {
  painSigns,
  screeningItems,
  treatmentClasses,
  type Case,
  type Fact,
  type PainSign,
  type ScreeningItem,
  type Treatment,
} from '@anodyne/pathway'
import { SCREENING_FORM, trialLinks } from '../codes/anodyne.ts'
import { questionText } from '../codes/screening-questions.ts'
import { byNewest, day } from './date.ts'
import { bool, num, obj, objects, quote, str, type Json } from './json.ts'
import { readIngredients } from './medication-name.ts'
import type { RecordReader } from './record.ts'

export type ReadScreening = Pick<Case, 'screening' | 'signs'> & { readonly trials: readonly Fact<Treatment>[] }

interface Answered {
  readonly item: Json
  readonly path: string
  readonly at?: string
}

export function readScreening(record: RecordReader): ReadScreening {
  const screening: Partial<Record<ScreeningItem, Fact<boolean>>> = {}
  const signs: Partial<Record<PainSign, Fact<boolean>>> = {}
  const trials: Fact<Treatment>[] = []
  const answered = new Set<string>()
  for (const { item, path, at } of forms(record)) {
    const linkId = str(item.linkId) ?? ''
    if (linkId === trialLinks.group) {
      const trial = readTrial(record, item, path, at)
      if (trial) trials.push(trial)
      continue
    }
    if (!isScreening(linkId) && !isSign(linkId)) {
      if (linkId !== '' && !objects(item.item).length)
        record.issue(path, 'question-unknown', `the screening form has no question ${quote(linkId)}; not used`)
      continue
    }
    // Newest form first, and the newest answer stands, also when it is "unknown" or cannot be read.
    if (answered.has(linkId) || objects(item.answer).length === 0) continue
    answered.add(linkId)
    const fact = readAnswer(record, item, path, linkId, at)
    if (!fact) continue
    if (isScreening(linkId)) screening[linkId] = fact
    else signs[linkId] = fact
  }
  return { screening, signs, trials }
}

/** Every item of every completed form, groups opened, newest form first. */
function forms(record: RecordReader): Answered[] {
  const found = record.about('QuestionnaireResponse').flatMap((entry) => {
    const { resource, path } = entry
    if (str(resource.questionnaire)?.split('|')[0] !== SCREENING_FORM) return []
    if (resource.status !== 'completed' && resource.status !== 'amended') {
      record.issue(
        `${path}.status`,
        'form-not-completed',
        `the screening form is ${quote(resource.status)}; expected completed or amended; not used`,
      )
      return []
    }
    const { at, future } = record.when(entry, ['authored'])
    if (future) return []
    if (!at) record.issue(`${path}.authored`, 'date-missing', 'the screening form has no date: its answers are undated')
    return [{ items: items(resource, path, 0), ...(at && { at }) }]
  })
  return found.sort(byNewest).flatMap(({ items: list, at }) => list.map((a) => ({ ...a, ...(at && { at }) })))
}

/** Groups are opened, except a trial, which is read as one. Forms are shallow; a deeper one is not ours. */
function items(parent: Json, path: string, depth: number): Answered[] {
  if (depth > 8) return []
  return objects(parent.item).flatMap(({ at, value }) => {
    const here = { item: value, path: `${path}.item[${at}]` }
    return value.linkId === trialLinks.group ? [here] : [here, ...items(value, here.path, depth + 1)]
  })
}

/** SNOMED CT, LOINC answers, HL7 v2-0136 and v3 null flavours. */
const yes = new Set(['373066001', 'LA33-6', 'Y', 'yes', 'true'])
const no = new Set(['373067005', 'LA32-8', 'N', 'no', 'false'])
const unknown = new Set(['UNK', 'ASKU', 'asked-unknown', 'unknown', '261665006', 'LA4489-6'])

function readAnswer(
  record: RecordReader,
  item: Json,
  path: string,
  linkId: ScreeningItem | PainSign,
  at: string | undefined,
): Fact<boolean> | undefined {
  const answers = objects(item.answer).map((a) => a.value)
  const value = answers.length === 1 ? booleanOf(answers[0]!) : undefined
  if (value === 'unknown') return undefined
  if (value === undefined) {
    record.issue(
      `${path}.answer`,
      'answer-unreadable',
      `${quote(linkId)} is answered with ${quote(answers.length === 1 ? answers[0] : answers, 80)}; expected yes or no; not used`,
    )
    return undefined
  }
  return {
    value,
    ...(at && { at }),
    where: path,
    says: `${questionText[linkId]} ${value ? 'Yes' : 'No'} (asked ${at ? day(at) : 'on an unknown day'})`,
  }
}

function booleanOf(answer: Json): boolean | 'unknown' | undefined {
  const plain = bool(answer.valueBoolean)
  if (plain !== undefined) return plain
  const code = str(obj(answer.valueCoding)?.code)
  if (code === undefined) return undefined
  return yes.has(code) ? true : no.has(code) ? false : unknown.has(code) ? 'unknown' : undefined
}

const stops = ['intolerance', 'contraindication', 'no-effect', 'other'] as const

function readTrial(
  record: RecordReader,
  group: Json,
  path: string,
  at: string | undefined,
): Fact<Treatment> | undefined {
  const answers = new Map(
    objects(group.item).map(({ value, at: i }) => [
      str(value.linkId),
      { answer: objects(value.answer)[0]?.value, path: `${path}.item[${i}]` },
    ]),
  )
  const text = (link: string) => {
    const answer = answers.get(link)?.answer
    return str(answer?.valueString) ?? str(obj(answer?.valueCoding)?.code)
  }
  const refuse = (link: string, expected: string) => {
    const found = answers.get(link)
    record.issue(
      found?.path ?? path,
      'answer-unreadable',
      `treatment trial: ${quote(link)} is ${quote(found?.answer ?? 'missing')}; expected ${expected}`,
    )
    return undefined
  }
  const number = (link: string, low: number, high: number) => {
    const answer = answers.get(link)?.answer
    if (!answer) return undefined
    const value = num(answer.valueDecimal) ?? num(answer.valueInteger)
    return value !== undefined && value >= low && value <= high
      ? value
      : refuse(link, `a number from ${low} to ${high}`)
  }
  const kind = treatmentClasses.find((c) => c === text(trialLinks.class))
  const name = text(trialLinks.name)
  if (!kind) return refuse(trialLinks.class, treatmentClasses.join(', '))
  if (!name) return refuse(trialLinks.name, 'the name of the treatment')
  const given = text(trialLinks.stopped)
  const stopped = stops.find((s) => s === given)
  if (given !== undefined && !stopped) refuse(trialLinks.stopped, stops.join(', '))
  const ingredient = kind === 'medication' ? readIngredients({ text: name }).ingredients[0] : undefined
  const mgPerDay = number(trialLinks.mgPerDay, 0.001, 20_000)
  const days = number(trialLinks.days, 1, 40_000)
  const percent = number(trialLinks.relief, 0, 100)
  const said = [
    mgPerDay !== undefined && `${mgPerDay} mg/d`,
    days !== undefined && `${days} days`,
    percent !== undefined && `${percent} % relief`,
    stopped && `stopped: ${stopped.replace('-', ' ')}`,
  ].filter((part) => typeof part === 'string')
  return {
    value: {
      class: kind,
      name,
      ...(ingredient && { ingredient }),
      ...(mgPerDay !== undefined && { mgPerDay }),
      ...(days !== undefined && { days }),
      ...(stopped && { stopped }),
      ...(percent !== undefined && { relief: percent / 100 }),
      evidence: 'trial-documented',
    },
    ...(at && { at }),
    where: path,
    says: `${name}${said.length > 0 ? `, ${said.join(', ')}` : ''} (trial, asked ${at ? day(at) : 'on an unknown day'})`,
  }
}

const isScreening = (linkId: string): linkId is ScreeningItem => (screeningItems as readonly string[]).includes(linkId)
const isSign = (linkId: string): linkId is PainSign => (painSigns as readonly string[]).includes(linkId)
