import { formatNumber, unitInWords, type ValidationRow } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { count } from '../format/number.ts'

const words: Record<ValidationRow['status'], string> = { pass: 'Pass', 'known-miss': 'Known miss', fail: 'Fails' }
const paths: Record<ValidationRow['status'], string> = {
  pass: 'M2.5 8.5 6.4 12.3 13.5 4',
  'known-miss': 'M2.5 8h11',
  fail: 'M4 4l8 8M12 4l-8 8',
}

interface VerdictProps {
  readonly status: ValidationRow['status']
  readonly reason: number
}

function Verdict({ status, reason }: VerdictProps): ReactElement {
  return (
    <span className="verdict-mark" data-status={status}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={paths[status]} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      {words[status]}
      {reason > 0 && <sup>{reason}</sup>}
    </span>
  )
}

const WIDTH = 132
/** Ratios from a quarter to four-fold, evenly on the logarithm; what lies beyond stands at the edge. */
const place = (ratio: number, edge = 5) =>
  Math.min(WIDTH - edge, Math.max(edge, (WIDTH * (Math.log2(Math.max(ratio, 0)) + 2)) / 4))

/** Predicted over observed as a dot; the line is 1, the band what is tolerated. The number stands beside it. */
function Ratio({ ratio, accepted, status }: Pick<ValidationRow, 'ratio' | 'accepted' | 'status'>): ReactElement {
  const [from, to] = [place(accepted[0], 0), place(accepted[1], 0)]
  return (
    <svg className="ratio" width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true" data-status={status}>
      <rect x={from} width={Math.max(2, to - from)} y="2" height="16" />
      <path d={`M${place(1)} 0V20`} />
      <circle cx={place(ratio)} cy="10" r="4.5" />
    </svg>
  )
} // prettier-ignore

const roles = [
  ['external', 'External', 'not used to set any value of the model'],
  ['verification', 'Verification', 'used to set a value of the model'],
] as const

export function ValidationTables({ rows }: { readonly rows: readonly ValidationRow[] }): ReactElement {
  const of = (status: ValidationRow['status']) => rows.filter((row) => row.status === status).length
  const virtual = rows.find(({ virtualPatients }) => virtualPatients !== null)?.virtualPatients
  return (
    <>
      <p className="measure">
        Each row sets a number that a study printed beside what the model predicts for that study. A known miss lies outside of its
        tolerance, for a reason that stands under the table; a fail would be a miss without one. A tolerance marked “ours” is an
        engineering choice: neither the study nor the review of the evidence gives it, so passing it says less.
      </p>
      <p className="tallies">
        <span>
          <strong>{of('pass')}</strong> pass
        </span>
        <span>
          <strong>{of('known-miss')}</strong> known misses
        </span>
        <span>
          <strong>{of('fail')}</strong> fail
        </span>
        <span className="quiet">
          Computed now, in this browser, by the exact engine.
          {virtual && ` Intervals of virtual patients: ${virtual.n}, seed ${virtual.seed}.`}
        </span>
      </p>
      {roles.map(([role, title, says]) => {
        const those = rows.filter((row) => row.role === role)
        if (those.length === 0) return null
        const heading = (
          <>
            {title}{' '}
            <span className="quiet">
              {count(those.length, 'observation')}, {says}
            </span>
          </>
        )
        if (role === 'external')
          return (
            <div key={role} className="status-group">
              <h3>{heading}</h3>
              <Table rows={those} label={title} />
            </div>
          )
        return (
          <details key={role} className="status-group">
            <summary>
              <h3>{heading}</h3>
            </summary>
            <Table rows={those} label={title} />
          </details>
        )
      })}
      <p className="quiet">
        K ketamine, NK norketamine, HNK hydroxynorketamine; S esketamine, otherwise the racemate; PO swallowed, IV into a vein, SL under
        the tongue, PR prolonged-release tablet; Cmax highest level, Tmax its time, AUC area under the curve (exposure), CL clearance,
        F part that reaches the blood. A ratio has no unit.
      </p>
    </>
  )
} // prettier-ignore

function Table({ rows, label }: { readonly rows: readonly ValidationRow[]; readonly label: string }): ReactElement {
  const reasons = [...new Set(rows.flatMap(({ because }) => (because === null ? [] : [because])))]
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={`${label}: observed and predicted`}>
        <table className="data validation">
          <thead>
            <tr>
              <th scope="col">Observation</th>
              <th scope="col" className="number">
                Observed
              </th>
              <th scope="col" className="number">
                Predicted
              </th>
              <th scope="col">Verdict</th>
              <th scope="col" className="number">
                Ratio
              </th>
              <th scope="col" aria-label="Ratio, drawn">
                <span className="scale" aria-hidden="true">
                  <span>¼</span>
                  <span>½</span>
                  <span>1</span>
                  <span>2</span>
                  <span>4</span>
                </span>
              </th>
              <th scope="col">Tolerance</th>
              <th scope="col">As printed</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.target} row={row} reason={row.because === null ? 0 : reasons.indexOf(row.because) + 1} />
            ))}
          </tbody>
        </table>
      </div>
      {reasons.length > 0 && (
        <div className="reasons">
          <h4>Why it misses</h4>
          <ol>
            {reasons.map((because) => (
              <li key={because}>{because}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}

interface RowProps {
  readonly row: ValidationRow
  /** Number of the reason under the table; 0 where there is none. */
  readonly reason: number
}

function Row({ row, reason }: RowProps): ReactElement {
  const { target, unit, observed, printed, predicted, ratio, accepted, tolerance, status, doi, source } = row
  return (
    <tr data-status={status}>
      <th scope="row">
        {doi === null ? (
          <span title={source}>{target}</span>
        ) : (
          <a href={`https://doi.org/${doi}`} title={source} target="_blank" rel="noreferrer noopener">
            {target}
          </a>
        )}{' '}
        <span className="quiet nowrap">{unitInWords(unit)}</span>
      </th>
      <td className="number">{formatNumber(observed)}</td>
      <td className="number">{formatNumber(predicted)}</td>
      <td>
        <Verdict status={status} reason={reason} />
      </td>
      <td className="number">{ratio.toFixed(2)}</td>
      <td>
        <Ratio ratio={ratio} accepted={accepted} status={status} />
      </td>
      <td>{tolerance}</td>
      <td className="quiet printed">{printed}</td>
    </tr>
  )
}
