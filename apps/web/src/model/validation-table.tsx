import { formatNumber, type ValidationRow } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { count } from '../format/number.ts'

const words: Record<ValidationRow['status'], string> = { pass: 'Pass', 'known-miss': 'Known miss', fail: 'Fails' }
const paths: Record<ValidationRow['status'], string> = {
  pass: 'M2.5 8.5 6.4 12.3 13.5 4',
  'known-miss': 'M2.5 8h11',
  fail: 'M4 4l8 8M12 4l-8 8',
}

function Verdict({ status }: { readonly status: ValidationRow['status'] }): ReactElement {
  return (
    <span className="verdict-mark" data-status={status}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={paths[status]} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      {words[status]}
    </span>
  )
}

const WIDTH = 132
/** Ratios from a quarter to four-fold, evenly on the logarithm; what lies beyond stands at the edge. */
const place = (ratio: number) => Math.min(WIDTH - 5, Math.max(5, (WIDTH * (Math.log2(ratio) + 2)) / 4))

/** Predicted over observed as a dot; the line is 1, the band two-fold. The number stands beside it. */
function Ratio({ ratio, status }: { readonly ratio: number; readonly status: ValidationRow['status'] }): ReactElement {
  return (
    <svg className="ratio" width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true" data-status={status}>
      <rect x={place(0.5)} width={place(2) - place(0.5)} y="2" height="16" />
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
        K ketamine, NK norketamine, HNK hydroxynorketamine; S esketamine, otherwise the racemate; PO swallowed, SL under the tongue,
        PR prolonged-release tablet. ng/mL, ng·h/mL, h, L/h.
      </p>
    </>
  )
} // prettier-ignore

function Table({ rows, label }: { readonly rows: readonly ValidationRow[]; readonly label: string }): ReactElement {
  return (
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
            <th scope="col" className="number">
              Ratio
            </th>
            <th scope="col">
              <span className="scale">
                <span>¼</span>
                <span>½</span>
                <span>1</span>
                <span>2</span>
                <span>4</span>
              </span>
            </th>
            <th scope="col">Verdict</th>
            <th scope="col">Tolerance</th>
            <th scope="col">As printed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.target} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { readonly row: ValidationRow }): ReactElement {
  const { target, observed, printed, predicted, ratio, tolerance, status, because, doi, source } = row
  return (
    <>
      <tr data-status={status}>
        <th scope="row">
          {doi === null ? (
            <span title={source}>{target}</span>
          ) : (
            <a href={`https://doi.org/${doi}`} title={source} target="_blank" rel="noreferrer noopener">
              {target}
            </a>
          )}
        </th>
        <td className="number">{formatNumber(observed)}</td>
        <td className="number">{formatNumber(predicted)}</td>
        <td className="number">{ratio.toFixed(2)}</td>
        <td>
          <Ratio ratio={ratio} status={status} />
        </td>
        <td>
          <Verdict status={status} />
        </td>
        <td className="nowrap">{tolerance}</td>
        <td className="quiet printed">{printed}</td>
      </tr>
      {because !== null && (
        <tr className="reason">
          <td colSpan={8}>
            <span>{because}</span>
          </td>
        </tr>
      )}
    </>
  )
}
