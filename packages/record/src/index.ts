export { StoreRefusal, type Store, type Stored, type Write } from './store.ts'
export { canonicalJson, hashOf, sha256 } from './hash.ts'
export { openSqliteStore } from './store/sqlite-store.ts'
export { validate } from './validate/validate.ts'
