import { library, mustNotBeUsed, remarks, residualInWords, type Model } from '@anodyne/pharmacology'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Notices } from '../page/notices.tsx'
import { UnknownPage } from '../page/states.tsx'
import { Link, usePageTitle } from '../route/navigation.tsx'
import { modelPath } from '../route/route.ts'
import { ask } from './ask.ts'
import { Diagram } from './diagram.tsx'
import { DomainTable } from './domain-table.tsx'
import { ParameterTables, StatusBar } from './parameter-tables.tsx'
import { SideBySideSection } from './side-by-side.tsx'
import { ValidationTables } from './validation-table.tsx'

/** One model of the library: what it is made of, how well it does, where it may and may not be asked, and beside the others. */
export default function ModelPage({ id }: { readonly id: string }): ReactElement {
  const model = library.find((one) => one.id === id)
  return model ? <Card key={id} model={model} /> : <UnknownPage />
}

function Card({ model }: { readonly model: Model }): ReactElement {
  usePageTitle(model.id)
  const complete = model.incomplete === undefined
  const notes = remarks[model.id] ?? []
  return (
    <>
      <Notices />
      <nav className="models" aria-label="Models">
        {library.map(({ id }) => (
          <Link key={id} href={modelPath(id)} {...(id === model.id ? { 'aria-current': 'page' as const } : {})}>
            {id}
          </Link>
        ))}
      </nav>
      <header className="model-head">
        <p className="overline">
          {model.id} {model.version}
        </p>
        <h1>{model.title}</h1>
        <p className="population">{model.population}.</p>
        {!complete && (
          <p className="warning">
            <strong>Incomplete.</strong> It cannot be asked: {model.incomplete}.
          </p>
        )}
        <StatusBar model={model} />
      </header>
      <nav className="sections" aria-label="On this page">
        {complete && <a href="#diagram">Compartments</a>}
        {complete && <a href="#validation">Validation</a>}
        {complete && <a href="#compare">Side by side</a>}
        <a href="#never">Where it must not be used</a>
        <a href="#parameters">Parameters</a>
      </nav>
      {complete && (
        <section aria-labelledby="diagram">
          <h2 id="diagram">Compartments</h2>
          <Diagram model={model} />
        </section>
      )}
      {complete && (
        <section aria-labelledby="validation">
          <h2 id="validation">Against published studies</h2>
          <Validation model={model} />
        </section>
      )}
      {complete && (
        <section aria-labelledby="compare">
          <h2 id="compare">Side by side with the other models</h2>
          <SideBySideSection about={model.id} />
        </section>
      )}
      <section aria-labelledby="never">
        <h2 id="never">Where it must not be used</h2>
        <ul>
          {mustNotBeUsed(model.id).map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {model.domain && (
          <>
            <h3 className="sub">Where it may be asked</h3>
            <DomainTable domain={model.domain} />
          </>
        )}
        {notes.length > 0 && (
          <>
            <h3 className="sub">To be known of it</h3>
            <ul>
              {notes.map(([about, says]) => (
                <li key={about}>
                  <strong>{about}.</strong> {says}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="parameters">
        <h2 id="parameters">Parameters</h2>
        <ParameterTables model={model} />
        {model.residuals && model.residuals.length > 0 && (
          <p className="quiet">Residual error: {model.residuals.map(residualInWords).join('; ')}.</p>
        )}
        {model.gaps && model.gaps.length > 0 && (
          <>
            <h3 className="sub">Not found</h3>
            <ul>
              {model.gaps.map(({ symbol, meaning, why }) => (
                <li key={symbol}>
                  <code>{symbol}</code> {meaning}: {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}

/** Computed when the page is seen, off its thread, so that the first paint waits for nothing. */
function Validation({ model }: { readonly model: Model }): ReactElement {
  const rows = useQuery({
    queryKey: ['validation', model.id],
    queryFn: () => ask({ kind: 'validation', model: model.id }),
    staleTime: Infinity,
  })
  if (rows.data) return <ValidationTables rows={rows.data} />
  return (
    <p className="state" role="status">
      {rows.isError ? `Not computed: ${rows.error.message}` : 'Computing what it predicts …'}
    </p>
  )
}
