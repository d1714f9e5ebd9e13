/** The numbers behind the effects, each with its uncertainty, as a table. */
import {
  antinociceptionParameters,
  betweenStudiesSD,
  composite,
  compositeBetweenStudies,
  gradedStatements,
  occupancyAssumptions,
  occupancyParameters,
  pulseParameters,
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

const whose = { 'between-patient': 'between patients', uncertainty: 'uncertainty' } as const

/** Its distribution, and whether people differ by it or only our knowledge does. */
function spreadOf(one: Uncertain): string {
  if (one.spread.form === 'none') return 'none printed'
  const known = one.standardError === undefined ? '' : `; standard error ${formatNumber(one.standardError)}`
  return `${form(one)}, ${whose[one.kind]}${known}`
}

function form({ spread }: Uncertain): string {
  switch (spread.form) {
    case 'none':
      return ''
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
export const effectLists: readonly Readonly<Record<string, Uncertain>>[] = [
  effectParameters,
  antinociceptionParameters,
  occupancyParameters,
  pulseParameters,
]

/** Effect compartments are parameters of the model with effects; the rest are numbers of the effects themselves. */
export function effectsTable(): string {
  const own = new Set(composite.parameters.map(({ symbol }) => symbol))
  const sites = ketamineWithEffects.parameters.filter(({ symbol }) => !own.has(symbol))
  return table(
    ['symbol', 'meaning', 'value', 'spread', 'status', 'source'],
    [
      ...sites.map((one) => [
        one.symbol,
        one.meaning,
        `${typicalInWords(one)} ${unitInWords(one.unit)}`.trim(),
        spreadInWords(one).join('; ') || 'none printed',
        one.status,
        sourceInWords(one.source),
      ]),
      ...effectLists
        .flatMap((list) => Object.values(list))
        .map((one) => [
          one.symbol,
          one.note === undefined ? one.meaning : `${one.meaning}. ${one.note}`,
          `${formatNumber(one.value)} ${unitInWords(one.unit)}`.trim(),
          spreadOf(one),
          one.status,
          sourceInWords(one.source),
        ]),
    ],
  )
}

/** How far the studies lie apart that a parameter of the composite was put together from. */
export function betweenStudies(): string {
  return table(
    ['symbol', 'studies', 'standard deviation between studies'],
    compositeBetweenStudies.map((one) => [
      one.symbol,
      one.groups
        .map((group) => group.map(({ study, value }) => `${study} ${formatNumber(value)}`).join(', '))
        .join('; S-ketamine: '),
      `${formatNumber(betweenStudiesSD(one))} on the ${one.scale}`,
    ]),
  )
}

/** What no curve is drawn of, in words, each with its grade. */
export function statements(): string {
  return gradedStatements
    .map(({ topic, says, grade, because, doesNotShow }) => `- **${topic}** (${grade}: ${because}). ${says} Does not show: ${doesNotShow.charAt(0).toLowerCase()}${doesNotShow.slice(1)}`)
    .join('\n') // prettier-ignore
}

/** What the occupancy of receptors takes for granted. */
export const occupancyInWords = (): string => `Occupancy takes for granted: ${occupancyAssumptions.join('; ')}.`
