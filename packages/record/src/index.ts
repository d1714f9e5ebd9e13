export { StoreRefusal, type Store, type Stored, type Write } from './store.ts'
