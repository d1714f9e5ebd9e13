export * from './case.ts'
export * from './finding.ts'
export type { Rule } from './rule.ts'
export * from './option.ts'
export type { Limit, Protocol } from './protocol.ts'
export * from './mechanism.ts'
export type { AdjudicatedTreatment } from './treatment.ts'
export type { DrugClass } from './treatment.ts'
export * from './plan.ts'
export { adjudicate, classesNotRecorded } from './treatments/adjudicate.ts'
export { forecastNotes, pastCourse } from './engine-past.ts'
export { enginePerson, unmodelledInteractions } from './engine-person.ts'
export { profileMechanisms } from './mechanisms/profile.ts'
export { chronicity } from './mechanisms/chronicity.ts'
export { assess } from './assess.ts'
export { readProtocol, requiredLimits } from './read-protocol.ts'
export { rules } from './rules.ts'
export { measurableDose, arithmeticHolds, isMeasurable } from './dose-arithmetic.ts'
export type { DoseRefusal, MeasuredDose } from './dose-arithmetic.ts'
export { withinCeilings } from './ceilings.ts'
export type { BrokenCeiling, DoseRequest } from './ceilings.ts'
export { propose } from './options/propose.ts'
export type { ForecastOf } from './options/propose.ts'
export { doseInWords } from './options/dosing-option.ts'
export { sign } from './sign.ts'
export type { SignRefusal, SignRefusalCode } from './sign.ts'
export { afterGap, afterMissed, atOnceReasons, endingRules, stageOn, taperPlan } from './taper/index.ts'
export type {
  DosePlan,
  EndingReason,
  HomeDose,
  MissedAdvice,
  RestartRule,
  TaperPlan,
  TaperRefusal,
  TaperStage,
  TaperSupply,
  WatchItem,
} from './taper/index.ts'
export { instruments } from './instruments/registry.ts'
export type {
  Bands,
  ImportantChange,
  Instrument,
  Item as InstrumentItem,
  Licence as InstrumentLicence,
  SafetyItem,
  Urgency,
} from './instruments/instrument.ts'
export { score } from './instruments/score.ts'
export type { Fed, Incomplete, RefusedScore, Scored, ScoreResult, Total as ScoreTotal } from './instruments/score.ts'
export type { Answer as InstrumentAnswer, ScoreRefusal, ScoreRefusalCode } from './instruments/answers-read.ts'
export type { Safety, SafetyReason } from './instruments/safety-route.ts'
export type { Interval as ScoreInterval } from './instruments/interval.ts'
export { changeBetween } from './instruments/change.ts'
export type { Change as ScoreChange, NotToldApartCode } from './instruments/change.ts'
export { licensedScores } from './instruments/licensed-scores.ts'
export { enterScore } from './instruments/licensed-score.ts'
export type {
  Attestation,
  EnteredScore,
  Entry as ScoreEntry,
  LicensedScore,
  RefusedEntry,
} from './instruments/licensed-score.ts'
export { nextDispensing, supplyLedger } from './supply/index.ts'
export type {
  Balance,
  Between,
  Counted,
  CountVariance,
  Dispensed,
  Ended,
  Interlock,
  LotBalance,
  Lost,
  Missed,
  NextDispensing,
  NoteCode,
  Prescribed,
  Removed,
  SupplyEvent,
  SupplyForm,
  SupplyLeft,
  SupplyLedger,
  SupplyNote,
  SupplyRefusal,
  Taken,
} from './supply/index.ts'
export { arrows } from './phases/arrows.ts'
export type { Arrow } from './phases/arrows.ts'
export { alertKinds } from './phases/alerts.ts'
export type { Alert, AlertKind } from './phases/alerts.ts'
export { refer } from './phases/course.ts'
export type { Course, Evaluation, OpenFinding, OpenKind, Override } from './phases/course.ts'
export { hourOf, signedOptions, triggerOf } from './phases/event.ts'
export type { CourseEvent, CourseOrder, Hour, Observation, Severity, SignedOption, Trigger } from './phases/event.ts'
export type { Guard, GuardName, Guards } from './phases/guards.ts'
export { impressions, judgeResponse } from './phases/judge-response.ts'
export type { Impression, JudgedResponse, NamedGoal, Piece } from './phases/judge-response.ts'
export { isRefused, machine, next } from './phases/next.ts'
export type { CourseRefusal, Machine } from './phases/next.ts'
export { openFindings } from './phases/open-findings.ts'
export { passTime } from './phases/due.ts'
export { dischargeCriteria, plannedMinutes } from './phases/test-dose.ts'
export type { DischargeCriterion } from './phases/test-dose.ts'
