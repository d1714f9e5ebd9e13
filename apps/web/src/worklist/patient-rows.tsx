import type { PatientRow } from '@anodyne/server'
import type { ReactElement } from 'react'
import { countWords, verdict } from '../finding/kind.ts'
import { KindMark } from '../finding/kind-mark.tsx'
import { day } from '../format/date.ts'
import { ageWords, phaseWords } from '../format/person.ts'
import { Link } from '../route/navigation.tsx'
import { patientPath } from '../route/route.ts'
import { prose } from '../format/prose.ts'

function Row({ row }: { readonly row: PatientRow }): ReactElement {
  const { realm, id, name, age, sex, synthetic, phase, worst, counts, lastPlan } = row
  return (
    <li className="row" data-kind={worst.kind}>
      <div className="row-why">
        <KindMark kind={worst.kind} />
        <p>
          {verdict(worst, counts)} {worst.kind !== 'clear' && <span className="rule">{worst.rule}</span>}
        </p>
        {worst.kind !== 'clear' && <p className="quiet">{countWords(counts)}</p>}
      </div>
      <div className="row-who">
        <Link href={patientPath(realm, id)}>{name}</Link>
        <p className="quiet">
          {ageWords(age)}
          {sex !== undefined && `, ${sex}`}
          {synthetic && <span className="synthetic-tag">synthetic</span>}
        </p>
      </div>
      <p className="row-phase">{phaseWords[phase]}</p>
      <p className="row-plan">
        {lastPlan ? (
          <>
            {prose(lastPlan.title)}
            <span className="quiet">
              {day(lastPlan.signedAt)}, {lastPlan.signedBy}
            </span>
          </>
        ) : (
          <span className="quiet">No plan signed</span>
        )}
      </p>
    </li>
  )
}

/** Who needs attention, why, and where they are in the treatment. */
export function PatientRows({
  rows,
  label,
}: {
  readonly rows: readonly PatientRow[]
  readonly label: string
}): ReactElement {
  return (
    <ul className="rows plain" aria-label={label}>
      {rows.map((row) => (
        <Row key={`${row.realm}/${row.id}`} row={row} />
      ))}
    </ul>
  )
}
