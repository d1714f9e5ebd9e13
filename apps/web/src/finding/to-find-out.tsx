import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { count } from '../format/number.ts'
import { prose } from '../format/prose.ts'
import { Source } from '../page/source.tsx'
import { findingAnchor, kindWords } from './kind.ts'
import { KindMark } from './kind-mark.tsx'
import { questions, rounds, sharedOpening, type Activity, type Question } from './questions.ts'

const activityWords: Record<Activity, string> = {
  ask: 'Ask the person',
  'look-up': 'Go through the medicines',
  measure: 'Measure or test',
}

/** One rule that waits: what it cannot judge, on what facts; `said` is what stands above it already. */
function Waiting({ finding, said }: { readonly finding: Finding; readonly said: string }): ReactElement {
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
        {ask !== undefined && prose(because.slice(said.length))} <span className="rule">{rule}</span>
      </p>
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{prose(fact)}</li>
          ))}
        </ul>
      )}
      <p className="source-line">
        <Source>{source}</Source>
      </p>
    </div>
  )
}

/** A question, then what waits for it; many rules that wait for one answer are folded, and counted. */
function ToAsk({ question }: { readonly question: Question }): ReactElement {
  const { ask, findings } = question
  const said = sharedOpening(findings.map(({ because }) => because))
  const waiting = findings.map((finding) => <Waiting key={finding.rule} finding={finding} said={said} />)
  return (
    <li>
      <p className="ask">{prose(ask)}</p>
      {findings.length === 1 ? (
        waiting
      ) : (
        <>
          {said !== '' && <p className="small">{prose(said)}</p>}
          <details>
            <summary>
              {count(findings.length, 'rule')} wait for this{' '}
              <span className="rule">{findings.map(({ rule }) => rule).join(', ')}</span>
            </summary>
            {waiting}
          </details>
        </>
      )}
    </li>
  )
}

/** The unknowns, gathered as a list of things to do: by what one does, each question once. */
export function ToFindOut({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const asked = questions(findings)
  return (
    <section className="to-find-out" data-kind="missing" aria-labelledby="to-find-out">
      <h3 id="to-find-out">
        <KindMark kind="missing" /> What to find out <span className="tally">{count(asked.length, 'question')}</span>
      </h3>
      {rounds(asked).map(({ activity, questions: round }) => (
        <div key={activity}>
          <h4>{activityWords[activity]}</h4>
          <ul className="plain">
            {round.map((question) => (
              <ToAsk key={question.ask} question={question} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
