import type { Assessment, Issue } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { HashLine } from '../plan/hash-line.tsx'

export interface IssueListProps {
  readonly assessment: Assessment
  readonly issues: readonly Issue[]
}

/** What could not be read, with where it stands in the bundle, and what this page rests on. */
export function IssueList({ assessment, issues }: IssueListProps): ReactElement {
  return (
    <>
      {issues.length === 0 ? (
        <p className="empty">Everything this page looks for could be read where it was present.</p>
      ) : (
        <details open={issues.length <= 6}>
          <summary>
            {issues.length} {issues.length === 1 ? 'issue' : 'issues'} while reading the record
          </summary>
          <ul className="issues plain">
            {issues.map((issue, i) => (
              <li key={i}>
                <p>{issue.message}</p>
                <p className="quiet">
                  <code>{issue.code}</code> at <code className="path">{issue.path}</code>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      <HashLine model={assessment.model} protocol={assessment.protocol} record={assessment.record} />
    </>
  )
}
