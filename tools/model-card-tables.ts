/** The tables of the model card and the library, as Markdown, from the models' data and the rows of the validation. */
import { interactions, type InteractionName } from '@anodyne/evidence'
import {
  certaintyInWords,
  citedAs,
  formatNumber,
  mustNotBeUsed,
  remarks,
  residualInWords,
  sourceInWords,
  spreadInWords,
  typicalInWords,
  unitInWords,
  type Model,
  type Parameter,
  type ValidationRow,
} from '@anodyne/pharmacology'

type Rows = readonly ValidationRow[]

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|') || '–').join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

const statuses = ['published', 'derived', 'assumed'] as const

/** By status, the surest first. */
export function parameters(model: Model): string {
  return statuses
    .map((status) => [status, model.parameters.filter((one) => one.status === status)] as const)
    .filter(([, those]) => those.length > 0)
    .map(
      ([status, those]) =>
        `**${status.charAt(0).toUpperCase()}${status.slice(1)}** (${those.length})\n\n${table(
          ['symbol', 'meaning', 'typical', 'variance and covariates', 'source'],
          those.map(parameterRow),
        )}`,
    )
    .join('\n\n')
}

function parameterRow(one: Parameter): readonly string[] {
  const typical = `${typicalInWords(one)} ${unitInWords(one.unit)}`.trim()
  const certainty = certaintyInWords(one)
  const own = one.variance && one.variance.status !== one.status ? ` (${one.variance.status})` : ''
  const [first, ...more] = spreadInWords(one)
  return [
    one.symbol,
    one.note === undefined ? one.meaning : `${one.meaning}. ${one.note}`,
    certainty === '' ? typical : `${typical} (${certainty})`,
    [...(first === undefined ? [] : [`${first}${own}`]), ...more].join('; '),
    sourceInWords(one.source),
  ]
}

export function covariances({ covariances }: Model): string {
  if (covariances.length === 0) return 'No covariances.'
  const each = covariances.map(({ between, value, status, source }) => `${between.join(' and ')} ${formatNumber(value)} (${status}; ${sourceInWords(source)})`) // prettier-ignore
  return `Covariances: ${each.join('; ')}.`
}

export function domain({ domain }: Model): string {
  if (!domain) return 'No domain is stated: it refuses every question.'
  const { routes, weight, age, populations, substances, sampling, interactions } = domain
  const range = ([low, high]: readonly [number, number]) => (low === high ? `${low}` : `${low}–${high}`)
  const rows = Object.entries(routes).map(([name, { dose, formulation, status, source }]) => [name, formulation, `${range(dose)} mg`, status, sourceInWords(source)]) // prettier-ignore
  return `${table(['route', 'formulation', 'dose', 'status', 'source'], rows)}

Substances: ${substances.join(', ')}. Blood: ${sampling}. Weight ${range(weight.range)} kg (${weight.status}), age ${range(age.range)} years
(${age.status}); people: ${populations.join(', ')}. Interacting drugs: ${interactions ? 'known' : 'not in this model'}. Outside of this
an answer says so; another route or substance is refused.`
}

const verdict = { pass: 'pass', 'known-miss': '**known miss**', fail: '**FAIL**' } as const

export const validation = (rows: Rows): string =>
  rows.length === 0
    ? 'None.'
    : table(
        ['observation', 'observed', 'as printed', 'predicted', 'ratio', 'tolerance', 'verdict'],
        rows.map((row) => [row.target, formatNumber(row.observed), row.printed, formatNumber(row.predicted), row.ratio.toFixed(2), row.tolerance, verdict[row.status]]),
      ) // prettier-ignore

export function misses(rows: Rows): string {
  const missing = rows.filter(({ because }) => because !== null)
  const reasons = [...new Set(missing.map(({ because }) => because!))]
  if (reasons.length === 0) return 'None.'
  return table(
    ['why', 'observation (ratio)'],
    reasons.map((because) => [
      because,
      missing.filter((row) => row.because === because).map(({ target, ratio }) => `${target} (${ratio.toFixed(2)})`).join('; '),
    ]),
  ) // prettier-ignore
}

/** Whose the tolerances are. */
export function bases(rows: Rows): string {
  const of = (basis: ValidationRow['basis']) => rows.filter((row) => row.basis === basis).length
  return `Of ${rows.length} tolerances ${of('printed')} are printed by the study, ${of('review')} are those of the review of the evidence, and ${of('engineering')} are ours.`
}

