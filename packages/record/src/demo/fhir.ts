/** From a story to FHIR R4: a collection of resources about one made-up person, each marked as synthetic. */
import type {
  Bundle,
  CodeableConcept,
  Observation,
  Quantity,
  QuestionnaireResponseItem,
  Resource,
} from '@medplum/fhirtypes'
import { screeningItems, type ScreeningItem } from '@anodyne/pathway'
import {
  CODES,
  FUNCTIONAL_GOAL,
  MASS_OF,
  PHASE,
  SCREENING_FORM,
  SYNTHETIC,
  TAGS,
  TEST_DOSE,
  TOLERATED,
  trialLinks,
} from '../codes/anodyne.ts'
import { ANODYNE, LOINC, RXNORM, SNOMED, UCUM } from '../codes/systems.ts'
import { screeningText, signText } from '../codes/screening-questions.ts'
import { labRows } from './labs.ts'
import type { Story, StoryKetamine, StoryMedicine } from './story.ts'

const HL7 = 'http://terminology.hl7.org/CodeSystem'

/** mg/mL of the demo's ketamine solution. */
const STRENGTH = 10

/** The same story and day: the same bundle, byte for byte. */
export function bundleOf(story: Story, today: string): Bundle {
  const day = (ago: number) => daysBefore(today, ago)
  const subject = { reference: `Patient/${story.id}` }
  const resources: Resource[] = [patient(story, today)]
  const add = <R extends Resource>(resource: R) => resources.push(resource)

  for (const { code, name, since } of story.conditions) {
    add({
      resourceType: 'Condition',
      clinicalStatus: coded(`${HL7}/condition-clinical`, 'active'),
      verificationStatus: coded(`${HL7}/condition-ver-status`, 'confirmed'),
      category: [coded(`${HL7}/condition-category`, 'problem-list-item')],
      code: coded(code[0], code[1], name),
      subject,
      onsetDateTime: day(since),
      recordedDate: day(since),
    })
  }
  for (const medicine of story.medicines) add(medicationRequest(medicine, subject, day))
  for (const [ago, nrs] of story.pain)
    add(
      observation(
        subject,
        day(ago),
        'survey',
        '72514-3',
        'Pain severity - 0-10 verbal numeric rating',
        quantity(nrs, '{score}'),
      ),
    )
  for (const [ago, systolic, diastolic] of story.pressures) add(pressure(subject, day(ago), systolic, diastolic))
  add(observation(subject, day(6), 'vital-signs', '29463-7', 'Body weight', quantity(story.weight, 'kg')))
  for (const [ago, total] of story.mood)
    add(observation(subject, day(ago), 'survey', '44261-6', 'PHQ-9 total score', quantity(total, '{score}')))
  for (const ago of story.labs?.ago ?? []) {
    const latest = ago === Math.min(...(story.labs?.ago ?? []))
    for (const { code, name, value, unit } of labRows(
      story.labs?.units ?? 'SI',
      latest ? story.labs?.change : undefined,
    ))
      add(observation(subject, day(ago), 'laboratory', code, name, quantity(value, unit)))
  }
  add(screening(story, subject, `${day(2)}T09:10:00Z`))
  if (story.ketamine) for (const resource of ketamine(story.ketamine, story.id, subject, day)) add(resource)
  return collection(story.id, today, resources)
}

function patient(story: Story, today: string): Resource {
  const year = Number(today.slice(0, 4)) - story.age
  // Born on a day before today's in the year, so that the age is the same on every day of it.
  return {
    resourceType: 'Patient',
    id: story.id,
    active: true,
    identifier: [{ system: `${ANODYNE}/NamingSystem/demo`, value: story.id }],
    name: [{ use: 'official', given: [story.given], family: `Demo-${story.family}` }],
    gender: story.gender,
    birthDate: `${year}-01-01`,
  }
}

function medicationRequest(
  { rxnorm, name, from, until, dose }: StoryMedicine,
  subject: { reference: string },
  day: (ago: number) => string,
): Resource {
  return {
    resourceType: 'MedicationRequest',
    status: until === undefined ? 'active' : 'stopped',
    intent: 'order',
    medicationCodeableConcept: {
      ...(rxnorm && { coding: [{ system: RXNORM, code: rxnorm, display: name }] }),
      text: name,
    },
    subject,
    authoredOn: day(from),
    ...(dose && {
      dosageInstruction: [
        {
          text: `${dose.mg} mg, ${dose.timesPerDay} times a day`,
          timing: {
            repeat: {
              frequency: dose.timesPerDay,
              period: 1,
              periodUnit: 'd' as const,
              ...(until !== undefined && { boundsPeriod: { start: day(from), end: day(until) } }),
            },
          },
          route: coded(SNOMED, '26643006', 'Oral route'),
          doseAndRate: [{ doseQuantity: quantity(dose.mg, 'mg') }],
        },
      ],
    }),
  }
}

function observation(
  subject: { reference: string },
  date: string,
  category: string,
  code: string,
  name: string,
  value: Quantity,
): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [coded(`${HL7}/observation-category`, category)],
    code: coded(LOINC, code, name),
    subject,
    effectiveDateTime: `${date}T08:30:00Z`,
    valueQuantity: value,
  }
}

function pressure(subject: { reference: string }, date: string, systolic: number, diastolic: number): Observation {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [coded(`${HL7}/observation-category`, 'vital-signs')],
    code: coded(LOINC, '85354-9', 'Blood pressure panel with all children optional'),
    subject,
    effectiveDateTime: `${date}T08:35:00Z`,
    component: [
      { code: coded(LOINC, '8480-6', 'Systolic blood pressure'), valueQuantity: quantity(systolic, 'mm[Hg]') },
      { code: coded(LOINC, '8462-4', 'Diastolic blood pressure'), valueQuantity: quantity(diastolic, 'mm[Hg]') },
    ],
  }
}

