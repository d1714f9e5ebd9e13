export { hours, kg, mg, years, type Hours, type Kilograms, type Milligrams, type Years } from '@anodyne/units'
export { freeBase, MOLAR_MASS, type Amount, type Form, type Substance } from './substance.ts'
export type { Course, Regimen, Route } from './regimen.ts'
export {
  bounds,
  formulations,
  retentions,
  type Bound,
  type Formulation,
  type Retention,
} from './formulation/formulation.ts'
export { knowledge, type Knowledge } from './formulation/known.ts'
export { dosingOf, formulationNotes, knowledgeOf, modelRoute, type Taken } from './formulation/model-route.ts'
export { bothBounds } from './formulation/both-bounds.ts'
export {
  convertParenteral,
  type Conversion,
  type ConversionLimits,
  type DailyDoseDistribution,
  type DailyDoseRange,
  type ParenteralDose,
} from './conversion/convert-parenteral.ts'
export { equalExposure, type EqualExposure } from './conversion/equal-exposure.ts'
export type { ConversionPiece, Weighting } from './conversion/mixture.ts'
export { conversionSources, type ConversionShare, type ConversionSource } from './conversion/sources.ts'
export { knownInteractions, type InteractionName } from './interactions.ts'
export {
  compareFirstPass,
  type FirstPassComparison,
  type FirstPassErrors,
  type FirstPassModel,
  type FirstPassPrediction,
  type FirstPassRow,
  type PredictionError,
} from './interaction/compare-first-pass.ts'
export { fittedActivities, type FittedActivity } from './interaction/activities.ts'
export { firstPassKind, interactionFactors, type Factors, type FirstPassKind } from './interaction/factors.ts'
export { fitFirstPass, type FirstPassFit, type FitOptions } from './interaction/first-pass-fit.ts'
export { factorRange, foldChange, type Fold, type FoldChange } from './interaction/fold-change.ts'
export { leaveOneOut, type LeftOut } from './interaction/leave-one-out.ts'
export {
  firstPassStatements,
  interactionStatements,
  interactionTiming,
  type FirstPassStatement,
  type InteractionTiming,
} from './interaction/statements.ts'
export {
  forecast,
  type Band,
  type EffectBands,
  type Forecast,
  type ForecastOptions,
  type FullForecast,
  type Spread,
} from './forecast.ts'
export type { Person } from './person.ts'
export { typical, type Profile } from './typical.ts'
export { composite } from './composite.ts'
export { forecastBasis } from './forecast-basis.ts'
export { compile, type Compiled } from './compile.ts'
export { groupsOf, LANES, type Groups } from './population/groups.ts'
export { simulate, type Simulated, type Simulation } from './population/simulate.ts'
export { occasionTimes } from './population/occasions.ts'
export { patientEpochs, type Typical, type TypicalEpoch } from './population/over-time.ts'
export {
  personSampler,
  simons2022Volunteers,
  typicalOfPersons,
  type Distribution,
  type DrawnPerson,
  type Persons,
} from './population/persons.ts'
export { personEpochs, type PersonChange } from './population/person-epochs.ts'
export { observe } from './population/residual-error.ts'
export { SKETCH_ERROR, sketchMean, sketchQuantiles } from './population/sketch-answers.ts'
export { decodeSketches, encodeSketches } from './population/sketch-bytes.ts'
export { addNumbers, emptySketches, mergeSketches, SKETCH_RANGE, type Sketches } from './population/sketch.ts'
export {
  cellsOf,
  checkCeiling,
  checkStretch,
  chunkLength,
  chunks,
  largestStream,
  stream,
  Stopped,
  type Chunk,
  type Progress,
  type Stop,
  type StreamOptions,
  type Stretch,
  type Study,
} from './population/stream.ts'
export type { InteractionPeriod } from './population/stream-over-time.ts'
export { epochPropagator, shareEpochs, type EpochPropagate } from './solve/epoch-propagator.ts'
export type { EpochStart } from './solve/epoch-timelines.ts'
export { overTime, type Epoch, type OverTime } from './solve/epochs.ts'
export { propagator, type Propagate } from './solve/propagate.ts'
export { timeline, type Dosing, type Timeline } from './solve/timeline.ts'
export { library, modelOf } from './models/library.ts'
export {
  domainOf,
  type Domain,
  type DomainOfRoute,
  type Judgement,
  type LibraryCourse,
  type LibraryPerson,
  type Outside,
  type StudiedPopulation,
} from './domain.ts'
export { sideBySide, type Disagreement, type ModelAnswer, type SideBySide, type TypicalCurve } from './side-by-side.ts'
export { effectParameters, type Uncertain } from './effects/effect.ts'
export {
  antinociception,
  antinociceptionOverWeights,
  antinociceptionParameters,
  norketamineWeight,
  painChange,
  type AntinociceptionSource,
  type OverWeights,
} from './effects/antinociception.ts'
export {
  occupancy,
  occupancyAssumptions,
  occupancyBySource,
  occupancyParameters,
  type Enantiomers,
} from './effects/occupancy.ts'
export { pulse, pulseParameters } from './effects/pulse.ts'
export { gradedStatements, type Grade, type GradedStatement } from './effects/statements.ts'
export { drawUncertain } from './uncertainty/draw.ts'
export { sensitivity, type Sensitivity, type SensitivityBar } from './uncertainty/sensitivity.ts'
export { forecastSensitivity, type ForecastMeasure } from './uncertainty/effect-sensitivity.ts'
export { uncertainValues, type UncertainValue } from './uncertainty/uncertain-values.ts'
export { betweenStudiesSD, compositeBetweenStudies, type BetweenStudies } from './uncertainty/between-studies.ts'
export type {
  Chain,
  Covariance,
  Covariate,
  Flow,
  Gap,
  Link,
  Model,
  Output,
  Parameter,
  Residual,
  RoutePart,
  Source,
  State,
  Status,
  Variance,
} from './model.ts'
export { cumulativeDose, type CumulativeDose } from './exposure/cumulative-dose.ts'
export { timeAbove, type Curve } from './exposure/curve.ts'
export { exactCurve, type ExactCurve, type LinearPart } from './exposure/exact-curve.ts'
export { accumulation, exposure, type Exposure } from './exposure/measures.ts'
export { nca, type Extrapolated, type Nca, type NcaDose, type NcaOptions, type Observation } from './exposure/nca.ts'
export { sampledCurve } from './exposure/sampled-curve.ts'
export type { TerminalSlope } from './exposure/terminal-slope.ts'
export type { Sample, Trapezoids } from './exposure/trapezoids.ts'
export {
  typicalCurve,
  typicalExposure,
  type AnalyteExposure,
  type TypicalExposure,
} from './exposure/typical-exposure.ts'
export { integrateWithDoubt, type DoubtedTrajectory } from './solver/doubt.ts'
export { integrate } from './solver/integrate.ts'
export { givenBy, linearSystem } from './solver/linear-system.ts'
export {
  SolverError,
  type Given,
  type OdeSystem,
  type Refusal,
  type SolverMethod,
  type SolverOptions,
  type SolverStatistics,
  type Trajectory,
} from './solver/system.ts'
export {
  DataSetError,
  type CovariateStep,
  type DataMapping,
  type DataObservation,
  type DataProblem,
  type DataSet,
  type DataSubject,
} from './dataset/data-set.ts'
export { readDataSet } from './dataset/read-data-set.ts'
export { subjectEpochs, type CovariateColumns } from './dataset/subject-epochs.ts'
export { countRows, validate, type ValidationCount, type ValidationRow } from './validation/validate.ts'
export { formatNumber } from './validation/number.ts'
export {
  certaintyInWords,
  citedAs,
  residualInWords,
  sourceInWords,
  spreadInWords,
  typicalInWords,
  unitInWords,
  varianceInWords,
} from './models/words.ts'
export { mustNotBeUsed, remarks } from './models/remarks.ts'
