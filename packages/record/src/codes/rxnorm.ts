/**
 * RxNorm → ingredients. Clinical drugs: those of the evidence packs and of the public test records, where the display names
 * the content. Ingredients: RxNorm's own concept numbers; `pack` marks those the packs give (some there "to be verified"),
 * the others are from RxNorm by memory of the table and not yet checked against a release. A text that names another drug
 * than the code does is an issue, and both are kept.
 */
import type { Ingredient } from '@anodyne/pathway'
import { own } from './own.ts'

const clinicalDrugs: Readonly<Record<string, readonly Ingredient[]>> = {
  '310431': ['gabapentin'], // gabapentin 300 MG Oral Capsule (pack)
  '483450': ['pregabalin'], // pregabalin 75 MG (pack)
  '596934': ['duloxetine'], // duloxetine 60 MG (pack)
  '856834': ['amitriptyline'], // 25 MG (pack)
  '317136': ['nortriptyline'], // 25 MG (pack)
  '313585': ['venlafaxine'], // 75 MG (pack)
  '313586': ['venlafaxine'], // 75 MG (pack)
  '2119381': ['esketamine'], // nasal (pack)
  '1043400': ['paracetamol', 'dextromethorphan', 'doxylamine'],
  '1049593': ['oxycodone'],
  '197806': ['ibuprofen'],
  '310965': ['ibuprofen'],
  '198014': ['naproxen'],
  '849574': ['naproxen'],
  '198440': ['paracetamol'],
  '313782': ['paracetamol'],
  '308971': ['carbamazepine'],
  '328670': ['sertraline'],
  '856980': ['hydrocodone', 'paracetamol'],
  '861467': ['meperidine'],
  '897718': ['verapamil'],
}

const ingredients: Readonly<Record<string, Ingredient>> = {
  '6130': 'ketamine', // pack
  '21212': 'clarithromycin', // pack
  '85762': 'ritonavir', // pack
  '6135': 'ketoconazole', // pack
  '28031': 'itraconazole', // pack
  '2002': 'carbamazepine', // pack
  '9384': 'rifampicin', // pack
  '10438': 'theophylline', // pack
  '3322': 'diazepam', // pack
  '25480': 'gabapentin', // pack
  '187832': 'pregabalin', // pack
  '72625': 'duloxetine', // pack
  '704': 'amitriptyline', // pack
  '7531': 'nortriptyline', // pack
  '39786': 'venlafaxine', // pack
  '121243': 'voriconazole',
  '4053': 'erythromycin',
  '4450': 'fluconazole',
  '3443': 'diltiazem',
  '11170': 'verapamil',
  '32968': 'clopidogrel',
  '8183': 'phenytoin',
  '8134': 'phenobarbital',
  '8691': 'primidone',
  '8123': 'phenelzine',
  '10734': 'tranylcypromine',
  '9639': 'selegiline',
  '190376': 'linezolid',
  '10582': 'levothyroxine',
  '6901': 'methylphenidate',
  '8896': 'pseudoephedrine',
  '7052': 'morphine',
  '7804': 'oxycodone',
  '5489': 'hydrocodone',
  '3423': 'hydromorphone',
  '2670': 'codeine',
  '10689': 'tramadol',
  '787390': 'tapentadol',
  '4337': 'fentanyl',
  '1819': 'buprenorphine',
  '6754': 'meperidine',
  '6813': 'methadone',
  '6470': 'lorazepam',
  '2598': 'clonazepam',
  '596': 'alprazolam',
  '10355': 'temazepam',
  '39993': 'zolpidem',
  '8745': 'promethazine',
  '3498': 'diphenhydramine',
  '5553': 'hydroxyzine',
  '6719': 'memantine',
  '620': 'amantadine',
  '5691': 'imipramine',
  '3247': 'desipramine',
  '36437': 'sertraline',
  '4493': 'fluoxetine',
  '2556': 'citalopram',
  '6387': 'lidocaine',
  '28439': 'lamotrigine',
  '5640': 'ibuprofen',
  '7258': 'naproxen',
  '3355': 'diclofenac',
  '140587': 'celecoxib',
  '161': 'paracetamol',
}

/** Undefined when the table does not hold the code. */
export function rxnormIngredients(code: string): readonly Ingredient[] | undefined {
  const one = own(ingredients, code)
  return own(clinicalDrugs, code) ?? (one && [one])
}

/** ATC, of which only the codes that are used are held: N01AX03 ketamine, N01AX14 esketamine (anaesthesia), N06AX27 esketamine. */
export const atcIngredients: Readonly<Record<string, readonly Ingredient[]>> = {
  N01AX03: ['ketamine'],
  N01AX14: ['esketamine'],
  N06AX27: ['esketamine'],
}
