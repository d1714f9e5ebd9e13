/** Every rule, in order of id. */
import { adequateTrials } from './assessment/adequate-trials.ts'
import { ageFrailty } from './assessment/age-frailty.ts'
import { bladder } from './assessment/bladder.ts'
import { bloodPressure } from './assessment/blood-pressure.ts'
import { cardiovascularEvent } from './assessment/cardiovascular-event.ts'
import { chronicPrimaryPain } from './assessment/chronic-primary-pain.ts'
import { deliriumSeizure } from './assessment/delirium-seizure.ts'
import { heartDisease } from './assessment/heart-disease.ts'
import { intracranialIntraocular } from './assessment/intracranial-intraocular.ts'
import { kidneyFunction } from './assessment/kidney-function.ts'
import { liverDisease } from './assessment/liver-disease.ts'
import { liverTests } from './assessment/liver-tests.ts'
import { porphyriaAllergy } from './assessment/porphyria-allergy.ts'
import { pregnancy } from './assessment/pregnancy.ts'
import { psychosis } from './assessment/psychosis.ts'
import { substanceUse } from './assessment/substance-use.ts'
import { suicidality } from './assessment/suicidality.ts'
import { cyp2b6Inhibitors } from './interactions/cyp2b6-inhibitors.ts'
import { cyp3aInhibitors } from './interactions/cyp3a-inhibitors.ts'
import { grapefruit } from './interactions/grapefruit.ts'
import { inducers } from './interactions/inducers.ts'
import { itraconazole } from './interactions/itraconazole.ts'
import { monoamineOxidaseInhibitors } from './interactions/monoamine-oxidase-inhibitors.ts'
import { nmdaAntagonists } from './interactions/nmda-antagonists.ts'
import { opioids } from './interactions/opioids.ts'
import { pressorMedicines } from './interactions/pressor-medicines.ts'
import { sedatives } from './interactions/sedatives.ts'
import { theophylline } from './interactions/theophylline.ts'
import { bladderOnTreatment } from './monitoring/bladder-on-treatment.ts'
import { pressureOnTreatment } from './monitoring/pressure-on-treatment.ts'
import { supply } from './monitoring/supply.ts'
import type { Rule } from './rule.ts'
import { taperAfter } from './stopping/taper-after.ts'
import { dailyTotal } from './titration/daily-total.ts'
import { formulation } from './titration/formulation.ts'
import { missedDose } from './titration/missed-dose.ts'
import { parenteralConversion } from './titration/parenteral-conversion.ts'
import { stepInterval } from './titration/step-interval.ts'

export const rules: readonly Rule[] = [
  adequateTrials, // E01
  chronicPrimaryPain,
  psychosis,
  deliriumSeizure,
  intracranialIntraocular,
  bloodPressure, // E06
  cardiovascularEvent,
  heartDisease,
  liverTests,
  liverDisease,
  pregnancy, // E11
  substanceUse,
  bladder,
  porphyriaAllergy,
  suicidality,
  kidneyFunction, // E16
  ageFrailty,
  cyp3aInhibitors, // I01
  grapefruit,
  cyp2b6Inhibitors,
  itraconazole,
  inducers,
  theophylline, // I06
  monoamineOxidaseInhibitors,
  pressorMedicines,
  opioids,
  sedatives,
  nmdaAntagonists, // I11
  bladderOnTreatment, // M05
  pressureOnTreatment,
  supply, // M13
  taperAfter, // S04
  formulation, // T01
  missedDose,
  parenteralConversion,
  dailyTotal,
  stepInterval, // T09
]
