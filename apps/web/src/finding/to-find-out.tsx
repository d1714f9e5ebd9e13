import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { Source } from '../page/source.tsx'
import { findingAnchor, kindWords } from './kind.ts'
import { KindMark } from './kind-mark.tsx'
import { prose } from '../format/prose.ts'

/** The unknowns, gathered as a list of things to do: the question first, then why it is asked. */
export function ToFindOut({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <section className="to-find-out" data-kind="missing" aria-labelledby="to-find-out">
      <h3 id="to-find-out">
        <KindMark kind="missing" /> What to find out <span className="tally">{findings.length}</span>
      </h3>
      <ol>
        {findings.map(({ rule, because, facts, ask, source }) => (
          <li key={rule} id={findingAnchor(rule)} tabIndex={-1} aria-label={`${kindWords.missing}: ${prose(because)}`}>
            <p className="ask">
              {prose(ask ?? because)} <span className="rule">{rule}</span>
            </p>
            {ask !== undefined && <p className="small">{prose(because)}</p>}
            {facts.length > 0 && (
              <ul className="facts">
                {facts.map((fact) => (
                  <li key={fact}>{prose(fact)}</li>
                ))}
              </ul>
            )}
            <p className="quiet">
              <Source>{source}</Source>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
