import type { ReactElement } from 'react'
import { prose } from '../format/prose.ts'

export interface LongListProps {
  readonly items: readonly string[]
  /** How many stand open; the rest is one step away, and counted. */
  readonly open: number
}

/** A list that stays readable beside its neighbours when it is long. One item more than fits is not worth folding. */
export function LongList({ items, open }: LongListProps): ReactElement {
  const first = items.length <= open + 1 ? items : items.slice(0, open)
  const rest = items.slice(first.length)
  return (
    <>
      <ul>
        {first.map((item) => (
          <li key={item}>{prose(item)}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>and {rest.length} more</summary>
          <ul>
            {rest.map((item) => (
              <li key={item}>{prose(item)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
