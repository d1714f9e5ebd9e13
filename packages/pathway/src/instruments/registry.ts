/** Every instrument whose questions are carried, by id. */
import { asq } from './asq.ts'
import { auditC } from './audit-c.ts'
import { bladderCheck } from './bladder-check.ts'
import { fibromyalgia2016 } from './fibromyalgia-2016.ts'
import { gad7 } from './gad-7.ts'
import type { Instrument } from './instrument.ts'
import { ketamineCheckIn } from './ketamine-check-in.ts'
import { painAverage, painNow, painWorst } from './pain-nrs.ts'
import { peg } from './peg.ts'
import { pgic } from './pgic.ts'
import { phq2 } from './phq-2.ts'
import { phq9 } from './phq-9.ts'
import { severityOfDependence } from './severity-of-dependence.ts'

export const instruments: readonly Instrument[] = [
  painAverage,
  painWorst,
  painNow,
  peg,
  phq9,
  phq2,
  gad7,
  asq,
  auditC,
  fibromyalgia2016,
  pgic,
  severityOfDependence,
  ketamineCheckIn,
  bladderCheck,
]
