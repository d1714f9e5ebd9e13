import { pressorMedicines } from './pressor-medicines.ts'
import { listCases } from './list.cases.ts'

// [I08]
listCases(pressorMedicines, {
  ingredients: [
    'methylphenidate',
    'amphetamine',
    'lisdexamfetamine',
    'pseudoephedrine',
    'levothyroxine',
    'liothyronine',
    'duloxetine',
    'venlafaxine',
    'milnacipran',
  ],
  taken: 'caution',
})
