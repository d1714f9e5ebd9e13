import type { FindingKind } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { kindWords } from './kind.ts'

/** Shapes that differ in outline, so that they are told apart without colour and in print. */
const shapes: Record<FindingKind, ReactElement> = {
  stop: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M4.5 8h7" className="cut" />
    </>
  ),
  hold: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M6 4.8v6.4M10 4.8v6.4" className="cut" />
    </>
  ),
  missing: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M5.9 6.2a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6M8 11.9v.1" className="cut" />
    </>
  ),
  caution: (
    <>
      <path d="M8 1.2 15.4 14.4H.6z" fill="currentColor" />
      <path d="M8 6v4M8 12v.1" className="cut" />
    </>
  ),
  clear: <path d="M2.5 8.5 6.4 12.3 13.5 4" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** Icon, word and colour together. */
export function KindMark({ kind, label }: { readonly kind: FindingKind; readonly label?: string }): ReactElement {
  return (
    <span className="mark" data-kind={kind}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[kind]}
      </svg>
      <span>{label ?? kindWords[kind]}</span>
    </span>
  )
}
