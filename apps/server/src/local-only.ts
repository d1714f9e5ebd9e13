/**
 * Until there is sign-in, the clinic answers this computer only. Listening on the loopback address is not enough: a web
 * page could point its own name at 127.0.0.1 (DNS rebinding) or post a form across origins, so the Host and Origin
 * headers are checked too. Hazard H24.
 */
import type { MiddlewareHandler } from 'hono'
import { refuse } from './refusal.ts'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

export const localOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!isLocal(host)) {
    return refuse(c, 403, {
      code: 'not-local',
      message: `Host "${host}" is not this computer. Open the address that npm start printed.`,
    })
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && c.req.method !== 'GET' && c.req.method !== 'HEAD' && !sameOrigin(origin, host)) {
    return refuse(c, 403, { code: 'cross-origin', message: `A page from ${origin} may not change anything here.` })
  }
  await next()
}

function isLocal(host: string): boolean {
  try {
    return LOCAL.has(new URL(`http://${host}`).hostname)
  } catch {
    return false
  }
}

function sameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
