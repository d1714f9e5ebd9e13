/** Why the server, or the network, did not give what was asked; and what a person can do about it. */
import type { Refusal } from '@anodyne/server'

/** Status 0: no answer came at all. */
export class Refused extends Error {
  readonly status: number
  readonly refusal: Refusal
  constructor(status: number, refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.status = status
    this.refusal = refusal
  }
}

export interface Trouble {
  readonly title: string
  readonly message: string
  readonly code: string
  readonly path?: string
  /** Can asking again help? */
  readonly retry: boolean
}

const titles: Readonly<Record<number, string>> = {
  0: 'No connection to the server',
  400: 'The server could not read this',
  401: 'You are not signed in',
  403: 'You may not see this',
  404: 'Not found',
  409: 'The record has changed',
  413: 'The file is too large',
  422: 'This record was refused',
  503: 'The server is busy',
}

/** The server's reason as a sentence of its own. */
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`

/** Total over anything that can be thrown: an unknown failure is shown as a failure, never as an empty page. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Refused))
    return {
      title: 'Something went wrong on this page',
      message: error instanceof Error ? error.message : String(error),
      code: 'page-error',
      retry: true,
    }
  const { status, refusal } = error
  return {
    title: titles[status] ?? (status >= 500 ? 'The server failed' : 'The server refused'),
    message: sentence(refusal.message),
    code: refusal.code,
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    retry: status === 0 || status >= 500 || status === 408 || status === 429,
  }
}

/** The body of a refusal, whatever it holds. */
export function readRefusal(status: number, body: unknown): Refusal {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Record<keyof Refusal, unknown>>) : {}
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const path = text(said.path)
  return {
    code: text(said.code) ?? `http-${status}`,
    message: text(said.message) ?? `The server answered ${status} and gave no reason.`,
    ...(path === undefined ? {} : { path }),
  }
}
