/** A forecast as bands: how people differ, and apart from it what is not known of the typical one. */
import type { EffectBands, FullForecast } from '@anodyne/pharmacology'
import type { BandsPanel, BandsPlot } from './data.ts'

/** A fraction is drawn as per cent. */
const times = (values: readonly number[], by: number) => values.map((value) => value * by)

type Drawn = Exclude<keyof EffectBands, 'antinociception' | 'occupancy'>

const panels: readonly { readonly of: Drawn; readonly label: string; readonly unit: string; readonly by?: number }[] = [
  { of: 'ketamine', label: 'Ketamine in venous plasma', unit: 'ng/mL' },
  { of: 'norketamine', label: 'Norketamine in venous plasma', unit: 'ng/mL' },
  { of: 'dissociation', label: 'Psychotropic effect', unit: '0–10' },
  { of: 'pressure', label: 'Rise of systolic pressure', unit: 'mmHg' },
]
const relief = { of: 'relief', label: 'Relief, if a responder', unit: '% of pain', by: 100 } as const
export const DAY = 24
/** h; of a longer course the last day is drawn: more peaks than these stand too close to be seen. */
export const LONGEST = 3 * DAY
/** h; before it slow relief has hardly begun */
const WEEK = 7 * DAY

/**
 * @param says the regimen in words
 * @param levels over the whole course, or over its last day where that is longer than `LONGEST`
 * @param whole the same over the whole course, for what is slow
 */
export function forecastBands(
  says: string,
  levels: FullForecast,
  scale: 'linear' | 'log',
  whole: FullForecast = levels,
): BandsPlot {
  const { model, n, seed, hours, assumed } = levels
  const last = hours[0]! > 0 ? ', last day' : ''
  const panel = (
    { people, knowledge, hours }: FullForecast,
    { of, label, unit, by = 1 }: (typeof panels)[number],
  ): BandsPanel => ({
    label: `${label}${of === 'relief' ? '' : last}`,
    unit,
    hours,
    band: {
      p05: times(people[of].p05, by),
      p25: times(people[of].p25, by),
      median: times(people[of].median, by),
      p75: times(people[of].p75, by),
      p95: times(people[of].p95, by),
    },
    uncertainty: {
      low: times(knowledge[of].p05, by),
      high: times(knowledge[of].p95, by),
      label: 'typical person, 90 % of what is not known',
    },
  })
  // Effects are 0 before the first dose, and small ones mean nothing on a logarithmic axis.
  const drawn = (scale === 'log' ? panels.slice(0, 2) : panels).map((one) => panel(levels, one))
  const slow = scale === 'log' || whole.hours.at(-1)! < WEEK ? [] : [panel(whole, relief)]
  return {
    title: says,
    subtitle: 'Predicted for virtual patients; no panel is a measurement or a promise',
    scale,
    timeLabel: 'Time since the first dose',
    basis: { kind: 'simulated', models: [`${model.id} ${model.version}`], patients: n, seed },
    notes: [
      'Bands: how people differ, every uncertain number at its estimate. Dashed: the typical person, as those numbers are drawn.',
      ...(assumed.length > 0 ? [`Assumed: ${assumed.join('; ')}.`] : []),
    ],
    panels: [...drawn, ...slow],
  }
}
