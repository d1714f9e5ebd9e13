import type { PatientPage as Page } from '@anodyne/server'
import { lazy, Suspense, type ReactElement } from 'react'
import { FindingList } from '../finding/finding-list.tsx'
import { questions } from '../finding/questions.ts'
import { ForecastSection } from '../forecast/forecast-section.tsx'
import { nameWords } from '../format/person.ts'
import { MechanismList } from '../mechanism/mechanism-list.tsx'
import { OptionList } from '../option/option-list.tsx'
import { Notices } from '../page/notices.tsx'
import { usePageTitle } from '../route/navigation.tsx'
import { TreatmentLedger } from '../treatment/treatment-ledger.tsx'
import { IssueList } from './issue-list.tsx'
import { PatientHeader } from './patient-header.tsx'
import { SignedPlans } from './signed-plans.tsx'

const ObservedChart = lazy(() => import('./observed-chart.tsx'))

const sections = [
  ['findings', 'Findings'],
  ['observed', 'Observed'],
  ['mechanisms', 'Mechanisms'],
  ['treatment', 'Conventional treatment'],
  ['options', 'Options'],
  ['forecast', 'Forecast'],
  ['plans', 'Signed plans'],
  ['record', 'Record'],
] as const

/** How many findings take room on the page: those that wait for one answer stand together, the clear ones are folded. */
function worded(findings: Page['assessment']['findings']): number {
  const missing = findings.filter(({ kind }) => kind === 'missing')
  return findings.filter(({ kind }) => kind !== 'clear').length - missing.length + questions(missing).length
}

/** One person on one day: what was found, what may be done, what might follow. */
export function PatientPage({ page }: { readonly page: Page }): ReactElement {
  const { realm, assessment, series, plans } = page
  const { person, protocol, findings, mechanisms, treatments, issues } = assessment
  usePageTitle(nameWords(person))
  const observed = series.pain.length + series.bloodPressure.length > 0
  // Columns of about one height: where the findings stand depends on how much they say.
  const said = worded(findings)
  const seen = (
    <section id="observed" aria-labelledby="observed-title">
      <h2 id="observed-title">Observed so far</h2>
      {observed ? (
        <Suspense fallback={<p className="state">Drawing …</p>}>
          <ObservedChart series={series} asOf={assessment.asOf} />
        </Suspense>
      ) : (
        <p className="empty">No pain score and no blood pressure with a date in this record.</p>
      )}
    </section>
  )
  const found = (
    <section id="findings" className={said > 6 ? 'findings-many' : ''} aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      <FindingList findings={findings} />
    </section>
  )
  const why = (
    <section id="mechanisms" aria-labelledby="mechanisms-title">
      <h2 id="mechanisms-title">Mechanisms</h2>
      <MechanismList profiles={mechanisms} chronicity={assessment.chronicity} />
    </section>
  )
  return (
    <>
      <Notices synthetic={person.synthetic || realm === 'demo'} protocolSigned={protocol.signed !== undefined} />
      <PatientHeader page={page} />
      <nav className="sections" aria-label="On this page">
        {sections.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      {said > 6 && found}
      <div className="columns">
        <div>
          {said <= 6 && found}
          {said <= 6 && seen}
          {(said <= 2 || said > 6) && why}
          {said > 6 && seen}
        </div>
        <div>
          {said > 2 && said <= 6 && why}
          <section id="treatment" aria-labelledby="treatment-title">
            <h2 id="treatment-title">Conventional treatment</h2>
            <TreatmentLedger treatments={treatments} />
          </section>
        </div>
      </div>
      <section id="options" aria-labelledby="options-title">
        <h2 id="options-title">Options</h2>
        <OptionList realm={realm} assessment={assessment} />
      </section>
      {assessment.options.length > 0 && (
        <section id="forecast" aria-labelledby="forecast-title">
          <h2 id="forecast-title">Forecast</h2>
          <ForecastSection page={page} />
        </section>
      )}
      <section id="plans" aria-labelledby="plans-title">
        <h2 id="plans-title">Signed plans</h2>
        <SignedPlans realm={realm} patient={person.id} plans={plans} />
      </section>
      <section id="record" aria-labelledby="record-title">
        <h2 id="record-title">Record</h2>
        <IssueList assessment={assessment} issues={issues} />
      </section>
    </>
  )
}
