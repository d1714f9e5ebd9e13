import type { Dose } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { doseOnce, drugWords, milligrams, timesADay } from '../format/dose.ts'

/** A dose as it is read back: mg, then mL and strength, then how often. Each line whole. */
export function DoseLines({ dose, mgPerDay }: { readonly dose: Dose; readonly mgPerDay?: number }): ReactElement {
  return (
    <div className="dose">
      <p className="dose-amount">{doseOnce(dose)}</p>
      <p className="dose-times">
        {timesADay(dose.timesPerDay)}
        {mgPerDay !== undefined && <span className="quiet"> · {milligrams(mgPerDay)} a day</span>}
      </p>
      <p className="quiet">{drugWords(dose)}</p>
    </div>
  )
}
