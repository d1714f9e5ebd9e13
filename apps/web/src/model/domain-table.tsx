import type { Domain } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { NBSP } from '../format/number.ts'
import { SourceLinks } from './parameter-tables.tsx'

const range = ([low, high]: readonly [number, number]) => (low === high ? `${low}` : `${low}–${high}`)

/** Where a model was observed: an answer from outside says so, and another route or substance is refused. */
export function DomainTable({ domain }: { readonly domain: Domain }): ReactElement {
  const { routes, weight, age, populations, substances, sampling, interactions } = domain
  return (
    <>
      <p>
        Of {substances.map((one) => one.replace('-', ' ')).join(' and ')}: {sampling} plasma, {range(weight.range)}
        {NBSP}kg, {range(age.range)} years, {populations.map((one) => one.replaceAll('-', ' ')).join(' or ')};
        interacting drugs {interactions ? 'known' : 'not in this model'}.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Routes and doses in which it was observed">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Route</th>
              <th scope="col">Formulation</th>
              <th scope="col" className="number">
                One dose
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(routes).map(([route, { dose, formulation, status, source }]) => (
              <tr key={route}>
                <th scope="row">{route}</th>
                <td>{formulation}</td>
                <td className="number">
                  {range(dose)}
                  {NBSP}mg
                </td>
                <td className="source">
                  {status}. <SourceLinks source={source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
