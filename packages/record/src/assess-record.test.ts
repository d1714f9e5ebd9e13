import { defaultProtocol } from '@anodyne/evidence'
import { readProtocol, type Assessment, type Protocol } from '@anodyne/pathway'
import { forecastBasis } from '@anodyne/pharmacology'
import { describe, expect, it } from 'vitest'
import { assessRecord } from './assess-record.ts'
import { demoPatients } from './demo/index.ts'
import { forecastFor } from './forecast-for.ts'
import { hashOf } from './hash.ts'
import { readCase } from './read/index.ts'

const TODAY = '2026-03-02'

function protocol(): Protocol {
  const read = readProtocol(defaultProtocol)
  if ('issues' in read) throw new Error(JSON.stringify(read.issues))
  return read.protocol
}

function bundleOf(id: string) {
  const found = demoPatients(TODAY).find((d) => d.id.includes(id))
  if (!found) throw new Error(`no demo patient ${id}`)
  return found.bundle
}

const assessed = (id: string, change: { weight?: number; protocol?: Protocol } = {}): Assessment =>
  assessRecord(bundleOf(id), { asOf: TODAY, protocol: protocol(), n: 50, ...change })

it('[AR1] gives the same assessment for the same record, bit for bit, through JSON and back', () => {
  const once = assessed('improving')
  expect(JSON.stringify(assessed('improving'))).toBe(JSON.stringify(once))
  expect(JSON.parse(JSON.stringify(once))).toEqual(once)
})

it('[AR2] names record, protocol and model by hash, and each follows its content', () => {
  const a = assessed('suitable')
  for (const hash of [a.record, a.protocol.hash, a.model.hash]) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const p = protocol()
  const strength = p.limits['dose.strength']
  if (!strength) throw new Error('no dose.strength')
  const b = assessed('suitable', {
    protocol: { ...p, limits: { ...p.limits, 'dose.strength': { ...strength, value: 20 } } },
  })
  expect(b.protocol.hash).not.toBe(a.protocol.hash)
  expect(b.record).toBe(a.record)
  expect(assessed('psychosis').record).not.toBe(a.record)
  // The model's is of effects, too: another chance to respond is another model.
  expect(a.model.hash).toBe(hashOf(forecastBasis))
  const { effects } = forecastBasis
  const rosier = { ...forecastBasis, effects: { ...effects, responds: { ...effects.responds, value: 0.5 } } }
  expect(hashOf(rosier)).not.toBe(a.model.hash)
  expect(hashOf(forecastBasis.model)).not.toBe(a.model.hash)
})

it('[AR3] puts a given weight before the recorded one, and shows it as given', () => {
  const given = assessed('suitable', { weight: 102 })
  expect(given.person.weight).toBe(102)
  expect(assessed('suitable').person.weight).not.toBe(102)
  expect(JSON.stringify(given.options)).toContain('given with the request')
})

it('[AR3] a given weight also stands before one recorded the same day, for the ceilings too', () => {
  const bundle = structuredClone(bundleOf('improving'))
  const weighed = bundle.entry?.flatMap(({ resource }) =>
    resource?.resourceType === 'Observation' && resource.valueQuantity?.code === 'kg' ? [resource] : [],
  )
  for (const observation of weighed ?? []) {
    observation.effectiveDateTime = `${TODAY}T08:00:00Z`
    observation.valueQuantity!.value = 25
  }
  const stepped = (weight?: number) =>
    assessRecord(bundle, {
      asOf: TODAY,
      protocol: protocol(),
      n: 5,
      ...(weight !== undefined && { weight }),
    }).options.find((o) => o.kind === 'step')!.blockedBy
  expect(weighed?.length).toBeGreaterThan(0)
  expect(stepped()).toContain('T08')
  expect(stepped(80)).not.toContain('T08')
})

it('[EP1] one absurd number in a record never stops the reading of the rest', () => {
  for (const demo of demoPatients(TODAY)) {
    for (const absurd of [-1, 0, 1e-3, 600, 1e9]) {
      const bundle = JSON.parse(
        JSON.stringify(demo.bundle, (key, value: unknown) =>
          key === 'value' && typeof value === 'number' ? absurd : key === 'birthDate' ? '1850-01-01' : value,
        ),
      ) as typeof demo.bundle
      const { findings, options } = assessRecord(bundle, { asOf: TODAY, protocol: protocol(), n: 2 })
      expect(findings.find((f) => f.rule === 'E09')?.kind, `${demo.id}, ${absurd}`).not.toBe('clear')
      for (const { kind, blockedBy } of options)
        if (['test-dose', 'start', 'step'].includes(kind)) expect(blockedBy, `${demo.id}, ${absurd}`).not.toEqual([])
    }
  }
})

it('[AR4] counts the doses since the last step, starts today, and says what it leaves out', () => {
  const { case: facts } = readCase(bundleOf('improving'), TODAY)
  const ahead = { mg: 15, timesPerDay: 3, days: 28 }
  const going = forecastFor(facts, 50, 1)(ahead)
  const { order: _, ...naive } = facts.ketamine
  const fresh = forecastFor({ ...facts, ketamine: naive }, 50, 1)(ahead)
  expect(going.hours[0]).toBe(0)
  expect(going.hours.at(-1)).toBe(28 * 24)
  expect(fresh.relief.median[0]).toBe(0)
  expect(going.relief.median[0]).toBeGreaterThan(0.01)
  expect(going.assumed.join(' ')).toMatch(/last \d+ days; earlier doses are not counted/)
  expect(fresh.assumed.join(' ')).not.toMatch(/earlier doses/)
})

it('[AR5] says that a forecast has not learned from this person', () => {
  const forecasts = assessed('improving').options.flatMap((o) => (o.forecast ? [o.forecast] : []))
  expect(forecasts.length).toBeGreaterThan(1)
  for (const { assumed } of forecasts) expect(assumed.join(' ')).toMatch(/people like this one.*not used yet/)
})

describe('[AR6] each demo patient shows what it is about', () => {
  const giving = ['test-dose', 'start', 'step']
  it.each([
    ['suitable', undefined, 'test-dose', []],
    ['psychosis', ['E03', 'stop'], 'stop', giving],
    ['pressure', ['E06', 'stop'], 'hold', giving],
    ['clarithromycin', ['I01', 'stop'], 'hold', giving],
    ['fibromyalgia', ['E02', 'caution'], 'test-dose', []],
    ['no-labs', ['E09', 'missing'], 'hold', giving],
    ['improving', ['S04', 'caution'], 'hold', []],
    ['bladder', ['M05', 'stop'], 'stop', ['step', 'hold']],
  ] as const)('%s', (id, finding, open, blocked) => {
    const { findings, options } = assessed(id)
    if (finding) expect(findings.find((f) => f.rule === finding[0])?.kind).toBe(finding[1])
    expect(options.find((o) => o.kind === open)?.blockedBy).toEqual([])
    for (const option of options) {
      if (blocked.some((kind) => kind === option.kind)) expect(option.blockedBy, option.kind).not.toEqual([])
    }
  })
})

it('[RR9] offers nothing for a person who has died', () => {
  const bundle = structuredClone(bundleOf('suitable'))
  const patient = bundle.entry?.map((e) => e.resource).find((r) => r?.resourceType === 'Patient')
  if (!patient) throw new Error('no Patient')
  const options = (asOf: string) => assessRecord(bundle, { asOf, protocol: protocol(), n: 50 }).options
  patient.deceasedDateTime = TODAY
  expect(options('2026-03-01')).not.toEqual([])
  expect(options(TODAY)).toEqual([])
})