/** Factors of the evidence, and what follows from them. */
export function interactionTable(rows: Rows): string {
  const names = Object.keys(interactions) as InteractionName[]
  return table(
    ['drug', 'acts by', 'factor on Fpo, CL, CLn', 'predicted (observed), with : without', 'source'],
    names.map((name) => {
      const { name: drug, mechanism, multipliers, source } = interactions[name]
      const measured = rows
        .filter((row) => row.taking === name)
        .map((row) => `${row.target.replace(/^.*? (PO|IV) S/, '$1')} × ${row.predicted.toFixed(2)} (${row.printed.replace(/, n = \d+$/, '')})`)
      return [drug, mechanism, `${multipliers.Fpo}, ${multipliers.CL}, ${multipliers.CLn} (${multipliers.status})`, measured.join('; '), source.doi]
    }),
  ) // prettier-ignore
}

export const overview = (models: readonly Model[]): string =>
  table(
    ['id', 'of whom', 'routes', 'gives', 'blood', 'state'],
    models.map((model) => [
      `\`${model.id}\``,
      model.population,
      Object.keys(model.domain?.routes ?? {}).join(', '),
      model.outputs.filter(({ unit }) => unit === 'ng/mL').map(({ name }) => name).join(', '),
      model.domain?.sampling ?? '',
      model.incomplete === undefined ? 'complete' : '**incomplete**',
    ]),
  ) // prettier-ignore

/** Every DOI of these values, wherever it stands, with who it is by. */
export function sources(...values: readonly unknown[]): string {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [one] of value.matchAll(/\b10\.\d{4,}\/[^\s,;]+[^\s,;.)]/g)) found.add(one)
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  values.forEach(walk)
  return [...found]
    .map((doi) => [citedAs(doi), doi] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([cited, doi]) => `- ${cited === doi ? '' : `${cited}: `}https://doi.org/${doi}`)
    .join('\n')
}

/** How many rows of a model pass, and how far its predictions lie apart from the observations. */
export const scores = (models: readonly Model[], rows: Rows): string =>
  table(
    ['model', 'role', 'rows', 'pass', 'known misses', 'fail', 'geometric mean ratio', 'within two-fold'],
    models.flatMap(({ id }) =>
      (['external', 'verification'] as const).flatMap((role) => {
        const those = rows.filter((row) => row.model === id && row.role === role)
        if (those.length === 0) return []
        const count = (status: ValidationRow['status']) => String(those.filter((row) => row.status === status).length)
        const mean = Math.exp(those.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / those.length)
        const twofold = those.filter(({ ratio }) => ratio >= 0.5 && ratio <= 2).length
        return [[`\`${id}\``, role, String(those.length), count('pass'), count('known-miss'), count('fail'), mean.toFixed(2), `${Math.round((100 * twofold) / those.length)} %`]]
      }),
    ),
  ) // prettier-ignore

/** Everything of one model, for the library. What the card has of one is not said twice. */
export function modelSection(model: Model, rows: Rows, onCard: string): string {
  const heading = `## ${model.id} ${model.version}\n\n${model.title}. ${model.population}.`
  if (model.id === onCard) return `${heading} The whole of it is in \`MODEL-CARD.md\`.`
  const incomplete = model.incomplete === undefined ? [] : [`**Incomplete**, cannot be simulated: ${model.incomplete}.`]
  const notes = (remarks[model.id] ?? []).map(([about, says]) => `**${about}.** ${says}`)
  const gaps = (model.gaps ?? []).map(({ symbol, meaning, why }) => [symbol, meaning, why])
  const asked =
    model.incomplete === undefined
      ? [
          `### Where it may be asked\n\n${domain(model)}`,
          `### Where it must not be used\n\n${list(mustNotBeUsed(model.id))}`,
          `### External\n\n${validation(rows.filter(({ role }) => role === 'external'))}`,
          `### Verification\n\n${validation(rows.filter(({ role }) => role === 'verification'))}`,
          `### Known misses\n\n${misses(rows)}`,
        ]
      : []
  const residuals = model.residuals?.length
    ? [`Residual error: ${model.residuals.map(residualInWords).join('; ')}.`]
    : []
  return [
    heading,
    ...incomplete,
    ...(notes.length > 0 ? [list(notes)] : []),
    `### Parameters\n\n${parameters(model)}`,
    ...(model.covariances.length > 0 ? [covariances(model)] : []),
    ...residuals,
    ...(gaps.length > 0 ? [`Not found:\n\n${table(['symbol', 'meaning', 'why'], gaps)}`] : []),
    ...asked,
  ].join('\n\n') // prettier-ignore
}
