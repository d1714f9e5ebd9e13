import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'

export interface ComputingProps {
  readonly query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>
  readonly what: string
}

/** In the place of what a worker has yet to answer, or refused, with a way on. */
export function Computing({ query, what }: ComputingProps): ReactElement {
  if (!query.isError)
    return (
      <p className="state" role="status">
        Computing {what} …
      </p>
    )
  return (
    <div className="refused" role="alert">
      <p>
        <strong>Not computed.</strong> {query.error?.message}
      </p>
      <button type="button" onClick={() => void query.refetch()}>
        Try again
      </button>
    </div>
  )
}
