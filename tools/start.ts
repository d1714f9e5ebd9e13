/** `npm start`: builds the web app when it has changed, opens the clinic on its embedded database, prints the address. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startClinic } from '@anodyne/server'
import { buildWeb } from './build-web.ts'

const root = join(import.meta.dirname, '..')
const port = portFrom(process.argv.slice(2), process.env['PORT'])
const folder = process.env['ANODYNE_DATA'] ?? join(root, 'data')

const web = await buildWeb(root)
const clinic = await startClinic({ folder, web, port, clock: () => new Date() }).catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : String(cause))
  process.exit(1)
})
console.log(`\nAnodyne is open at ${clinic.address}`)
console.log(`Demo patients are synthetic. Records are kept in ${folder}`)
console.log('No sign-in yet: it answers this computer only. Press Ctrl-C to stop.')

let closing = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (closing) return
    closing = true
    void clinic.close().then(() => process.exit(0))
  })
}

function portFrom(argv: readonly string[], env: string | undefined): number {
  const refuse = (what: string): never => {
    console.error(`${what}: expected a port from 1 to 65535, as in "npm start -- --port 8322" or "PORT=8322 npm start"`)
    process.exit(2)
  }
  let given: string | undefined
  try {
    given = parseArgs({ args: [...argv], options: { port: { type: 'string' } } }).values.port ?? env
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause))
  }
  if (given === undefined || given === '') return 8321
  const n = /^\d+$/.test(given) ? Number(given) : NaN
  return n >= 1 && n <= 65535 ? n : refuse(`port ${given}`)
}
