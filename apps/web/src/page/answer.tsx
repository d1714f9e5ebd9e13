import type { ReactElement } from 'react'

export type YesNoUnknown = 'yes' | 'no' | 'unknown'

const words: Record<YesNoUnknown, string> = { yes: 'Yes', no: 'No', unknown: 'Unknown' }
const paths: Record<YesNoUnknown, string> = {
  yes: 'M2.5 8.5 6.4 12.3 13.5 4',
  no: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.4 5.8a2.6 2.6 0 1 1 4 2.2c-.9.6-1.4 1-1.4 2M8 12.6v.1',
}

/** Yes, no or unknown, by icon and word; unknown is never quieter than no. */
export function Answer({ value, label }: { readonly value: YesNoUnknown; readonly label?: string }): ReactElement {
  return (
    <span className="answer" data-answer={value}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={paths[value]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span>{label ?? words[value]}</span>
    </span>
  )
}
