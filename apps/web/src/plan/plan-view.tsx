import type { Realm } from '@anodyne/server'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { fetchPlan } from '../api/client.ts'
import { Failure, Loading } from '../page/states.tsx'
import { PlanSheet } from './plan-sheet.tsx'

export interface PlanViewProps {
  readonly realm: Realm
  readonly id: string
  readonly plan: string
}

export function PlanView({ realm, id, plan }: PlanViewProps): ReactElement {
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', realm, id, plan],
    queryFn: () => fetchPlan(realm, id, plan),
    // A signed plan never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data) return <PlanSheet page={data} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return <Loading what="the plan" />
}
