/** A page with code that is run: its blocks, one module, in order; what each prints, and the files that they write. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const notebooks = join(root, 'docs/notebooks')
const CODE = /```js\n([\s\S]*?)```/g
/** Code, and the text that stands under it. */
const CODE_AND_TEXT = /(```js\n(?:(?!```)[\s\S])*```)(\n+```text\n)[\s\S]*?```/g
const NEXT = '\u001e'

export interface Ran {
  /** The page with what its code prints now. */
  readonly page: string
  /** Written by the code, by name. */
  readonly files: ReadonlyMap<string, string>
}

/** @throws Error with what was printed, when the code fails. */
export function runNotebook(name: string): Ran {
  const page = readFileSync(join(notebooks, name), 'utf8')
  const blocks = [...page.matchAll(CODE)].map(([, code]) => code!)
  // Beside the installed packages, so that the workspace's own are found by their names.
  const scratch = join(root, 'node_modules/.notebooks')
  mkdirSync(scratch, { recursive: true })
  const folder = mkdtempSync(join(scratch, 'run-'))
  try {
    const module = join(folder, 'page.mjs')
    writeFileSync(module, blocks.join(`\nconsole.log('${NEXT}')\n`))
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', module], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`${name}\n${run.stdout}\n${run.stderr}`)
    rmSync(module)
    const printed = run.stdout.split(`${NEXT}\n`)
    const files = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)
    return { page: withText(page, blocks, printed), files: new Map(files) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function withText(page: string, blocks: readonly string[], printed: readonly string[]): string {
  const shown = new Set<number>()
  const next = page.replace(CODE_AND_TEXT, (_, code: string, between: string) => {
    const block = blocks.indexOf(code.slice('```js\n'.length, -'```'.length))
    shown.add(block)
    return `${code}${between}${printed[block] ?? ''}\`\`\``
  })
  const silent = printed.findIndex((text, block) => text !== '' && !shown.has(block))
  if (silent >= 0) throw new Error(`block ${silent + 1} prints what the page does not show: ${printed[silent]}`)
  return next
}
