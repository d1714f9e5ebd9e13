/** A model's numbers and sources as a reader's table has them: on the model card, in the library, on the page. */
import type { Parameter, Residual, Source, Variance } from '../model.ts'
import { formatNumber } from '../validation/number.ts'
import { studies } from '../validation/studies.ts'
import { doi } from './sources.ts'

/** `perezRuixo2021` as `Perez-Ruixo 2021`. */
const nameOf = (key: string): string => {
  const [author = key, year = ''] = key.split(/(?=\d{4})/)
  const hyphened = author.replace(/([a-z])([A-Z])/g, '$1-$2')
  return `${hyphened.charAt(0).toUpperCase()}${hyphened.slice(1)} ${year.slice(0, 4)}`
}

const names: ReadonlyMap<string, string> = new Map([
  ...Object.values(studies).flatMap((study) => (study.doi === null ? [] : [[study.doi, study.cited] as const])),
  ...Object.entries(doi).map(([key, one]) => [one, nameOf(key)] as const),
])

/** First author and year for a DOI that the project cites; the DOI itself for any other. */
export const citedAs = (one: string): string => names.get(one) ?? one

/** `0.17 racemate, 0.14 S-ketamine`, without unit. */
export function typicalInWords({ value }: Pick<Parameter, 'value'>): string {
  if (typeof value === 'number') return significant(value)
  const { 'racemic-ketamine': racemate, esketamine } = value
  return racemate === esketamine
    ? significant(racemate)
    : `${significant(racemate)} racemate, ${significant(esketamine)} S`
}

/** UCUM as a reader writes it: no `1`, `µmol` for `umol`. */
export const unitInWords = (unit: string): string =>
  unit === '1' ? '' : unit.replace('umol', 'µmol').replace('.', '·')

/** `0.09 (31 % CV)`; what is on the logit, between occasions or uncertainty says so. */
export function varianceInWords(variance: Variance): string {
  const { value, scale, kind } = variance
  const size = significant(value)
  const cv = `${Math.round(100 * Math.sqrt(Math.expm1(value)))} % CV`
  const form = scale === 'logit' ? `${size} on the logit` : `${size} (${cv})`
  const whose = { 'between-patient': '', 'between-occasion': ', between occasions', uncertainty: ', uncertainty' }[kind]
  return `${form}${whose}`
}

/** Variance between patients and between occasions, exponent of weight, relation: what makes people differ. */
export function spreadInWords({ variance, occasionVariance, weightExponent, relation }: Parameter): readonly string[] {
  return [
    ...(variance ? [varianceInWords(variance)] : []),
    ...(occasionVariance ? [varianceInWords(occasionVariance)] : []),
    ...(weightExponent === undefined ? [] : [`weight^${weightExponent}`]),
    ...(relation === undefined ? [] : [relation]),
  ]
}

/** Standard error or interval of the typical value, or nothing. */
export function certaintyInWords({ standardError, interval95 }: Parameter): string {
  if (standardError !== undefined) return `SE ${significant(standardError)}`
  return interval95 ? `95 % CI ${significant(interval95[0])}–${significant(interval95[1])}` : ''
}

export const residualInWords = ({ output, kind, sd, unit }: Residual): string =>
  kind === 'additive' ? `${output}: ± ${significant(sd)} ${unit}` : `${output}: ${formatNumber(100 * sd)} % (${kind})`

/** Studies by name, then where in them. */
export const sourceInWords = ({ dois, where }: Source): string =>
  dois.length === 0 ? where : `${dois.map(citedAs).join(', ')}: ${where}`

/** Four digits are enough to recognise a published number, and not too many for a derived one. */
const significant = (value: number): string => String(Number(value.toPrecision(4)))
