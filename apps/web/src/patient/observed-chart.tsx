import type { PatientPage } from '@anodyne/server'
import { useEffect, useRef, type ReactElement } from 'react'
import { day } from '../format/date.ts'
import { decimal } from '../format/number.ts'
import { useWidth } from '../forecast/use-width.ts'
import { drawPain, drawPressure, observedSpan, pressureWords } from './observed-marks.ts'

export interface ObservedChartProps {
  readonly series: PatientPage['series']
  readonly asOf: string
}

/** What was measured so far: pain 0 to 10 and blood pressure, over one time axis. */
export default function ObservedChart({ series, asOf }: ObservedChartProps): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>()
  const pain = useRef<HTMLDivElement>(null)
  const pressure = useRef<HTMLDivElement>(null)
  const { pain: scores, bloodPressure } = series
  useEffect(() => {
    const span = observedSpan(series, asOf)
    if (width === 0 || !span) return
    const both = series.pain.length > 0 && series.bloodPressure.length > 0
    pain.current?.replaceChildren(drawPain(series, { width, span, timeAxis: !both }))
    pressure.current?.replaceChildren(drawPressure(series, { width, span, timeAxis: true }))
  }, [series, asOf, width])
  const latest = scores[0]
  const pressed = bloodPressure[0]
  return (
    <div ref={ref} className="panels observed">
      {scores.length > 0 && (
        <figure>
          <figcaption>
            Observed pain <span className="quiet">0 to 10</span>
          </figcaption>
          <div
            role="img"
            aria-label={`Observed pain, 0 to 10: ${scores.length} scores, latest ${decimal(latest?.value, 1)} on ${day(latest?.at)}`}
          >
            <div ref={pain} aria-hidden="true" />
          </div>
        </figure>
      )}
      {bloodPressure.length > 0 && (
        <figure>
          <figcaption>
            Observed blood pressure <span className="quiet">mmHg</span>
          </figcaption>
          <div
            role="img"
            aria-label={`Observed blood pressure: ${bloodPressure.length} readings, latest ${pressed && pressureWords(pressed)} mmHg on ${day(pressed?.at)}`}
          >
            <div ref={pressure} aria-hidden="true" />
          </div>
        </figure>
      )}
    </div>
  )
}
