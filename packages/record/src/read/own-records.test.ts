/** Records that nobody here wrote: run over a folder of your own with `ANODYNE_RECORDS=folder`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBundle } from './bundle.ts'
import { readCase } from './case.ts'
import { invariants } from './invariants.cases.ts'

const folder = process.env.ANODYNE_RECORDS
const days = ['2015-01-01', '2021-06-01', '2026-03-02']

const filesBelow = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && file.name.endsWith('.json'))
    .map((file) => join(file.parentPath, file.name))
    .sort()

describe.runIf(folder)('records of your own', () => {
  const files = folder ? filesBelow(folder) : []

  it('[RR33] there are some', () => {
    expect(files.length).toBeGreaterThan(0)
  })

  it.each(files.map((file) => [relative(folder ?? '', file), file]))(
    '[RR33] %s is read, or refused in one coded line',
    (_, file) => {
      const read = readBundle(readFileSync(file, 'utf8'))
      if ('refusal' in read) {
        expect(read.refusal.code).toMatch(/^[a-z-]+$/)
        expect(read.refusal.message).toMatch(/^[^\n]{10,300}$/)
        return
      }
      for (const day of days) invariants(read.bundle, readCase(read.bundle, day))
    },
  )
})

describe.runIf(!folder)('records of your own', () => {
  it.skip('[RR33] not run: ANODYNE_RECORDS names no folder of FHIR bundles (*.json) to read', () => {})
})
