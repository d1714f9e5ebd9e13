import { lazy, Suspense, type ReactElement } from 'react'
import { Loading } from '../page/states.tsx'

const ModelPage = lazy(() => import('./model-page.tsx'))

/** Loaded when it is asked for: who never opens it does not wait for it. */
export function ModelView({ id }: { readonly id: string }): ReactElement {
  return (
    <Suspense fallback={<Loading what="the model" />}>
      <ModelPage id={id} />
    </Suspense>
  )
}
