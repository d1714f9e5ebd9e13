/** The rows of `validate-model` as a page: one table for each model and role, then the reasons, then the count. */
import { countRows, formatNumber, type Model, type ValidationRow } from '@anodyne/pharmacology'
import type { Paint, Tone } from '../text/paint.ts'
import { hang, wrap } from '../text/wrap.ts'

export interface PageStyle {
  readonly width: number
  readonly paint: Paint
}

const roles = {
  external: 'External: not used to set any value of the model',
  verification: 'Verification: used to set a value of the model',
} as const

const marks: Record<ValidationRow['status'], readonly [word: string, tone: Tone]> = {
  pass: ['pass', 'good'],
  'known-miss': ['miss', 'warn'],
  fail: ['FAIL', 'bad'],
}

/** Columns beside the target. */
const NUMBER = 9
const RATIO = 6
const MARK = 6
const TOLERANCE = 20

export function validationPage(models: readonly Model[], rows: readonly ValidationRow[], style: PageStyle): string {
  const lines = models.flatMap((model) => section(model, rows.filter((row) => row.model === model.id), style)) // prettier-ignore
  const { pass, knownMiss, fail } = countRows(rows)
  const virtual = rows.find(({ virtualPatients }) => virtualPatients !== null)?.virtualPatients
  return [
    ...lines,
    ...wrap(
      'Units: ng/mL, ng·h/mL, h, L/h; ratios, F and NK:K have none. K ketamine, NK norketamine, HNK hydroxynorketamine; S esketamine, otherwise the racemate; PO swallowed, SL under the tongue, PR prolonged release.',
      style.width,
    ),
    ...(rows.some(({ basis }) => basis === 'engineering')
      ? wrap('* neither the study nor the review of the evidence gives this tolerance: it is ours.', style.width)
      : []),
    ...(virtual ? wrap(`90 %: middle 90 % of ${virtual.n} virtual patients, seed ${virtual.seed}.`, style.width) : []),
    '',
    style.paint(fail > 0 ? 'bad' : 'strong', `${pass} pass, ${knownMiss} known misses, ${fail} fail`),
    '',
  ].join('\n')
}

function section(model: Model, rows: readonly ValidationRow[], style: PageStyle): string[] {
  const { width, paint } = style
  const heading = [
    paint('strong', `${model.id} ${model.version}`),
    ...hang('  ', `${model.title}. ${model.population}.`, width),
    '',
  ]
  if (model.incomplete !== undefined) return [...heading, ...hang('  ', `Not asked: ${model.incomplete}.`, width), '']
  const tables = (['external', 'verification'] as const).flatMap((role) => {
    const those = rows.filter((row) => row.role === role)
    return those.length === 0 ? [] : [...table(role, those, style), '']
  })
  return [...heading, ...tables, ...reasons(rows, style)]
}

function table(role: keyof typeof roles, rows: readonly ValidationRow[], { width, paint }: PageStyle): string[] {
  const name = Math.max(12, width - 2 * NUMBER - RATIO - MARK - TOLERANCE)
  const numbers = (observed: string, predicted: string, ratio: string) =>
    observed.padStart(NUMBER) + predicted.padStart(NUMBER) + ratio.padStart(RATIO)
  return [
    paint('strong', roles[role]),
    paint('quiet', `${' '.repeat(name)}${numbers('observed', 'predict.', 'ratio')}  ${' '.repeat(MARK - 1)}tolerance`),
    ...rows.flatMap(({ target, observed, predicted, ratio, tolerance, status }) => {
      const [word, tone] = marks[status]
      const [first = '', ...more] = wrap(target, name)
      const figures = numbers(formatNumber(observed), formatNumber(predicted), ratio.toFixed(2))
      const mark = paint(tone, word.padEnd(MARK - 1))
      return [`${first.padEnd(name)}${figures}  ${mark}${short(tolerance)}`, ...more.map((rest) => `  ${rest}`)]
    }),
  ]
}

/** In a narrow column the kind of an interval stands in a word. */
const short = (tolerance: string) =>
  tolerance
    .replace(' (ours)', ' *')
    .replace(', ours)', ') *')
    .replace(' (observed range)', '')
    .replace(' (95 % CI of mean)', ' CI')
    .replace(' (95 % CI)', ' CI')
    .replace(' (90 % CI)', ' CI')
    .replace(' (middle 90 %)', ' 90 %')
    .replace(/ \((1 S[DE])\)/, ' $1')

/** Each reason once, with what it explains. */
function reasons(rows: readonly ValidationRow[], { width }: PageStyle): string[] {
  const missing = rows.filter(({ because }) => because !== null)
  const each = [...new Set(missing.map(({ because }) => because!))]
  if (each.length === 0) return []
  return [
    'Misses, and why',
    ...each.flatMap((because) => [
      ...hang('  ', `${because}:`, width),
      ...missing
        .filter((row) => row.because === because)
        .flatMap(({ target, ratio }) => hang('    ', `${target} (ratio ${ratio.toFixed(2)})`, width)),
    ]),
    '',
  ]
}
