/** Any model of the library as bands: the concentrations that it has, in virtual patients as they differ. */
import { sketchQuantiles, SKETCH_ERROR, stream, type Sketches } from '@anodyne/pharmacology'
import { studyOf } from '../simulation/crew/job.ts'
import type { Study } from '../simulation/study.ts'
import type { BandsPlot } from './data.ts'
import { DAY, LONGEST } from './forecast-bands.ts'
import { figure } from './markup.ts'

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Of a course longer than `LONGEST` the last day, as with a forecast. @throws RangeError for what cannot be simulated */
export function studyBands({ job, manifest }: Study, scale: 'linear' | 'log'): BandsPlot {
  const end = job.times.at(-1)!
  const isLong = end - job.times[0]! > LONGEST
  const times = job.times.filter((time) => !isLong || time >= end - DAY)
  const { outputs, model, scenario, outsideTheModel, seed } = manifest
  const sketches = summed(stream(studyOf({ ...job, times }), { n: job.n, first: job.first }))
  return {
    title: scenario,
    scale,
    timeLabel: 'Time since the first dose',
    basis: { kind: 'simulated', models: [`${model.id} ${model.version}`], patients: job.n, seed },
    notes: [
      `Bands: how people differ, without assay error; quantiles to ${figure(SKETCH_ERROR * 100)} %.`,
      ...(outsideTheModel.length > 0 ? [`Outside what the model was made from: ${outsideTheModel.join('; ')}.`] : []),
    ],
    panels: outputs.map(({ name, unit }, output) => {
      const each = times.map((_, k) => sketchQuantiles(sketches, k * outputs.length + output, LEVELS))
      const at = (level: number) => each.map((row) => row[level]!)
      return {
        label: `${name.charAt(0).toUpperCase()}${name.slice(1)}${isLong ? ', last day' : ''}`,
        unit,
        hours: times,
        band: { p05: at(0), p25: at(1), median: at(2), p75: at(3), p95: at(4) },
      }
    }),
  }
}

function summed(run: Generator<unknown, Sketches>): Sketches {
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}
