import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { FindingItem } from './finding-item.tsx'
import { byKind } from './kind.ts'
import { KindMark } from './kind-mark.tsx'
import { ToFindOut } from './to-find-out.tsx'

/** Findings worst first; the unknowns as one list; what was looked at and found clear, folded away but counted. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  if (findings.length === 0) return <p className="empty">No rule has answered. Nothing here may be read as clear.</p>
  return (
    <div className="findings">
      {byKind(findings).map((group) => {
        if (group.kind === 'missing') return <ToFindOut key="missing" findings={group.findings} />
        const list = (
          <ul className="plain">
            {group.findings.map((finding) => (
              <FindingItem key={finding.rule + finding.because} finding={finding} />
            ))}
          </ul>
        )
        if (group.kind !== 'clear') return <div key={group.kind}>{list}</div>
        return (
          <details key="clear" className="clear-findings">
            <summary>
              <KindMark kind="clear" label={`Clear: ${group.findings.length}`} />
              <span className="quiet"> looked at, and nothing found</span>
            </summary>
            {list}
          </details>
        )
      })}
    </div>
  )
}
