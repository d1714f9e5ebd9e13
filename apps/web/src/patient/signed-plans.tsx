import type { PlanSummary, Realm } from '@anodyne/server'
import type { ReactElement } from 'react'
import { moment } from '../format/date.ts'
import { roleWords } from '../plan/role.ts'
import { Link } from '../route/navigation.tsx'
import { planPath } from '../route/route.ts'
import { prose } from '../format/prose.ts'

export interface SignedPlansProps {
  readonly realm: Realm
  readonly patient: string
  readonly plans: readonly PlanSummary[]
}

export function SignedPlans({ realm, patient, plans }: SignedPlansProps): ReactElement {
  if (plans.length === 0) return <p className="empty">No plan has been signed for this person.</p>
  return (
    <ul className="plans plain">
      {plans.map(({ id, title, signedAt, signedBy }) => (
        <li key={id}>
          <Link href={planPath(realm, patient, id)}>{prose(title)}</Link>
          <span className="quiet">
            signed {moment(signedAt)} by {signedBy.name}, {roleWords[signedBy.role]}
          </span>
        </li>
      ))}
    </ul>
  )
}
