import { defaultProtocol } from '@anodyne/evidence'
import { expect, it } from 'vitest'
import { readProtocol, requiredLimits } from './read-protocol.ts'

/** The default protocol as if it came from a file, changed. */
function changed(
  change: (p: Record<string, unknown> & { limits: Record<string, Record<string, unknown>> }) => void,
): unknown {
  const copy = JSON.parse(JSON.stringify(defaultProtocol)) as Parameters<typeof change>[0]
  change(copy)
  return copy
}

const issuesOf = (json: unknown) => {
  const read = readProtocol(json)
  return 'issues' in read ? read.issues.map(({ path, code }) => `${code} ${path}`) : []
}

it('[PR1] reads the default protocol, which is unsigned, and one that is signed', () => {
  const read = readProtocol(changed(() => undefined))
  expect(read).toMatchObject({ protocol: { id: 'anodyne-default' } })
  expect(read).not.toHaveProperty('protocol.signed')
  const signed = { by: 'A. Lead', role: 'clinical lead', on: '2026-02-01' }
  expect(readProtocol(changed((p) => (p['signed'] = signed)))).toMatchObject({ protocol: { signed } })
})

it.each([null, undefined, 7, 'x', [], [{}]])('[PR1] refuses %j', (json) => {
  expect(issuesOf(json)).toEqual(['shape protocol'])
})

it('[PR2] refuses a protocol that lacks any one limit, and names it', () => {
  expect(requiredLimits.length).toBeGreaterThan(60)
  for (const key of requiredLimits) {
    expect(issuesOf(changed((p) => delete p.limits[key]))).toEqual([`limit-missing protocol.limits['${key}']`])
  }
})

it('[PR2] is not fooled by what an object inherits', () => {
  expect(
    issuesOf(changed((p) => (p.limits['constructor'] = { value: 1, unit: '1', basis: 'published', source: 's' }))),
  ).toEqual(["limit-unknown protocol.limits['constructor']"])
})

it('[PR3] refuses a limit that nobody reads, and a key that nobody knows', () => {
  expect(issuesOf(changed((p) => (p.limits['E06.systolic.stpo'] = p.limits['E06.systolic.stop']!)))).toEqual([
    "limit-unknown protocol.limits['E06.systolic.stpo']",
  ])
  expect(issuesOf(changed((p) => (p['comment'] = 'x')))).toEqual(['key-unknown protocol.comment'])
  expect(issuesOf(changed((p) => (p.limits['E06.systolic.stop']!['vlaue'] = 1)))).toEqual([
    "key-unknown protocol.limits['E06.systolic.stop'].vlaue",
  ])
})

it.each([NaN, Infinity, -1, '160', null, undefined])('[PR4] refuses the value %s', (value) => {
  const change = changed(() => undefined) as { limits: Record<string, Record<string, unknown>> }
  change.limits['E06.systolic.stop']!['value'] = value
  expect(issuesOf(change)).toEqual(["value protocol.limits['E06.systolic.stop'].value"])
})

it('[PR4] refuses another unit, another basis, no source', () => {
  const key = 'T08.daily.cap'
  const at = `protocol.limits['${key}']`
  expect(issuesOf(changed((p) => (p.limits[key]!['unit'] = 'g/d')))).toEqual([`unit ${at}.unit`])
  expect(issuesOf(changed((p) => (p.limits[key]!['basis'] = 'expert')))).toEqual([`basis ${at}.basis`])
  expect(issuesOf(changed((p) => (p.limits[key]!['source'] = ' ')))).toEqual([`text ${at}.source`])
})

it('[PR5] refuses half a signature', () => {
  expect(issuesOf(changed((p) => (p['signed'] = { by: 'A. Lead', on: 'today' })))).toEqual([
    'text protocol.signed.role',
    'date protocol.signed.on',
  ])
  expect(issuesOf(changed((p) => (p['signed'] = null)))).toEqual(['shape protocol.signed'])
})

it('tells every issue at once', () => {
  expect(issuesOf({ limits: {} }).length).toBe(3 + requiredLimits.length)
})
