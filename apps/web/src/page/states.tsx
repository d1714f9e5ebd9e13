/** The states in which a page has nothing to show, each drawn and each with a way on. */
import { useEffect, useState, type ReactElement } from 'react'
import { troubleOf } from '../api/refusal.ts'
import { Link, usePageTitle } from '../route/navigation.tsx'
import { Notices } from './notices.tsx'

/** Says nothing for the first moment, so that a quick answer does not flicker. */
export function Loading({ what }: { readonly what: string }): ReactElement {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="state" role="status">
      {slow ? `Reading ${what} …` : ''}
    </p>
  )
}

export interface FailureProps {
  readonly error: unknown
  readonly onRetry: () => void
}

export function Failure({ error, onRetry }: FailureProps): ReactElement {
  const trouble = troubleOf(error)
  usePageTitle(trouble.title)
  return (
    <>
      <Notices />
      <section className="state" role="alert">
        <h1>{trouble.title}</h1>
        <p>{trouble.message}</p>
        <p className="quiet">
          <code>{trouble.code}</code>
          {trouble.path !== undefined && (
            <>
              {' at '}
              <code>{trouble.path}</code>
            </>
          )}
        </p>
        <p className="actions">
          {trouble.retry && (
            <button type="button" className="primary" onClick={onRetry}>
              Try again
            </button>
          )}
          <Link href="/">All patients</Link>
        </p>
      </section>
    </>
  )
}

export function UnknownPage(): ReactElement {
  usePageTitle('Page not found')
  return (
    <>
      <Notices />
      <section className="state">
        <h1>Page not found</h1>
        <p>There is nothing at this address. It may have been mistyped, or the record may have been removed.</p>
        <p className="actions">
          <Link href="/">All patients</Link>
        </p>
      </section>
    </>
  )
}
