import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { Source } from '../page/source.tsx'
import { findingAnchor, kindWords } from './kind.ts'
import { KindMark } from './kind-mark.tsx'
import { prose } from '../format/prose.ts'

/** One rule's answer: what it says, on what facts, what to find out, and where its limit comes from. */
export function FindingItem({ finding }: { readonly finding: Finding }): ReactElement {
  const { rule, kind, because, facts, ask, source } = finding
  return (
    <li
      className="finding"
      data-kind={kind}
      id={findingAnchor(rule)}
      tabIndex={-1}
      aria-label={`${kindWords[kind]}: ${prose(because)}`}
    >
      <p className="finding-head">
        <KindMark kind={kind} />
        <span className="rule">{rule}</span>
      </p>
      <p className="because">{prose(because)}</p>
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{prose(fact)}</li>
          ))}
        </ul>
      )}
      {ask !== undefined && (
        <p className="ask">
          <span className="quiet">Next: </span>
          {prose(ask)}
        </p>
      )}
      <p className="quiet">
        <Source>{source}</Source>
      </p>
    </li>
  )
}
