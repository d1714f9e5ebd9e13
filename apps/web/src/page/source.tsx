import type { ReactElement } from 'react'
import { citation } from '../format/source.ts'

/** Where a limit or a grading comes from; its DOIs open outside the clinic, and only on a click. */
export function Source({ children }: { readonly children: string }): ReactElement {
  return (
    <span className="source">
      {citation(children).map(({ text, href }, i) =>
        href === undefined ? (
          <span key={i}>{text}</span>
        ) : (
          <a key={i} href={href} target="_blank" rel="noreferrer noopener">
            {text}
          </a>
        ),
      )}
    </span>
  )
}
