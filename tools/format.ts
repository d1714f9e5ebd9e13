/** `npm run format`: writes every file as the formatter wants it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const { status } = spawnSync(join(root, 'node_modules/.bin/prettier'), ['--write', '--log-level=warn', '.'], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
