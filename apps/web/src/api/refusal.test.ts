import { expect, it } from 'vitest'
import { readRefusal, Refused, troubleOf } from './refusal.ts'

it('[WE02] tells no connection, forbidden, not found, conflict and failure apart', () => {
  const title = (status: number) => troubleOf(new Refused(status, readRefusal(status, {}))).title
  expect(new Set([0, 403, 404, 409, 413, 500, 418].map(title)).size).toBe(7)
})

it('[WE02] offers to ask again only where that can help', () => {
  const retry = (status: number) => troubleOf(new Refused(status, readRefusal(status, {}))).retry
  expect([0, 500, 503, 429].map(retry)).toEqual([true, true, true, true])
  expect([400, 403, 404, 409, 422].map(retry)).toEqual([false, false, false, false, false])
})

it('[WE02] keeps the code and the path of a refusal', () => {
  const refusal = readRefusal(422, { code: 'unit-unknown', message: 'expected mg', path: 'Bundle.entry[3]' })
  expect(troubleOf(new Refused(422, refusal))).toMatchObject({ code: 'unit-unknown', path: 'Bundle.entry[3]' })
})

it('[WE02] says a reason as a sentence', () => {
  const said = (message: string) => troubleOf(new Refused(422, readRefusal(422, { code: 'x', message }))).message
  expect(said('the file is truncated')).toBe('The file is truncated.')
  expect(said('Is it on?')).toBe('Is it on?')
})

it('[WE02] reads a refusal out of anything', () => {
  for (const body of [undefined, null, '', 'text', 7, [], {}, { code: 3, message: null }])
    expect(readRefusal(500, body)).toMatchObject({ code: 'http-500', message: expect.stringContaining('500') })
  expect(troubleOf('odd').message).toBe('odd')
})
