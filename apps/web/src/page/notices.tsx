import type { ReactElement } from 'react'

export interface NoticesProps {
  /** Whether this is a demo record. Left out where no record is shown. */
  readonly synthetic?: boolean
  /** Whether a clinical lead signed the protocol; left out while that is not known. */
  readonly protocolSigned?: boolean
}

/** What must be read before anything else on the page, on screen and on paper. */
export function Notices({ synthetic, protocolSigned }: NoticesProps): ReactElement | null {
  if (synthetic !== true && protocolSigned === true) return null
  return (
    <aside className="notices" aria-label="Notices">
      {synthetic === true && (
        <p data-notice="synthetic">
          <strong>Synthetic record.</strong> Not a person. For demonstration only.
        </p>
      )}
      {protocolSigned !== true && (
        <p data-notice="unsigned">
          <strong>{protocolSigned === false ? 'Protocol unsigned:' : 'Protocol not known:'}</strong> its limits are not
          approved for care.
        </p>
      )}
    </aside>
  )
}
