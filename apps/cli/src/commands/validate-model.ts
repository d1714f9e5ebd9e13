/** `anodyne validate-model`: what the models predict against what was observed in people. */
import type { Model, ValidationRow } from '@anodyne/pharmacology'
import type { Answer, Command } from '../command.ts'
import type { OptionTable } from '../options.ts'
import type { PageStyle } from '../page/validation-page.ts'
import { exitCode } from '../refusal.ts'
import { paint } from '../text/paint.ts'
import { readWord } from '../values.ts'

const options = {
  json: { help: 'prints JSON: rows[] {model, target, observed, predicted, ratio, tolerance, status, because, …}' },
} as const satisfies OptionTable

export const validateModel: Command<typeof options> = {
  name: 'validate-model',
  summary:
    'Holds the models against published studies: observed, predicted, ratio, tolerance, pass or known miss with its reason. Exit code 1 when a row fails.',
  usage: '[MODEL] [--json]',
  operands: [{ name: 'MODEL', optional: true }],
  options,
  examples: ['validate-model', 'validate-model ketamine-composite --json'],

  async run({ width, colour }, { json }, [asked]) {
    const { library, validate } = await import('@anodyne/pharmacology')
    const names = library.map(({ id }) => id)
    const model = asked === undefined ? undefined : readWord('MODEL', asked, names)
    const models = library.filter(({ id }) => model === undefined || id === model)
    return answer(models, validate(models), json === true, { width, paint: paint(colour) })
  },
}

/** What is printed of the rows, and 1 when one of them fails. */
export async function answer(
  models: readonly Model[],
  rows: readonly ValidationRow[],
  json: boolean,
  style: PageStyle,
): Promise<Answer> {
  const [{ countRows }, { validationPage }] = await Promise.all([
    import('@anodyne/pharmacology'),
    import('../page/validation-page.ts'),
  ])
  const summary = countRows(rows)
  const text = json ? `${JSON.stringify({ rows, summary }, null, 2)}\n` : validationPage(models, rows, style)
  return { text, code: summary.fail > 0 ? exitCode.rowFails : exitCode.done }
}
