import { historyCases } from './history.cases.ts'
import { suicidality } from './suicidality.ts'

// [E15]
historyCases(suicidality, {
  item: 'suicidal-now',
  kinds: ['suicidality'],
  yes: 'stop',
  resolved: 'caution',
  lastDay: '2026-02-02',
  tooOld: '2026-02-01',
})
