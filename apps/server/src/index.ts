export type * from './api.ts'
export { createApp, type AppParts } from './app.ts'
export { startClinic, type Clinic, type ClinicOptions } from './clinic.ts'
