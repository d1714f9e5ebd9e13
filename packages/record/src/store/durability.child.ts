/** Writes without end and says so on stdout after each acknowledged write. Killed by durability.test.ts. */
import { writeSync } from 'node:fs'
import { openSqliteStore } from './sqlite-store.ts'

const store = openSqliteStore(process.argv[2] ?? '', () => new Date())
for (let n = 0; ; n++) {
  // Two resources at a time, so that half a transaction would be seen.
  const pair = [`${process.pid}-${n}-a`, `${process.pid}-${n}-b`]
  await store.write(pair.map((id) => ({ op: 'put', resource: { resourceType: 'Patient', id } })))
  writeSync(1, `${process.pid}-${n}\n`)
}
