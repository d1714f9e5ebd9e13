import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { prose } from '../format/prose.ts'
import { Source } from '../page/source.tsx'
import { findingAnchor, kindWords } from './kind.ts'
import { KindMark } from './kind-mark.tsx'
import { questions } from './questions.ts'

function Waiting({ finding }: { readonly finding: Finding }): ReactElement {
  const { rule, because, facts, ask, source } = finding
  return (
    <div
      className="waiting"
      id={findingAnchor(rule)}
      tabIndex={-1}
      role="group"
      aria-label={`${kindWords.missing}: ${prose(because)}`}
    >
      <p className="small">
        {ask !== undefined && prose(because)} <span className="rule">{rule}</span>
      </p>
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
    </div>
  )
}

/** The unknowns, gathered as a list of things to do: each question once, then the rules that wait for it. */
export function ToFindOut({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const asked = questions(findings)
  return (
    <section className="to-find-out" data-kind="missing" aria-labelledby="to-find-out">
      <h3 id="to-find-out">
        <KindMark kind="missing" /> What to find out <span className="tally">{asked.length}</span>
      </h3>
      <ol>
        {asked.map(({ ask, findings: waiting }) => (
          <li key={ask}>
            <p className="ask">{prose(ask)}</p>
            {waiting.map((finding) => (
              <Waiting key={finding.rule} finding={finding} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
