export { StoreRefusal, type Store, type Stored, type Write } from './store.ts'
export { canonicalJson, hashOf, sha256 } from './hash.ts'
export { openSqliteStore } from './store/sqlite-store.ts'
export { validate } from './validate/validate.ts'
export { importBundle, type Imported } from './store/import-bundle.ts'
export { loadRecord, saveRecord, type KeptRecord, type SavedRecord, type SaveOptions } from './store/patient-record.ts'
export { loadPlan, plansOf, savePlan } from './store/signed-plans.ts'
export type { NamedGoal } from './write/care-plan.ts'
export { writePlan } from './write/write-plan.ts'
export {
  LARGEST_RECORD,
  readBundle,
  readCase,
  type ReadBundle,
  type ReadCase,
  type RecordRefusal,
} from './read/index.ts'
export { assessRecord, type AssessOptions } from './assess-record.ts'
export { forecastFor, type Ahead } from './forecast-for.ts'
export { demoPatients, type DemoPatient } from './demo/index.ts'
export { screeningForm } from './codes/screening-form.ts'
