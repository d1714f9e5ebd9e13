/** `anodyne plot vpc`, from its options and a file. */
import { compile, library, modelOf, readDataSet } from '@anodyne/pharmacology'
import type { PlotOptions } from '../commands/plot.ts'
import { readText } from '../file.ts'
import { Refusal } from '../refusal.ts'
import { refusingRanges } from '../simulation/ranges.ts'
import { readNumber, readWord } from '../values.ts'
import { vpc } from './index.ts'
import { dataVpc } from './data-vpc.ts'

export async function vpcFigure(given: PlotOptions, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const path = needed('data', given.data, 'FILE.csv')
  const known = library.map(({ id }) => id)
  const model = modelOf(readWord('--model', needed('model', given.model, 'ID'), known))
  const routes = mapOf('--routes', needed('routes', given.routes, 'MAP'))
  const outputs = mapOf('--outputs', given.outputs ?? 'ketamine')
  const word =
    given.substance === undefined ? 'racemic' : readWord('--substance', given.substance, ['racemic', 'esketamine'])
  const trials =
    given.trials === undefined
      ? 200
      : readNumber('--trials', given.trials, { unit: 'trials', from: 20, to: 2000, whole: true })
  const seed =
    given.seed === undefined
      ? 1
      : readNumber('--seed', given.seed, { unit: '', from: 0, to: Number.MAX_SAFE_INTEGER, whole: true })
  const text = await readText(path, stdin)
  return refusingRanges(() => {
    const data = readDataSet(text, compile(model), { routes, outputs })
    const asked = given['weight-column']
    const weight = data.covariates.find((name) => name.toUpperCase() === (asked ?? 'WT').toUpperCase())
    if (asked !== undefined && weight === undefined)
      throw new Refusal(
        `--weight-column ${asked}: not in the data; expected one of ${data.covariates.join(', ') || 'none'}`,
      )
    const substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
    return vpc(dataVpc({ model, data, output: given.output ?? 'ketamine', substance, trials, seed, scale: given.log ? 'log' : 'linear', ...(weight === undefined ? {} : { weight }) })) // prettier-ignore
  })
}

function needed(name: string, value: string | undefined, expected: string): string {
  if (value === undefined) throw new Refusal(`--${name} is missing; expected --${name} ${expected}`)
  return value
}

/** `1=oral,3=iv`, or one word for whatever the file says. */
function mapOf(option: string, text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => pair.split('='))
  const [only = []] = pairs
  if (pairs.length === 1 && only.length === 1) return { '*': only[0]! }
  for (const pair of pairs)
    if (pair.length !== 2 || pair.some((part) => part.trim() === ''))
      throw new Refusal(`${option} ${text}: not usable; expected one word, or pairs such as 1=oral,3=iv`)
  return Object.fromEntries(pairs.map(([from, to]) => [from!.trim(), to!.trim()]))
}
