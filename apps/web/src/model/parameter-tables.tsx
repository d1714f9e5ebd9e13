import {
  certaintyInWords,
  citedAs,
  spreadInWords,
  typicalInWords,
  unitInWords,
  type Model,
  type Parameter,
  type Source,
} from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { count, NBSP } from '../format/number.ts'

const statuses = ['published', 'derived', 'assumed'] as const
type Status = (typeof statuses)[number]

const meanings: Record<Status, string> = {
  published: 'printed in its source',
  derived: 'computed from, or calibrated to, published numbers',
  assumed: 'neither: taken because something had to be',
}

export const parametersBy = (model: Model, status: Status): readonly Parameter[] =>
  model.parameters.filter((one) => one.status === status)

/** How sure the numbers of a model are, as one bar. */
export function StatusBar({ model }: { readonly model: Model }): ReactElement {
  const parts = statuses.map((status) => [status, parametersBy(model, status).length] as const).filter(([, n]) => n > 0)
  return (
    <div className="status-bar">
      <div className="bar" aria-hidden="true">
        {parts.map(([status, n]) => (
          <span key={status} data-status={status} style={{ flexGrow: n }} />
        ))}
      </div>
      <p>
        <span>Its {count(model.parameters.length, 'number')}:</span>
        {parts.map(([status, n]) => (
          <a key={status} className="status" data-status={status} href={`#parameters-${status}`} title={meanings[status]}>
            {n}{NBSP}{status}
          </a>
        ))}
      </p>
    </div>
  )
} // prettier-ignore

/** Where a number comes from: its studies as links, then the place in them. */
export function SourceLinks({ source: { dois, where } }: { readonly source: Source }): ReactElement {
  return (
    <>
      {dois.map((doi, k) => (
        <span key={doi}>
          {k > 0 && ', '}
          <a href={`https://doi.org/${doi}`} title={`doi:${doi}`} target="_blank" rel="noreferrer noopener">
            {citedAs(doi)}
          </a>
        </span>
      ))}
      {dois.length > 0 && ': '}
      {where}
    </>
  )
}

export function ParameterTables({ model }: { readonly model: Model }): ReactElement {
  return (
    <>
      {statuses.map((status) => {
        const those = parametersBy(model, status)
        if (those.length === 0) return null
        return (
          <div key={status} className="status-group">
            <h3 id={`parameters-${status}`}>
              <span className="status" data-status={status}>
                {status.charAt(0).toUpperCase() + status.slice(1)}
              </span>{' '}
              <span className="quiet">
                {count(those.length, 'parameter')}, {meanings[status]}
              </span>
            </h3>
            <div className="scroll" tabIndex={0} role="region" aria-labelledby={`parameters-${status}`}>
              <table className="data parameters">
                <thead>
                  <tr>
                    <th scope="col">Symbol</th>
                    <th scope="col">Meaning</th>
                    <th scope="col" className="number">
                      Typical value
                    </th>
                    <th scope="col">Between people</th>
                    <th scope="col">Source</th>
                  </tr>
                </thead>
                <tbody>
                  {those.map((one) => (
                    <Row key={one.symbol} one={one} />
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        )
      })}
    </>
  )
}

/** `weight^0.75` with its exponent raised. */
function raised(says: string): ReactElement[] {
  return says.split(/\^(-?[\d.]+)/).map((part, k) => (k % 2 === 1 ? <sup key={k}>{part}</sup> : <span key={k}>{part}</span>))
} // prettier-ignore

function Row({ one }: { readonly one: Parameter }): ReactElement {
  const { symbol, meaning, note, unit, variance, status, source } = one
  const certainty = certaintyInWords(one)
  return (
    <tr>
      <th scope="row">
        <code>{symbol}</code>
      </th>
      <td>
        {meaning}
        {note !== undefined && <span className="quiet"> {note}</span>}
      </td>
      <td className="number">
        {typicalInWords(one)}{NBSP}{unitInWords(unit)}
        {certainty !== '' && <span className="quiet"> {certainty}</span>}
      </td>
      <td>
        {spreadInWords(one).map((says) => (
          <span key={says} className="line">
            {raised(says)}
          </span>
        ))}
        {variance && variance.status !== status && <span className="quiet">variance {variance.status}</span>}
      </td>
      <td className="source">
        <SourceLinks source={source} />
      </td>
    </tr>
  )
} // prettier-ignore
