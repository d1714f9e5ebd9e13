import { bladder } from './bladder.ts'
import { historyCases } from './history.cases.ts'

// [E13]
historyCases(bladder, {
  item: 'bladder-symptoms-or-haematuria',
  kinds: ['bladder-disease'],
  yes: 'hold',
  resolved: 'caution',
  lastDay: '2026-02-02',
  tooOld: '2026-02-01',
})
