import type { Realm } from '@anodyne/server'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { fetchPatient } from '../api/client.ts'
import { Failure, Loading } from '../page/states.tsx'
import { PatientPage } from './patient-page.tsx'

export interface PatientViewProps {
  readonly realm: Realm
  readonly id: string
}

export function PatientView({ realm, id }: PatientViewProps): ReactElement {
  const { data, error, refetch } = useQuery({
    queryKey: ['patient', realm, id],
    queryFn: () => fetchPatient(realm, id),
    // A record is read again only when asked for: a page must not change under the hand that signs.
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
  if (data) return <PatientPage page={data} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return <Loading what="the record" />
}
