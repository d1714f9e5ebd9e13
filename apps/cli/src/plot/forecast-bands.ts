/** A forecast as bands: how people differ, and apart from it what is not known of the typical one. */
import type { EffectBands, FullForecast } from '@anodyne/pharmacology'
import type { BandsPanel, BandsPlot } from './data.ts'

type Drawn = Exclude<keyof EffectBands, 'antinociception' | 'occupancy'>

const panels: readonly { readonly of: Drawn; readonly label: string; readonly unit: string }[] = [
  { of: 'ketamine', label: 'Ketamine in venous plasma', unit: 'ng/mL' },
  { of: 'norketamine', label: 'Norketamine in venous plasma', unit: 'ng/mL' },
  { of: 'dissociation', label: 'Psychotropic effect', unit: '0–10' },
  { of: 'pressure', label: 'Rise of systolic pressure', unit: 'mmHg' },
]
const relief = { of: 'relief', label: 'Relief in one who responds', unit: 'fraction of pain' } as const
/** h; before it slow relief has hardly begun */
const WEEK = 168

/** @param says the regimen in words */
export function forecastBands(says: string, forecast: FullForecast, scale: 'linear' | 'log'): BandsPlot {
  const { model, n, seed, hours, assumed, people, knowledge } = forecast
  const panel = ({ of, label, unit }: (typeof panels)[number]): BandsPanel => ({
    label,
    unit,
    hours,
    band: people[of],
    uncertainty: {
      low: knowledge[of].p05,
      high: knowledge[of].p95,
      label: 'typical person, 90 % of what is not known',
    },
  })
  // Effects are 0 before the first dose, and small ones mean nothing on a logarithmic axis.
  const concentrations = panels.slice(0, 2)
  const drawn = scale === 'log' ? concentrations : (hours.at(-1) ?? 0) < WEEK ? panels : [...panels, relief]
  return {
    title: says,
    scale,
    timeLabel: 'Time since the first dose',
    basis: { kind: 'simulated', models: [`${model.id} ${model.version}`], patients: n, seed },
    notes: [
      'Bands: how people differ, every uncertain number at its estimate. Dashed: the typical person, as those numbers are drawn.',
      ...(assumed.length > 0 ? [`Assumed: ${assumed.join('; ')}.`] : []),
    ],
    panels: drawn.map(panel),
  }
}
