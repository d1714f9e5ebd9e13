/** What makes a dose smaller or slower for this person, each with the finding it comes from. */
import type { Finding } from '../finding.ts'
import type { Protocol } from '../protocol.ts'
import { limitOf } from './limit.ts'

export interface Tailoring {
  /** Half the usual start and the smaller step. */
  readonly reduced: boolean
  /** Twice the interval between steps (65 or older, or frail). */
  readonly slow: boolean
  /** What a measured interaction leaves of a dose, 0–1. */
  readonly fraction: number
  /** In words, with rule ids. */
  readonly reasons: readonly string[]
}

/**
 * Rules whose caution halves the first dose: age and frailty, stable heart disease, moderate liver disease, kidney function,
 * and medicines that add to the effect. An inducer (I05) does not: less effect is not a reason for less caution.
 */
const halving: readonly string[] = ['E08', 'E10', 'E16', 'E17', 'I01', 'I02', 'I04', 'I10', 'I11']

const seen = (finding: Finding) => finding.kind === 'caution' || finding.kind === 'hold' || finding.kind === 'stop'

export function tailoring(findings: readonly Finding[], protocol: Protocol): Tailoring {
  // A strong inhibitor of CYP3A4 brings its own fraction; a moderate one (a caution) halves.
  const strong = findings.find((f) => f.rule === 'I01' && (f.kind === 'stop' || f.kind === 'hold'))
  const halve = findings.filter((f) => seen(f) && halving.includes(f.rule) && f !== strong)
  const cyp2b6 = findings.find((f) => f.rule === 'I03' && seen(f))
  const factors = [
    ...(strong ? [limitOf(protocol, 'interaction.I01.fraction')] : []),
    ...(cyp2b6 ? [limitOf(protocol, 'interaction.I03.fraction')] : []),
  ]
  return {
    reduced: halve.length > 0,
    slow: findings.some((f) => f.rule === 'E17' && seen(f)),
    fraction: factors.reduce((product, factor) => product * factor.value, 1),
    reasons: [
      ...halve.map((f) => `${f.rule}: ${f.because} Reduced dose.`),
      ...(strong ? [`I01: dose × ${limitOf(protocol, 'interaction.I01.fraction').value}. ${strong.because}`] : []),
      ...(cyp2b6 ? [`I03: dose × ${limitOf(protocol, 'interaction.I03.fraction').value}. ${cyp2b6.because}`] : []),
    ],
  }
}
