/** Which guideline class a conventional analgesic belongs to. Drugs given for other reasons belong to none. */
import type { Ingredient } from '../case.ts'
import type { DrugClass } from '../treatment.ts'

const classOf: Partial<Record<Ingredient, DrugClass>> = {
  amitriptyline: 'tricyclic',
  nortriptyline: 'tricyclic',
  imipramine: 'tricyclic',
  desipramine: 'tricyclic',
  duloxetine: 'SNRI',
  venlafaxine: 'SNRI',
  milnacipran: 'SNRI',
  gabapentin: 'gabapentinoid',
  pregabalin: 'gabapentinoid',
  lidocaine: 'topical',
  capsaicin: 'topical',
  morphine: 'opioid',
  oxycodone: 'opioid',
  hydrocodone: 'opioid',
  hydromorphone: 'opioid',
  codeine: 'opioid',
  tramadol: 'opioid',
  tapentadol: 'opioid',
  fentanyl: 'opioid',
  buprenorphine: 'opioid',
  meperidine: 'opioid',
  methadone: 'opioid',
  ibuprofen: 'NSAID',
  naproxen: 'NSAID',
  diclofenac: 'NSAID',
  celecoxib: 'NSAID',
  paracetamol: 'paracetamol',
  carbamazepine: 'anticonvulsant',
  lamotrigine: 'anticonvulsant',
}

/** The class of a conventional analgesic; `undefined` for a drug that is not one. */
export const analgesicClass = (ingredient: Ingredient): DrugClass | undefined => classOf[ingredient]

/** The class under which a treatment recorded for pain is listed; `other` for a recognised drug outside the classes. */
export const treatmentClass = (ingredient: Ingredient): DrugClass => classOf[ingredient] ?? 'other'
