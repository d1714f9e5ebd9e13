import type { Forecast } from '@anodyne/pharmacology'
import { useEffect, useRef, type ReactElement } from 'react'
import { decimal, measured } from '../format/number.ts'
import { drawPanel } from './panel-marks.ts'
import { panels, windowHours, type Ceilings, type Panel, type Window } from './panels.ts'
import { useWidth } from './use-width.ts'

export interface ForecastChartProps {
  readonly forecast: Forecast
  readonly window: Window
  readonly ceilings: Ceilings
  readonly doses: readonly number[]
}

/** Plot's drawing, with one sentence in its place for those who do not see it. */
function Drawing({ draw, says }: { readonly draw: () => Element; readonly says: string }): ReactElement {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.replaceChildren(draw()), [draw])
  return (
    <div role="img" aria-label={says}>
      <div ref={ref} aria-hidden="true" />
    </div>
  )
}

/** The panel's last median and 90 % interval, for those who do not see it. */
function spoken({ title, unit, points }: Panel): string {
  const last = points.at(-1)
  if (!last) return `${title}: not known`
  return `${title}, ${unit}: at the end ${measured(last.median)}, 90 % of virtual patients between ${measured(last.p05)} and ${measured(last.p95)}`
}

/** Four panels over one time axis. */
export default function ForecastChart({ forecast, window, ceilings, doses }: ForecastChartProps): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>()
  const drawn = panels(forecast, window, ceilings)
  const span = windowHours(window, forecast.hours.at(-1) ?? 0)
  return (
    <div ref={ref} className="panels">
      {drawn.map((panel, i) => (
        <figure key={panel.id} data-panel={panel.id}>
          <figcaption>
            {panel.title} <span className="quiet">{panel.unit}</span>
          </figcaption>
          {width > 0 && (
            <Drawing
              says={spoken(panel)}
              draw={() => drawPanel(panel, { width, span, doses, timeAxis: i === drawn.length - 1 })}
            />
          )}
        </figure>
      ))}
      <p className="quiet">
        Each mark under a panel is a dose. Inner band: the middle 50{'\u00a0'}% of virtual patients; outer band: 90
        {'\u00a0'}%.
      </p>
      <details className="numbers">
        <summary>The numbers</summary>
        <NumbersTable forecast={forecast} />
      </details>
    </div>
  )
}

/** Relief at the end of each week, in figures. */
function NumbersTable({ forecast }: { readonly forecast: Forecast }): ReactElement {
  const weeks = [7, 14, 21, 28].map((day) => ({ day, at: forecast.hours.findIndex((hour) => hour >= day * 24) }))
  const cell = (values: readonly number[], at: number) => decimal((values[at] ?? Number.NaN) * 100, 0)
  return (
    <table>
      <caption>Predicted relief among virtual patients who respond, % of baseline pain</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">5 %</th>
          <th scope="col">25 %</th>
          <th scope="col">Median</th>
          <th scope="col">75 %</th>
          <th scope="col">95 %</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ day, at }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {(['p05', 'p25', 'median', 'p75', 'p95'] as const).map((q) => (
              <td key={q}>{cell(forecast.relief[q], at)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
