/** The server as a function: every route in one table, tested with `app.request`. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPlan, loadRecord, writePlan } from '@anodyne/record'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { importRecord } from './importing.ts'
import { localOnly } from './local-only.ts'
import { listPatients, patientPage } from './patients.ts'
import { isRealm, type AppContext } from './realms.ts'
import { refuse, refuseThrown } from './refusal.ts'
import { signOption, signRequest } from './signing.ts'

export interface AppParts extends AppContext {
  /** Folder of the built web app; left out, only the API answers. */
  readonly web?: string
}

const MEGABYTE = 1024 * 1024
const MAX_IMPORT = 64 * MEGABYTE

export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  app.onError((thrown, c) => refuseThrown(c, thrown))
  app.use(localOnly)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // The forecast turns arithmetic into WebAssembly; text into script stays forbidden.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      // Plain HTTP on the loopback address: a promise of HTTPS would be a false one.
      strictTransportSecurity: false,
    }),
  )
  app.use('/api/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  app.get('/api/patients', async (c) => c.json(await listPatients(parts)))

  app.get('/api/patients/:realm/:id', async (c) => {
    const { realm, id } = c.req.param()
    const page = isRealm(realm) ? await patientPage(parts, realm, id) : undefined
    return page ? c.json(page) : noSuchPatient(c, realm, id)
  })

  app.get('/api/patients/:realm/:id/record', async (c) => {
    const { realm, id } = c.req.param()
    const record = isRealm(realm) ? await loadRecord(parts.realms[realm], id) : undefined
    if (!record) return noSuchPatient(c, realm, id)
    c.header('content-type', 'application/fhir+json')
    return c.body(record.text)
  })

  app.post('/api/patients/:realm/:id/plans', bodyLimit({ maxSize: MEGABYTE, onError: tooLong }), async (c) => {
    const { realm, id } = c.req.param()
    if (!isRealm(realm)) return noSuchPatient(c, realm, id)
    const body = signRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) {
      const issue = body.error.issues[0]
      const message = `The request cannot be read: ${issue?.message ?? 'expected JSON'}`
      return refuse(c, 400, { code: 'bad-request', message, path: issue?.path.join('.') ?? '' })
    }
    const signed = await signOption(parts, realm, id, body.data)
    return 'refusal' in signed ? refuse(c, signed.status, signed.refusal) : c.json(signed, 201)
  })

  app.get('/api/patients/:realm/:id/plans/:plan', async (c) => {
    const { realm, id, plan: planId } = c.req.param()
    const plan = isRealm(realm) ? await loadPlan(parts.realms[realm], id, planId) : undefined
    return plan
      ? c.json({ realm, plan })
      : refuse(c, 404, { code: 'no-such-plan', message: `No plan ${planId} for patient ${id}.` })
  })

  app.get('/api/patients/:realm/:id/plans/:plan/fhir', async (c) => {
    const { realm, id, plan: planId } = c.req.param()
    const plan = isRealm(realm) ? await loadPlan(parts.realms[realm], id, planId) : undefined
    if (!plan) return refuse(c, 404, { code: 'no-such-plan', message: `No plan ${planId} for patient ${id}.` })
    c.header('content-type', 'application/fhir+json')
    return c.body(JSON.stringify(writePlan(plan)))
  })

  app.post('/api/import', bodyLimit({ maxSize: MAX_IMPORT, onError: tooLarge }), async (c) => {
    const text = utf8(await c.req.arrayBuffer())
    if (text === undefined) {
      const message = 'The file is not UTF-8 text; expected a FHIR Bundle as JSON in UTF-8.'
      return refuse(c, 422, { code: 'not-utf-8', message })
    }
    const imported = await importRecord(parts, text)
    return 'refusal' in imported ? refuse(c, 422, imported.refusal) : c.json(imported, 201)
  })

  app.all('/api/*', (c) =>
    refuse(c, 404, { code: 'no-such-route', message: `Nothing answers ${c.req.method} ${c.req.path}.` }),
  )
  if (parts.web) serveWeb(app, parts.web)
  return app
}

/** Built files by name; any other path is a page of the app, which has its own "not found". */
function serveWeb(app: Hono, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`no built web app in ${folder}`)
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  const page = async (c: Context) => c.html(await readFile(join(folder, 'index.html'), 'utf8'))
  app.get('/', page)
  app.use('*', serveStatic({ root: folder }))
  app.get('*', (c) => (c.req.path.startsWith('/assets/') ? c.notFound() : page(c)))
}

function noSuchPatient(c: Context, realm: string, id: string): Response {
  return refuse(c, 404, { code: 'no-such-patient', message: `No patient ${id} in the ${realm} store.` })
}

/** A replacement character could stand in a name or a unit: other bytes are refused. A byte-order mark is kept. */
function utf8(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function tooLarge(c: Context): Response {
  return refuse(c, 413, {
    code: 'too-large',
    message: 'The file is larger than 64 MiB. Expected one patient’s FHIR bundle.',
  })
}

function tooLong(c: Context): Response {
  return refuse(c, 413, { code: 'too-large', message: 'The request is larger than 1 MiB. Expected one signature.' })
}
