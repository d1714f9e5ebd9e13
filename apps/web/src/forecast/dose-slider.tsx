import type { PatientPage } from '@anodyne/server'
import type { ReactElement } from 'react'
import { milligrams, millilitres, strength, timesADay } from '../format/dose.ts'

export interface DoseSliderProps {
  readonly slider: PatientPage['slider']
  readonly mg: number
  readonly onChange: (mg: number) => void
}

/** One dose, inside the protocol's limits, always with its volume and strength. */
export function DoseSlider({ slider, mg, onChange }: DoseSliderProps): ReactElement {
  const { minMg, maxMg, stepMg, timesPerDay } = slider
  const mL = mg / slider.strength
  const words = `${milligrams(mg)} = ${millilitres(mL)} of ${strength(slider.strength)}`
  return (
    <div className="dose-slider">
      <label htmlFor="dose">Dose</label>
      <output htmlFor="dose" className="dose">
        <span className="dose-amount">{words.replaceAll(' ', '\u00a0')}</span>
        <span className="dose-times">{timesADay(timesPerDay)}</span>
      </output>
      <input
        id="dose"
        type="range"
        min={minMg}
        max={maxMg}
        step={stepMg}
        value={mg}
        aria-valuetext={`${words}, ${timesADay(timesPerDay)}`}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <span className="slider-ends quiet" aria-hidden="true">
        <span>{milligrams(minMg)}</span>
        <span>{milligrams(maxMg)}</span>
      </span>
    </div>
  )
}
