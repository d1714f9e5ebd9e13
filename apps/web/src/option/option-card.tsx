import type { Option, OptionKind } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { KindMark } from '../finding/kind-mark.tsx'
import { findingAnchor } from '../finding/kind.ts'
import { day } from '../format/date.ts'
import { courseWords } from '../format/dose.ts'
import { NBSP } from '../format/number.ts'
import { LongList } from '../page/long-list.tsx'
import { DoseLines } from './dose-lines.tsx'
import { StageList } from './stage-list.tsx'
import { predictions } from './prediction-words.ts'
import { prose } from '../format/prose.ts'

export const optionKindWords: Record<OptionKind, string> = {
  'test-dose': 'Test dose',
  start: 'Start',
  step: 'Step',
  hold: 'Hold',
  reduce: 'Reduce',
  taper: 'Taper',
  stop: 'Stop',
  decline: 'Decline',
}

export interface OptionCardProps {
  readonly option: Option
  readonly onSign: () => void
}

/** One choice: what would be given, what speaks against it, what it brings with it, and whether it can be signed. */
export function OptionCard({ option, onSign }: OptionCardProps): ReactElement {
  const { kind, title, dose, regimen, blockedBy, forecast, monitoring, missing, basis, against } = option
  const signable = blockedBy.length === 0
  return (
    <article className="option" aria-label={`Option: ${title}`} data-signable={signable}>
      <header>
        <p className="overline">{optionKindWords[kind]}</p>
        <h3>{prose(title)}</h3>
        {signable ? (
          <KindMark kind="clear" label="Can be signed" />
        ) : (
          <p className="blocked">
            <KindMark kind="hold" label="Blocked by" />{' '}
            {blockedBy.map((rule, i) => (
              <span key={rule}>
                {i > 0 && ', '}
                <a href={`#${findingAnchor(rule)}`}>{rule}</a>
              </span>
            ))}
          </p>
        )}
      </header>
      {dose ? <DoseLines dose={dose} /> : <p className="dose no-dose">No ketamine is given.</p>}
      {regimen && <p className="small">{courseWords(regimen)}</p>}
      <StageList stages={regimen?.stages ?? []} />
      <section>
        <h4>Against</h4>
        <LongList items={against} open={5} />
      </section>
      {forecast && (
        <section>
          <h4>
            Predicted <span className="quiet">median (90{NBSP}% interval)</span>
          </h4>
          <dl className="predictions">
            {predictions(forecast).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {missing.length > 0 && (
        <section data-kind="missing" className="option-missing">
          <h4>
            <KindMark kind="missing" /> <span className="tally">{missing.length}</span>
          </h4>
          <LongList items={missing} open={5} />
        </section>
      )}
      {monitoring.length > 0 && (
        <details>
          <summary>Monitoring it brings ({monitoring.length})</summary>
          <ul>
            {monitoring.map(({ what, when, due, rule }, i) => (
              <li key={i}>
                {prose(`${what}: ${when}`)}
                {due !== undefined && <>, by {day(due)}</>} <span className="rule">{rule}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>Basis ({basis.length})</summary>
        <ul>
          {basis.map((line) => (
            <li key={line}>{prose(line)}</li>
          ))}
        </ul>
      </details>
      <footer>
        {signable ? (
          <button type="button" className="primary" onClick={onSign}>
            Sign this option
          </button>
        ) : (
          <p className="quiet">Cannot be signed while it is blocked.</p>
        )}
      </footer>
    </article>
  )
}
