import { historyCases } from './history.cases.ts'
import { porphyriaAllergy } from './porphyria-allergy.ts'

// [E14]
historyCases(porphyriaAllergy, {
  item: 'porphyria-or-ketamine-allergy',
  kinds: ['porphyria', 'ketamine-allergy'],
  yes: 'stop',
  resolved: 'stop',
  lastDay: '2025-03-02',
  tooOld: '2025-03-01',
})
