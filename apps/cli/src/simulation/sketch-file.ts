/** `*.sketch`: a line that says what it is, the manifest as a line of JSON, the sketches, and a SHA-256 of all that. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { decodeSketches, encodeSketches, type Sketches } from '@anodyne/pharmacology'
import { Refusal } from '../refusal.ts'
import { parseManifest, type Manifest, type Named } from './manifest.ts'

const MAGIC = 'anodyne sketch 1\n'
const DIGEST = 32

export async function writeSketchFile(path: string, manifest: Manifest, sketches: Sketches): Promise<void> {
  const body = Buffer.concat([Buffer.from(`${MAGIC}${JSON.stringify(manifest)}\n`), encodeSketches(sketches)])
  await writeFile(path, Buffer.concat([body, createHash('sha256').update(body).digest()]))
}

export interface SketchFile extends Named {
  readonly sketches: Sketches
}

/** @throws Refusal for a file that is none, or not whole */
export async function readSketchFile(path: string): Promise<SketchFile> {
  const bytes = await readFile(path)
  if (!bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)))
    throw new Refusal(`${path}: no sketch file; expected one written by anodyne simulate`)
  const body = bytes.subarray(0, -DIGEST)
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(-DIGEST)))
    throw new Refusal(`${path}: cut short or damaged; expected a whole sketch file`)
  const end = body.indexOf('\n', MAGIC.length)
  const manifest = parseManifest(path, body.subarray(MAGIC.length, end).toString())
  const sketches = decodeSketches(body.subarray(end + 1))
  const { times, outputs, n } = manifest
  if (sketches.cells !== times.length * outputs.length || sketches.count !== n)
    throw new Refusal(`${path}: holds another number of patients or times than it says; expected a whole sketch file`)
  return { path, manifest, sketches }
}
