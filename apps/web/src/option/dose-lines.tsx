import type { Dose } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { doseOnce, drugWords, timesADay } from '../format/dose.ts'

/** A dose as it is read back: mg, then mL and strength, then how often. Each line whole. */
export function DoseLines({ dose }: { readonly dose: Dose }): ReactElement {
  return (
    <div className="dose">
      <p className="dose-amount">{doseOnce(dose)}</p>
      <p className="dose-times">{timesADay(dose.timesPerDay)}</p>
      <p className="quiet">{drugWords(dose)}</p>
    </div>
  )
}
