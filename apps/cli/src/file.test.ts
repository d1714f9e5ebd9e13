import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LARGEST, readText } from './file.ts'

const folder = mkdtempSync(join(tmpdir(), 'anodyne-file-'))
const at = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function* nothing(): AsyncGenerator<Uint8Array> {}
async function* endless(): AsyncGenerator<Uint8Array> {
  const megabyte = new Uint8Array(1024 * 1024)
  for (;;) yield megabyte
}

it('[CL5] reads a file whole, without its byte-order mark', async () => {
  expect(await readText(at('a.json', '\uFEFF{"a":"µg"}'), nothing())).toBe('{"a":"µg"}')
})

it('[CL5] refuses a file that is too large by its size, before reading it', async () => {
  const path = at('large.json', '')
  truncateSync(path, 200 * 1024 * 1024)
  const before = performance.now()
  await expect(readText(path, nothing())).rejects.toThrow(
    'is too large (200 MB), nothing was read; expected at most 64 MB',
  )
  // Reading 200 MB takes longer than asking for its size by orders of magnitude.
  expect(performance.now() - before).toBeLessThan(50)
  expect(LARGEST).toBe(64 * 1024 * 1024)
})

it('[CL5] stops reading stdin when it grows too large', async () => {
  await expect(readText('-', endless())).rejects.toThrow('stdin is too large (more than 64 MB)')
})

it('[CL5] refuses bytes that are not UTF-8 rather than replacing them', async () => {
  await expect(readText(at('latin1.json', Uint8Array.of(0x22, 0xb5, 0x22)), nothing())).rejects.toThrow(
    'is not UTF-8 text',
  )
})

it.each([
  [folder, 'is a directory; expected a file'],
  [join(folder, 'absent.json'), 'there is no such file'],
  [join(folder, 'a.json', 'inside'), 'not a directory'],
])('[CL5] refuses %s', async (path, message) => {
  await expect(readText(path, nothing())).rejects.toThrow(message)
})