/** Everything asked, and nothing found unless the story says so. */
const favourable: ReadonlySet<ScreeningItem> = new Set<ScreeningItem>([
  'specialist-initiated',
  'contraception-adequate',
  'medication-list-complete',
  'adult-present',
  'urine-infection-excluded',
])

function screening(story: Story, subject: { reference: string }, authored: string): Resource {
  const yesNo = (linkId: string, text: string, valueBoolean: boolean): QuestionnaireResponseItem => ({
    linkId,
    text,
    answer: [{ valueBoolean }],
  })
  const answers = screeningItems.map((item) =>
    yesNo(item, screeningText[item], story.answers?.[item] ?? favourable.has(item)),
  )
  const signs = Object.entries(story.signs).map(([sign, seen]) =>
    yesNo(sign, signText[sign as keyof typeof signText], seen),
  )
  const trials = story.trials.map((trial) => ({
    linkId: trialLinks.group,
    item: [
      { linkId: trialLinks.class, answer: [{ valueString: trial.class }] },
      { linkId: trialLinks.name, answer: [{ valueString: trial.name }] },
      ...(trial.mgPerDay === undefined
        ? []
        : [{ linkId: trialLinks.mgPerDay, answer: [{ valueDecimal: trial.mgPerDay }] }]),
      ...(trial.days === undefined ? [] : [{ linkId: trialLinks.days, answer: [{ valueInteger: trial.days }] }]),
      ...(trial.relief === undefined
        ? []
        : [{ linkId: trialLinks.relief, answer: [{ valueInteger: Math.round(trial.relief * 100) }] }]),
      ...(trial.stopped === undefined
        ? []
        : [{ linkId: trialLinks.stopped, answer: [{ valueString: trial.stopped }] }]),
    ],
  }))
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${SCREENING_FORM}|1.0.0`,
    status: 'completed',
    subject,
    authored,
    item: [{ linkId: 'screening', item: answers }, { linkId: 'signs', item: signs }, ...trials],
  }
}

function ketamine(
  { phase, goal, testDose, orders }: StoryKetamine,
  id: string,
  subject: { reference: string },
  day: (ago: number) => string,
): Resource[] {
  const drug = {
    coding: [{ system: RXNORM, code: '6130', display: 'ketamine' }],
    text: `Ketamine (racemic) oral solution ${STRENGTH} mg/mL, strength as ketamine free base`,
  }
  const asBase = [{ url: MASS_OF, valueCode: 'base' }]
  const began = orders[0]!.ago
  return [
    {
      resourceType: 'Goal',
      id: `${id}-goal`,
      lifecycleStatus: 'active',
      achievementStatus: coded(`${HL7}/goal-achievement`, goal.status),
      category: [coded(CODES, FUNCTIONAL_GOAL)],
      description: { text: goal.name },
      subject,
      startDate: day(testDose.ago + 7),
      statusDate: day(3),
    },
    {
      resourceType: 'CarePlan',
      extension: [{ url: PHASE, valueCode: phase }],
      status: 'active',
      intent: 'plan',
      title: 'Supervised trial of oral ketamine',
      subject,
      period: { start: day(began) },
      created: day(began),
      goal: [{ reference: `Goal/${id}-goal` }],
    },
    {
      resourceType: 'MedicationAdministration',
      extension: [...asBase, { url: TOLERATED, valueBoolean: true }],
      status: 'completed',
      category: coded(CODES, TEST_DOSE),
      medicationCodeableConcept: drug,
      subject,
      effectiveDateTime: `${day(testDose.ago)}T10:00:00Z`,
      dosage: { route: coded(SNOMED, '26643006', 'Oral route'), dose: quantity(testDose.mg, 'mg') },
    },
    ...orders.map(({ ago, mg, supplyDays }, i): Resource => ({
      resourceType: 'MedicationRequest',
      extension: asBase,
      status: i === orders.length - 1 ? 'active' : 'completed',
      intent: 'order',
      medicationCodeableConcept: drug,
      subject,
      authoredOn: day(ago),
      dosageInstruction: [
        {
          text: `${mg} mg = ${mg / STRENGTH} mL of ${STRENGTH} mg/mL, by mouth, 3 times a day`,
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
          route: coded(SNOMED, '26643006', 'Oral route'),
          doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }, { doseQuantity: quantity(mg / STRENGTH, 'mL') }],
        },
      ],
      dispenseRequest: { expectedSupplyDuration: { value: supplyDays, unit: 'days', system: UCUM, code: 'd' } },
    })),
  ]
}

function collection(id: string, today: string, resources: readonly Resource[]): Bundle {
  const meta = {
    security: [{ system: `${HL7}/v3-ActReason`, code: 'HTEST', display: 'test health data' }],
    tag: [{ system: TAGS, code: SYNTHETIC, display: 'Synthetic: not a person' }],
  }
  return {
    resourceType: 'Bundle',
    id: `${id}-record`,
    meta,
    type: 'collection',
    timestamp: `${today}T00:00:00Z`,
    entry: resources.map((resource, i) => {
      const own = resource.id ?? `${id}-${String(i).padStart(3, '0')}`
      return { fullUrl: `${ANODYNE}/${resource.resourceType}/${own}`, resource: { ...resource, id: own, meta } }
    }),
  }
}

function coded(system: string, code: string, display?: string): CodeableConcept {
  return { coding: [{ system, code, ...(display && { display }) }], ...(display && { text: display }) }
}

const quantity = (value: number, code: string): Quantity => ({ value, unit: code, system: UCUM, code })

function daysBefore(today: string, ago: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10)
}
