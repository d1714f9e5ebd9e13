import type { PatientPage } from '@anodyne/server'
import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react'
import { ModelLink } from '../model/model-link.tsx'
import { decimal, NBSP } from '../format/number.ts'
import { predictions } from '../option/prediction-words.ts'
import { DoseSlider } from './dose-slider.tsx'
import { doseTimes, onGrid, whatIf, DAYS } from './job.ts'
import { ceilings, type Window } from './panels.ts'
import { useForecast, useSettled } from './use-forecast.ts'
import { prose } from '../format/prose.ts'

const ForecastChart = lazy(() => import('./forecast-chart.tsx'))

const windows: Record<Window, string> = {
  course: `${DAYS}${NBSP}days`,
  'first-day': `First 24${NBSP}h`,
  'last-day': `Last 24${NBSP}h`,
}

/** What might happen at another dose, worked out in this browser. A question, never an order. */
export function ForecastSection({ page }: { readonly page: PatientPage }): ReactElement {
  const { slider, forecastPerson, forecastPast, forecastNotes, assessment } = page
  const dosed = assessment.options.filter((option) => option.dose)
  const offered = (dosed.find((option) => option.kind !== 'test-dose') ?? dosed[0])?.dose?.mg
  const [mg, setMg] = useState(() => onGrid(offered, slider))
  const [window, setWindow] = useState<Window>('course')
  const settled = useSettled(mg, 120)

  const job = useMemo(
    () => whatIf(settled, slider.timesPerDay, forecastPerson, forecastPast),
    [settled, slider, forecastPerson, forecastPast],
  )
  const highest = useMemo(
    () => whatIf(slider.maxMg, slider.timesPerDay, forecastPerson, forecastPast),
    [slider, forecastPerson, forecastPast],
  )
  const answer = useForecast(job)
  const top = useForecast(highest)
  const doses = useMemo(() => doseTimes(slider.timesPerDay), [slider])
  const stale = settled !== mg || answer.isPlaceholderData
  const failed = answer.error ?? top.error

  return (
    <div className="forecast">
      <div className="forecast-controls">
        <p className="what-if">
          <strong>What if, not an order.</strong> A dose on this slider is not prescribed, not kept and not sent.
        </p>
        <DoseSlider slider={slider} mg={mg} onChange={setMg} />
        {answer.data && (
          <div>
            <h3>
              Predicted <span className="quiet">median (90{NBSP}% interval)</span>
            </h3>
            <dl className="predictions" data-stale={stale}>
              {predictions(answer.data.forecast).map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        {answer.data && (
          <p className="quiet" role="status">
            {stale
              ? 'Recomputing …'
              : `Predicted for ${answer.data.forecast.n} virtual patients like this one, in ${decimal(answer.data.ms, 0)}${NBSP}ms, in this browser. Model `}
            {!stale && <ModelLink {...answer.data.forecast.model} />}
          </p>
        )}
        {answer.data && (
          <div className="small">
            <h3>Assumed</h3>
            <ul>
              {[...answer.data.forecast.assumed, ...forecastNotes].map((line) => (
                <li key={line}>{prose(line)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="forecast-drawing" aria-busy={stale}>
        <fieldset className="windows">
          <legend>Time shown</legend>
          {(Object.keys(windows) as Window[]).map((name) => (
            <label key={name}>
              <input type="radio" name="window" checked={window === name} onChange={() => setWindow(name)} />
              <span>{windows[name]}</span>
            </label>
          ))}
        </fieldset>
        {failed ? (
          <p className="refused" role="alert">
            <strong>This dose cannot be forecast.</strong> {failed.message}
          </p>
        ) : answer.data ? (
          <Suspense fallback={<p className="state">Drawing …</p>}>
            <ForecastChart
              forecast={answer.data.forecast}
              window={window}
              ceilings={ceilings((top.data ?? answer.data).forecast)}
              doses={doses}
            />
          </Suspense>
        ) : (
          <p className="state" role="status">
            Simulating {highest.n} virtual patients …
          </p>
        )}
      </div>
    </div>
  )
}
