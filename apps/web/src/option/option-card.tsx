import type { Finding, Option } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { KindMark } from '../finding/kind-mark.tsx'
import { day } from '../format/date.ts'
import { NBSP } from '../format/number.ts'
import { LongList } from '../page/long-list.tsx'
import { BlockedBy } from './blocked-by.tsx'
import { DoseLines } from './dose-lines.tsx'
import { predictions } from './prediction-words.ts'
import { prose } from '../format/prose.ts'

export interface OptionCardProps {
  readonly option: Option
  readonly findings: readonly Finding[]
  readonly onSign: () => void
}

/** The title without the dose at its end, which stands larger below it. */
export const headline = (title: string) => title.replace(/: \d[\d.]* mg = [\d.]+ mL of [\d.]+ mg\/mL.*$/, '')

/** One choice: what would be given, what speaks against it, what it brings with it, and whether it can be signed. */
export function OptionCard({ option, findings, onSign }: OptionCardProps): ReactElement {
  const { title, dose, regimen, blockedBy, forecast, monitoring, missing, basis, against } = option
  const signable = blockedBy.length === 0
  return (
    <article className="option" aria-label={`Option: ${title}`} data-signable={signable}>
      <header>
        <h3>{prose(dose ? headline(title) : title)}</h3>
        {signable ? (
          <KindMark kind="clear" label="Can be signed" />
        ) : (
          <BlockedBy rules={blockedBy} findings={findings} />
        )}
      </header>
      {dose ? <DoseLines dose={dose} regimen={regimen} /> : <p className="dose no-dose">No ketamine is given.</p>}
      <div className="option-reasons">
        <section>
          <h4>Against</h4>
          <LongList items={against} open={signable ? 7 : 3} />
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
            {missing.length <= 4 ? (
              <>
                <h4>
                  <KindMark kind="missing" label={`Missing: ${missing.length}`} />
                </h4>
                <LongList items={missing} open={4} />
              </>
            ) : (
              <details>
                <summary>
                  <KindMark kind="missing" label={`Missing: ${missing.length}`} /> to find out
                </summary>
                <ul>
                  {missing.map((item) => (
                    <li key={item}>{prose(item)}</li>
                  ))}
                </ul>
              </details>
            )}
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
      </div>
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
