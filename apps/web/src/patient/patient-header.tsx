import type { PatientPage } from '@anodyne/server'
import type { ReactElement } from 'react'
import { countKinds, countWords, verdict } from '../finding/kind.ts'
import { KindMark } from '../finding/kind-mark.tsx'
import { day } from '../format/date.ts'
import { count } from '../format/number.ts'
import { ageWords, nameWords, phaseWords, sexWords, weightWords } from '../format/person.ts'

/** Identity first, then where in the treatment, then how the day's findings stand. */
export function PatientHeader({ page }: { readonly page: PatientPage }): ReactElement {
  const { assessment } = page
  const { person, phase, issues, findings, asOf } = assessment
  const worst = findings[0]
  const counts = countKinds(findings)
  return (
    <header className="patient-header">
      <h1>{nameWords(person)}</h1>
      <dl className="vitals">
        <div>
          <dt>Age</dt>
          <dd>
            {ageWords(person.age)}
            {person.birthDate !== undefined && <span className="quiet"> born {day(person.birthDate)}</span>}
          </dd>
        </div>
        <div>
          <dt>Sex</dt>
          <dd>{sexWords(person.sex)}</dd>
        </div>
        <div>
          <dt>Weight</dt>
          <dd>
            {weightWords(person.weight)}
            {person.weighedOn !== undefined && <span className="quiet"> on {day(person.weighedOn)}</span>}
          </dd>
        </div>
        <div>
          <dt>Phase</dt>
          <dd>{phaseWords[phase]}</dd>
        </div>
        <div>
          <dt>Assessed as of</dt>
          <dd>{day(asOf)}</dd>
        </div>
        <div>
          <dt>Record</dt>
          <dd>{issues.length === 0 ? 'read without issues' : <a href="#record">{count(issues.length, 'issue')}</a>}</dd>
        </div>
      </dl>
      {worst && (
        <p className="verdict">
          <KindMark kind={worst.kind} />
          <span>{verdict(worst, counts)}</span>
          {worst.kind !== 'clear' && <span className="quiet">{countWords(counts)}</span>}
        </p>
      )}
    </header>
  )
}
