import type { Band, FullForecast } from '@anodyne/pharmacology'
import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from 'react'
import { decimal, measured, NBSP } from '../format/number.ts'
import { drawPanel } from './panel-marks.ts'
import { morePanels, panels, windowHours, type Ceilings, type Panel, type Window } from './panels.ts'
import { useWidth } from './use-width.ts'

const GradedStatements = lazy(() => import('./graded-statements.tsx'))
const Taken = lazy(() => import('./taken-for-granted.tsx'))

export interface ForecastChartProps {
  readonly forecast: FullForecast
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

/** The panel's last middle and its two spreads, for those who do not see it. */
function spoken({ title, unit, points, other }: Panel): string {
  const last = points.at(-1)
  if (!last) return `${title}: not known`
  const second = other?.points.at(-1)
  return [
    `${title}, ${unit}: at the end ${measured(last.median)}`,
    ...(last.least === undefined || last.most === undefined
      ? []
      : [`one new patient, with 90 % probability, between ${measured(last.least)} and ${measured(last.most)}`]),
    `90 % of people between ${measured(last.p05)} and ${measured(last.p95)}`,
    `the typical person not known better than between ${measured(last.low)} and ${measured(last.high)}`,
    ...(second ? [`${measured(second.median)} by a second source`] : []),
  ].join(', ')
}

interface PanelListProps {
  readonly shown: readonly Panel[]
  readonly width: number
  readonly span: readonly [number, number]
  readonly doses: readonly number[]
}

function PanelList({ shown, width, span, doses }: PanelListProps): ReactElement {
  return (
    <>
      {shown.map((panel, i) => (
        <figure key={panel.id} data-panel={panel.id}>
          <figcaption>
            {panel.title} <span className="quiet">{panel.unit}</span>
          </figcaption>
          {width > 0 && (
            <Drawing
              says={spoken(panel)}
              draw={() => drawPanel(panel, { width, span, doses, timeAxis: i === shown.length - 1 })}
            />
          )}
        </figure>
      ))}
    </>
  )
}

/** Four panels over one time axis; three more, and what is not drawn, on request. */
export default function ForecastChart({ forecast, window, ceilings, doses }: ForecastChartProps): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>()
  const [more, setMore] = useState(false)
  const span = windowHours(window, forecast.hours.at(-1) ?? 0)
  const frame = { width, span, doses }
  return (
    <div ref={ref} className="panels">
      <Legend />
      <PanelList shown={panels(forecast, window, ceilings)} {...frame} />
      <p className="quiet">Each mark under a panel is a dose.</p>
      <details className="more" onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>More: receptors, test pain, pulse</summary>
        {more && (
          <>
            <PanelList shown={morePanels(forecast, window)} {...frame} />
            <Suspense fallback={null}>
              <Taken forecast={forecast} />
            </Suspense>
          </>
        )}
      </details>
      <details className="numbers">
        <summary>The numbers</summary>
        <NumbersTable forecast={forecast} />
      </details>
      <Suspense fallback={null}>
        <GradedStatements />
      </Suspense>
    </div>
  )
}

/** The two spreads in plain words, beside the marks that carry them. */
function Legend(): ReactElement {
  return (
    <ul className="legend">
      <li>
        <span className="swatch swatch-people" aria-hidden="true" />
        <span>
          <strong>People differ</strong>: 90{NBSP}% of virtual patients like this one lie in the plain band.
        </span>
      </li>
      <li>
        <span className="swatch swatch-unknown" aria-hidden="true" />
        <span>
          <strong>Not known</strong>: where the typical patient lies; 90{NBSP}% of what studies allow is in the ribbon
          with dashed edges.
        </span>
      </li>
      <li>
        <span className="swatch swatch-together" aria-hidden="true" />
        <span>
          <strong>Together</strong>: one new patient, with 90{NBSP}% probability, between the thin outer lines. Read
          these for the patient before you.
        </span>
      </li>
      <li>
        <span className="swatch swatch-median" aria-hidden="true" />
        <span>
          <strong>Median</strong>: half of the virtual patients lie above.
        </span>
      </li>
    </ul>
  )
}

/** Relief at the end of each week, in figures. */
function NumbersTable({ forecast }: { readonly forecast: FullForecast }): ReactElement {
  const weeks = [7, 14, 21, 28].map((day) => ({ day, at: forecast.hours.findIndex((hour) => hour >= day * 24) }))
  const percent = (values: readonly number[], at: number) => decimal((values[at] ?? Number.NaN) * 100, 0)
  const interval = (band: Band, at: number) => `${percent(band.p05, at)} to ${percent(band.p95, at)}`
  const { people, knowledge, relief } = forecast
  return (
    <table>
      <caption>
        Predicted relief among virtual patients who respond, % of baseline pain; intervals hold 90{NBSP}%
      </caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Median</th>
          <th scope="col">People differ</th>
          <th scope="col">Not known</th>
          <th scope="col">Together</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ day, at }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td>{percent(people.relief.median, at)}</td>
            <td>{interval(people.relief, at)}</td>
            <td>{interval(knowledge.relief, at)}</td>
            <td>{interval(relief, at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
