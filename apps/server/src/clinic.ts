/** The rim: the stores on disk, the clock, randomness for ids, and the socket. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { defaultProtocol } from '@anodyne/evidence'
import { readProtocol } from '@anodyne/pathway'
import { openSqliteStore, type Store } from '@anodyne/record'
import { serve, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import { seedDemo } from './demo-store.ts'
import { localDay } from './today.ts'

export interface ClinicOptions {
  /** Folder for the database files. */
  readonly folder: string
  /** Folder of the built web app. */
  readonly web?: string
  /** 0 takes any free port. */
  readonly port: number
  readonly clock: () => Date
}

export interface Clinic {
  readonly address: string
  /** Finishes what is under way, then closes the stores. */
  close(): Promise<void>
}

/** @throws Error with one sentence when the port is taken, the folder cannot be made or a database cannot be opened. */
export async function startClinic({ folder, web, port, clock }: ClinicOptions): Promise<Clinic> {
  const read = readProtocol(defaultProtocol)
  if ('issues' in read) throw new Error(`The default protocol cannot be read: ${read.issues[0]?.message}`)
  makeFolder(folder)
  const demo = openSqliteStore(join(folder, 'demo.sqlite'), clock)
  const clinic = openSqliteStore(join(folder, 'clinic.sqlite'), clock)
  const closeStores = async () => void (await Promise.all([demo.close(), clinic.close()]))
  try {
    await seedDemo(demo, localDay(clock()))
    const app = createApp({
      realms: { demo: freshDemo(demo, clock), clinic },
      protocol: read.protocol,
      clock,
      newId: randomUUID,
      ...(web ? { web } : {}),
    })
    const server = await listen(app.fetch, port)
    const { port: bound } = server.address() as AddressInfo
    return {
      address: `http://localhost:${bound}/`,
      async close() {
        await new Promise<void>((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeIdleConnections()
          setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1000).unref()
        })
        await closeStores()
      },
    }
  } catch (cause) {
    await closeStores()
    throw cause
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new Error(`${folder}: not a folder that can be made (${why}); name another in ANODYNE_DATA`, { cause })
  }
}

/** A clinic left running past midnight shows demo patients of the new day. */
export function freshDemo(store: Store, clock: () => Date): Store {
  let day = localDay(clock())
  let seeding = Promise.resolve()
  const fresh = () => {
    const today = localDay(clock())
    if (today !== day) {
      day = today
      seeding = seedDemo(store, today)
    }
    return seeding
  }
  return {
    ...bound(store),
    read: (type, id) => fresh().then(() => store.read(type, id)),
    search: (type, parameters) => fresh().then(() => store.search(type, parameters)),
  }
}

function bound(store: Store): Store {
  return {
    write: (writes) => store.write(writes),
    read: (type, id) => store.read(type, id),
    history: (type, id) => store.history(type, id),
    search: (type, parameters) => store.search(type, parameters),
    close: () => store.close(),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<ServerType> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => done(server))
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`
      fail(cause.code === 'EADDRINUSE' ? new Error(taken) : cause)
    })
  })
}
