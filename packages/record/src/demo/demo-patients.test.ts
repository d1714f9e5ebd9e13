import { describe, expect, it } from 'vitest'
import { readBundle } from '../read/bundle.ts'
import { readCase } from '../read/case.ts'
import { invariants } from '../read/invariants.cases.ts'
import { validate } from '../validate/validate.ts'
import { demoPatients } from './index.ts'

const today = '2026-03-02'
const demos = demoPatients(today)

const caseOf = (id: string) => {
  const read = readBundle(JSON.stringify(demos.find((d) => d.id === id)?.bundle))
  if ('refusal' in read) throw new Error(read.refusal.message)
  return readCase(read.bundle, today).case
}

describe('demo patients', () => {
  it('[RR31] are eight, each under its own name and id', () => {
    expect(demos.map((d) => d.id)).toEqual([
      'demo-suitable',
      'demo-psychosis',
      'demo-pressure',
      'demo-clarithromycin',
      'demo-fibromyalgia',
      'demo-no-labs',
      'demo-improving',
      'demo-bladder',
    ])
    expect(new Set(demos.map((d) => caseOf(d.id).person.name)).size).toBe(8)
    for (const { id } of demos)
      expect(caseOf(id).person).toMatchObject({ id, synthetic: true, name: expect.stringContaining('Demo-') as string })
  })

  it.each(demos)('[RR31] $id is valid R4, read without an issue, every resource marked', ({ bundle }) => {
    const result = readCase(bundle, today)
    expect(result.issues).toEqual([])
    invariants(bundle, result)
    expect(validate(bundle)).toEqual([])
    for (const { resource } of bundle.entry ?? []) {
      expect(resource?.meta?.security?.[0]?.code).toBe('HTEST')
      expect(resource?.meta?.tag?.[0]?.code).toBe('synthetic')
    }
    expect(result.case.measurements.painNRS?.length).toBeGreaterThan(5)
    expect(Object.keys(result.case.screening)).toHaveLength(26)
  })

  it('[RR31] are the same on the same day, and as old on another', () => {
    expect(JSON.stringify(demoPatients(today))).toBe(JSON.stringify(demos))
    for (const day of ['2024-02-29', '2026-12-31', '2027-01-01']) {
      for (const { bundle } of demoPatients(day)) {
        expect(readCase(bundle, day).issues).toEqual([])
        expect(readCase(bundle, day).case.person.age).toBe(caseOf(bundle.id!.replace('-record', '')).person.age)
      }
    }
    expect(() => demoPatients('soon')).toThrow(RangeError)
  })

  it('[RR31] tell their stories', () => {
    const has = (id: string, kind: string) => caseOf(id).conditions.some((c) => c.value.kinds.includes(kind as never))
    expect(caseOf('demo-suitable')).toMatchObject({
      bloodPressure: [{ value: { systolic: 124, diastolic: 78 } }, {}, {}],
      ketamine: { phase: 'assessment' },
    })
    expect(caseOf('demo-suitable').treatments.filter((t) => t.value.class === 'medication')).toHaveLength(3)
    expect(has('demo-psychosis', 'psychosis')).toBe(true)
    expect(caseOf('demo-pressure').bloodPressure[0]?.value).toEqual({ systolic: 172, diastolic: 104 })
    expect(
      caseOf('demo-clarithromycin').medications?.some(
        (m) => m.value.status === 'current' && m.value.ingredients.includes('clarithromycin'),
      ),
    ).toBe(true)
    expect(has('demo-fibromyalgia', 'chronic-primary-pain')).toBe(true)
    expect(Object.keys(caseOf('demo-no-labs').measurements).sort()).toEqual(['PHQ9', 'painNRS', 'weight'])
    expect(caseOf('demo-improving')).toMatchObject({
      ketamine: {
        phase: 'titration',
        started: '2026-01-26',
        lastStep: '2026-02-09',
        order: { value: { mg: 15, mL: 1.5, strength: 10, timesPerDay: 3, supplyDays: 7, route: 'oral' } },
        baselinePain: { value: 7 },
        goal: { value: { met: true } },
        testDose: { value: { mg: 10, tolerated: true } },
      },
    })
    expect(caseOf('demo-improving').measurements.painNRS?.[0]?.value).toBe(4)
    expect(caseOf('demo-bladder')).toMatchObject({
      ketamine: { phase: 'maintenance' },
      screening: { 'bladder-symptoms-new': { value: true }, 'urine-infection-excluded': { value: true } },
    })
  })
})
