import type { Dose, PlannedRegimen } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { courseWords, doseOnce, drugWords, howOften } from '../format/dose.ts'
import { StageList } from './stage-list.tsx'

export interface DoseLinesProps {
  readonly dose: Dose
  readonly regimen?: PlannedRegimen | undefined
}

/** A dose as it is read back: mg, then mL and strength, then how often and how long. Each line whole. */
export function DoseLines({ dose, regimen }: DoseLinesProps): ReactElement {
  const course = regimen && courseWords(regimen)
  return (
    <div className="dose">
      <p className="dose-amount">{doseOnce(dose)}</p>
      <p className="dose-times">{howOften(dose, regimen)}</p>
      {course !== undefined && <p className="small">{course}</p>}
      <StageList stages={regimen?.stages ?? []} />
      <p className="quiet">{drugWords(dose)}</p>
    </div>
  )
}
