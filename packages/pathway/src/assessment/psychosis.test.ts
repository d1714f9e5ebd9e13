import { historyCases } from './history.cases.ts'
import { psychosis } from './psychosis.ts'

// [E03]
historyCases(psychosis, {
  item: 'psychosis-or-mania-ever',
  kinds: ['psychosis', 'mania'],
  yes: 'stop',
  resolved: 'stop',
  lastDay: '2025-03-02',
  tooOld: '2025-03-01',
})
