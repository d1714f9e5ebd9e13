import type { FindingKind, Phase } from '@anodyne/pathway'
import type { PatientRow, Realm } from '@anodyne/server'
import { expect, it } from 'vitest'
import { apart, attentionFirst } from './order.ts'

const row = (name: string, kind: FindingKind, phase: Phase, of = 1, realm: Realm = 'demo'): PatientRow => ({
  realm,
  id: name,
  name,
  synthetic: true,
  phase,
  worst: { kind, rule: 'E01', because: 'because' },
  counts: { stop: 0, hold: 0, missing: 0, caution: 0, clear: 0, [kind]: of },
})

it('[WE03] puts the worst finding first, and of equals the one who takes the drug', () => {
  const rows = [
    row('Clear', 'clear', 'maintenance'),
    row('Declined', 'stop', 'assessment'),
    row('Missing', 'missing', 'titration'),
    row('Symptoms', 'stop', 'maintenance'),
    row('Few', 'hold', 'assessment', 1),
    row('Many', 'hold', 'assessment', 3),
  ]
  expect(attentionFirst(rows).map((r) => r.name)).toEqual(['Symptoms', 'Declined', 'Many', 'Few', 'Missing', 'Clear'])
})

it('[WE03] keeps synthetic patients apart from the clinic’s and loses no one', () => {
  const { clinic, synthetic } = apart([row('A', 'hold', 'assessment', 1, 'clinic'), row('B', 'stop', 'assessment')])
  expect(clinic.map((r) => r.name)).toEqual(['A'])
  expect(synthetic.map((r) => r.name)).toEqual(['B'])
})
