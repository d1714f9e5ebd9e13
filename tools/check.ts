/** `npm run check`: everything that is checked without running a test. Each step is a promise in words. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const steps: readonly [promise: string, command: string, ...args: string[]][] = [
  ['Types hold, and every arrow between packages is one of the design', bin('tsc'), '-b', '--pretty', 'false'],
  ['The linter has nothing to say', bin('oxlint'), '--quiet'],
  ['Every file is formatted', bin('prettier'), '--check', '--log-level=warn', '.'],
]
let failed = 0
for (const [promise, command, ...args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${promise}`)
  if (status !== 0) failed++
}
process.exit(failed ? 1 : 0)
