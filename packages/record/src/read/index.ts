export { LARGEST_RECORD, readBundle, type ReadBundle, type RecordRefusal } from './bundle.ts'
export { readCase, type ReadCase } from './case.ts'
