import type { Assessment } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { ModelLink } from '../model/model-link.tsx'

/** Enough of a SHA-256 to compare two pages by eye. */
const short = (hash: string) => hash.slice(0, 12)

export type HashLineProps = Pick<Assessment, 'model' | 'protocol' | 'record'>

/** What a decision rests on, in a form that can be checked again. */
export function HashLine({ model, protocol, record }: HashLineProps): ReactElement {
  return (
    <p className="hashes quiet">
      <span>
        Model <ModelLink id={model.id} version={model.version} /> <code title={model.hash}>{short(model.hash)}</code>
      </span>
      <span>
        Protocol {protocol.id} {protocol.version}
        {protocol.signed === undefined ? ', unsigned' : ''} <code title={protocol.hash}>{short(protocol.hash)}</code>
      </span>
      <span>
        Record <code title={record}>{short(record)}</code>
      </span>
    </p>
  )
}
