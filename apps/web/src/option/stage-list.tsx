import type { PlannedRegimen } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { doseOnce, timesADay } from '../format/dose.ts'
import { count } from '../format/number.ts'

export interface StageListProps {
  readonly stages: NonNullable<PlannedRegimen['stages']>
}

/** A taper's stages in order; a line may turn only between the amount and how often. */
export function StageList({ stages }: StageListProps): ReactElement | null {
  if (stages.length === 0) return null
  return (
    <ol className="stages">
      {stages.map(({ dose, days }, i) => (
        <li key={i}>
          {dose.mg === 0 ? (
            <>no ketamine for {count(days, 'day')}</>
          ) : (
            <>
              <span className="nowrap">{doseOnce(dose)},</span>{' '}
              <span className="nowrap">
                {timesADay(dose.timesPerDay)} for {count(days, 'day')}
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
