import { theophylline } from './theophylline.ts'
import { listCases } from './list.cases.ts'

// [I06]
listCases(theophylline, { ingredients: ['theophylline', 'aminophylline'], taken: 'stop' })
