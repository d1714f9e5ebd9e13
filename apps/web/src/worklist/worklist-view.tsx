import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { fetchPatients } from '../api/client.ts'
import { day } from '../format/date.ts'
import { Notices } from '../page/notices.tsx'
import { Failure, Loading } from '../page/states.tsx'
import { usePageTitle } from '../route/navigation.tsx'
import { ImportBundle } from './import-bundle.tsx'
import { apart } from './order.ts'
import { PatientRows } from './patient-rows.tsx'

export function WorklistView(): ReactElement {
  usePageTitle('Patients')
  const { data, error, refetch } = useQuery({ queryKey: ['patients'], queryFn: fetchPatients })
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading what="the list" />
  const { clinic, synthetic } = apart(data.patients)
  return (
    <>
      <Notices protocolSigned={data.protocol.signed} />
      <header className="list-head">
        <div>
          <h1>Patients</h1>
          <p className="quiet">
            Who needs attention first, as of {day(data.asOf)}. Protocol: {data.protocol.title}, {data.protocol.version}
          </p>
        </div>
        <ImportBundle />
      </header>
      <section aria-labelledby="clinic-title">
        <h2 id="clinic-title">Clinic</h2>
        {clinic.length > 0 ? (
          <PatientRows rows={clinic} label="Clinic patients" />
        ) : (
          <p className="empty">
            No patient yet. Import a FHIR bundle to begin{synthetic.length > 0 && ', or look at a synthetic one below'}.
          </p>
        )}
      </section>
      {synthetic.length > 0 && (
        <section className="synthetic" aria-labelledby="synthetic-title">
          <h2 id="synthetic-title">Demo patients, synthetic</h2>
          <p className="quiet">
            Made up, each to show one situation. Not people. Kept apart from the clinic’s records.
          </p>
          <PatientRows rows={synthetic} label="Synthetic demo patients" />
        </section>
      )}
    </>
  )
}
