/** Refusals as answers: a stable code, one sentence, the HTTP status. Never a stack trace. */
import { StoreRefusal } from '@anodyne/record'
import type { Context } from 'hono'
import type { Refusal } from './api.ts'

export type RefusalStatus = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503

export function refuse(c: Context, status: RefusalStatus, refusal: Refusal): Response {
  return c.json(refusal, status)
}

/** What was thrown, as an answer. Only our own refusals speak; anything else is our mistake and says no more than that. */
export function refuseThrown(c: Context, thrown: unknown): Response {
  if (thrown instanceof StoreRefusal && thrown.code === 'id-invalid') {
    return refuse(c, 404, { code: 'no-such-patient', message: 'No patient can have this id.' })
  }
  if (thrown instanceof StoreRefusal) {
    const path = thrown.issues[0]?.path
    const status = thrown.code === 'version-conflict' ? 409 : 422
    return refuse(c, status, { code: thrown.code, message: thrown.message, ...(path ? { path } : {}) })
  }
  // No patient's data in the log: the error's name and place only.
  const place = thrown instanceof Error ? (thrown.stack ?? '').split('\n').slice(1, 3).join(' ').trim() : ''
  console.error(`anodyne: internal error ${thrown instanceof Error ? thrown.name : typeof thrown} ${place}`)
  return refuse(c, 500, {
    code: 'internal',
    message: 'Something went wrong on our side. Nothing was saved by this request.',
  })
}
