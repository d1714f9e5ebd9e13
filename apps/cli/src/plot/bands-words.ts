/** A bands plot for who cannot see it, and what of it could not be drawn. */
import type { BandsPanel, BandsPlot } from './data.ts'
import { count, figure } from './markup.ts'

export function bandsInWords(plot: BandsPlot): { readonly describes: string; readonly gaps: readonly string[] } {
  return {
    describes: plot.panels.map(describe).join(' '),
    gaps: plot.panels.flatMap((panel) => gaps(panel, plot.scale === 'log')),
  }
}

function describe({ label, unit, hours, band, observed = [] }: BandsPanel): string {
  const finite = band.median.filter(Number.isFinite)
  const seen = observed.map(
    (o) => ` ${count(o.values.filter(Number.isFinite).length, 'observed point', 'observed points')} (${o.label}).`,
  )
  if (finite.length === 0) return `${label}: no median to draw.${seen.join('')}`
  const highest = Math.max(...finite)
  const at = hours[band.median.indexOf(highest)]!
  const k = band.median.indexOf(highest)
  const around = band.p05 && band.p95 ? `, middle 90 % ${figure(band.p05[k]!)} to ${figure(band.p95[k]!)} ${unit}` : ''
  return `${label}: the median is highest at ${figure(at)} h with ${figure(highest)} ${unit}${around}.${seen.join('')}`
}

function gaps({ label, hours, band, uncertainty, observed = [] }: BandsPanel, log: boolean): readonly string[] {
  const lines = [band.median, band.p05, band.p25, band.p75, band.p95, uncertainty?.low, uncertainty?.high]
  const simulated = lines.flatMap((values) => (values ? hours.map((_, i) => values[i] ?? NaN) : []))
  const seen = observed.flatMap((o) => o.hours.map((_, i) => o.values[i] ?? NaN))
  return [...said(label, 'simulated value', simulated, log), ...said(label, 'observed value', seen, log)]
}

/** One sentence for what is missing and one for what a logarithmic axis cannot show. */
export function said(label: string, kind: string, values: readonly number[], log: boolean): readonly string[] {
  const missing = values.filter((v) => !Number.isFinite(v)).length
  const low = log ? values.filter((v) => v <= 0).length : 0
  return [
    ...(missing > 0
      ? [`${label}: ${count(missing, kind, `${kind}s`)} missing, left as ${missing === 1 ? 'a gap' : 'gaps'}.`]
      : []),
    ...(low > 0 ? [`${label}: ${count(low, kind, `${kind}s`)} not above 0, not drawn on a logarithmic axis.`] : []),
  ]
}
