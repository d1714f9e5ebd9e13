/** The numbers behind the effects, each with its uncertainty, as a table. */
import {
  composite,
  effectParameters,
  formatNumber,
  sourceInWords,
  spreadInWords,
  typicalInWords,
  unitInWords,
  type Uncertain,
} from '@anodyne/pharmacology'
import { ketamineWithEffects } from '../packages/pharmacology/src/effects/compartments.ts'
import { table } from './model-card-tables.ts'

function drawn({ spread }: Uncertain): string {
  switch (spread.form) {
    case 'none':
      return 'not drawn'
    case 'uniform':
      return `uniform ${formatNumber(spread.low)}–${formatNumber(spread.high)}`
    case 'log-normal':
      return `log-normal, SD of log ${formatNumber(spread.sd)}`
    case 'logit-normal':
      return `logit-normal, SD of logit ${formatNumber(spread.sd)}`
    case 'clamped-normal':
      return `normal, SD ${formatNumber(spread.sd)}, kept within 0–1`
  }
}

/** Numbers of the effects, one list for each file that has some. */
export const effectLists: readonly Readonly<Record<string, Uncertain>>[] = [effectParameters]

/** Effect compartments are parameters of the model with effects; the rest are numbers of the effects themselves. */
export function effectsTable(): string {
  const own = new Set(composite.parameters.map(({ symbol }) => symbol))
  const sites = ketamineWithEffects.parameters.filter(({ symbol }) => !own.has(symbol))
  return table(
    ['symbol', 'meaning', 'value', 'drawn per virtual patient as', 'status', 'source'],
    [
      ...sites.map((one) => [
        one.symbol,
        one.meaning,
        `${typicalInWords(one)} ${unitInWords(one.unit)}`.trim(),
        spreadInWords(one).join('; ') || 'not drawn',
        one.status,
        sourceInWords(one.source),
      ]),
      ...effectLists
        .flatMap((list) => Object.values(list))
        .map((one) => [
          one.symbol,
          one.note === undefined ? one.meaning : `${one.meaning}. ${one.note}`,
          `${formatNumber(one.value)} ${unitInWords(one.unit)}`.trim(),
          drawn(one),
          one.status,
          sourceInWords(one.source),
        ]),
    ],
  )
}
