import type { Domain } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { NBSP } from '../format/number.ts'
import { SourceLinks } from './parameter-tables.tsx'
import { routeInWords } from './route-words.ts'

const range = ([low, high]: readonly [number, number]) => (low === high ? `${low}` : `${low}–${high}`)

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Where a model was observed: an answer from outside says so, and another route or substance is refused. */
export function DomainTable({ domain }: { readonly domain: Domain }): ReactElement {
  const { routes, weight, age, populations, substances, sampling, interactions } = domain
  return (
    <>
      <p>
        {capital(substances.map((one) => one.replace('-', ' ')).join(' and '))} in {sampling} plasma; people of{' '}
        {range(weight.range)}
        {NBSP}kg and {range(age.range)}
        {NBSP}years, {populations.map((one) => one.replaceAll('-', ' ')).join(' or ')}; interacting drugs{' '}
        {interactions ? 'are in the model' : 'are not in the model'}. An answer from outside of this says so; another
        route or substance is refused.
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
                <th scope="row" title={route}>
                  {routeInWords(route)}
                </th>
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
