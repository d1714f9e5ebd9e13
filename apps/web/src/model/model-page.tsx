import { library, mustNotBeUsed, remarks, residualInWords, type Model } from '@anodyne/pharmacology'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactElement } from 'react'
import { Notices } from '../page/notices.tsx'
import { Loading, UnknownPage } from '../page/states.tsx'
import { Link, usePageTitle } from '../route/navigation.tsx'
import { DEFAULT_MODEL, modelPath } from '../route/route.ts'
import { ask } from './ask.ts'
import { Computing } from './computing.tsx'
import { Diagram } from './diagram.tsx'
import { DomainTable } from './domain-table.tsx'
import { keepPartInView } from './keep-part-in-view.ts'
import { ParameterTables, StatusBar } from './parameter-tables.tsx'
import { ValidationTables } from './validation-table.tsx'

/** It brings the drawing of curves, which the first paint need not wait for. */
const SideBySideSection = lazy(() => import('./side-by-side.tsx'))

/** One model of the library: what it is made of, how well it does, where it may and may not be asked, and beside the others. */
export default function ModelPage({ id }: { readonly id: string }): ReactElement {
  const model = library.find((one) => one.id === id)
  return model ? <Card key={id} model={model} /> : <UnknownPage />
}

function Card({ model }: { readonly model: Model }): ReactElement {
  usePageTitle(model.id)
  const complete = model.incomplete === undefined
  const notes = remarks[model.id] ?? []
  useEffect(() => {
    document.querySelector('.models [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
    // The page comes after the address was read, so that a part of it that was asked for was not there yet.
    return keepPartInView()
  }, [])
  return (
    <>
      <Notices />
      <nav className="models" aria-label="Models">
        {library.map(({ id, incomplete }) => (
          <Link key={id} href={modelPath(id)} {...(id === model.id ? { 'aria-current': 'page' as const } : {})}>
            {id}
            {incomplete !== undefined && <span className="quiet"> incomplete</span>}
          </Link>
        ))}
      </nav>
      <header className="model-head">
        <p className="overline">
          {model.id} {model.version}
        </p>
        <h1>{model.title}</h1>
        <p className="population">{model.population}.</p>
        {model.id === DEFAULT_MODEL && <p className="role">Every forecast in Anodyne rests on this model.</p>}
        {!complete && (
          <p className="warning">
            <strong>Incomplete: it predicts nothing.</strong> Because {model.incomplete}.
          </p>
        )}
        <StatusBar model={model} />
      </header>
      <nav className="sections" aria-label="On this page">
        <a href="#never">Where it must not be used</a>
        {complete && <a href="#validation">Validation</a>}
        {complete && <a href="#compare">Side by side</a>}
        {complete && <a href="#diagram">Compartments</a>}
        <a href="#parameters">Parameters</a>
      </nav>
      <section aria-labelledby="never">
        <h2 id="never">Where it must not be used</h2>
        <ul>
          {mustNotBeUsed(model.id).map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {model.domain && (
          <>
            <h3 className="sub">Where it was observed</h3>
            <DomainTable domain={model.domain} />
          </>
        )}
        {notes.length > 0 && (
          <>
            <h3 className="sub">Also to know</h3>
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
      {complete && (
        <section aria-labelledby="validation">
          <h2 id="validation">Against published studies</h2>
          <Validation model={model} />
        </section>
      )}
      {complete && (
        <section aria-labelledby="compare">
          <h2 id="compare">Side by side with the other models</h2>
          <Suspense fallback={<Loading what="the other models" />}>
            <SideBySideSection about={model.id} />
          </Suspense>
        </section>
      )}
      {complete && (
        <section aria-labelledby="diagram">
          <h2 id="diagram">Compartments</h2>
          <Diagram model={model} />
        </section>
      )}
      <section aria-labelledby="parameters">
        <h2 id="parameters">Parameters</h2>
        <ParameterTables model={model} />
        {model.residuals && model.residuals.length > 0 && (
          <p className="quiet">
            What is left over (residual error): {model.residuals.map(residualInWords).join('; ')}.
          </p>
        )}
        {model.gaps && model.gaps.length > 0 && (
          <>
            <h3 className="sub">Not found</h3>
            <ul className="gaps">
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
  return <Computing query={rows} what="what it predicts" />
}
