import type { ReactElement } from 'react'
import { Link } from '../route/navigation.tsx'
import { modelPath } from '../route/route.ts'

export interface ModelLinkProps {
  readonly id: string
  readonly version: string
}

/** A model by name and version, leading to what it rests on. */
export function ModelLink({ id, version }: ModelLinkProps): ReactElement {
  return (
    <Link href={modelPath(id)}>
      {id} {version}
    </Link>
  )
}
