/**
 * The part of a page that its address asks for (`#parameters`) stays in view while what stands above it is still being computed
 * and grows, until the reader moves.
 */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Begins at once; the answer ends it. */
export function keepPartInView(): () => void {
  const part = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  if (!part) return () => undefined
  const observer = new ResizeObserver(() => part.scrollIntoView())
  const end = (): void => {
    observer.disconnect()
    for (const move of MOVES) removeEventListener(move, end)
  }
  for (const move of MOVES) addEventListener(move, end, { passive: true })
  observer.observe(document.body)
  part.scrollIntoView()
  return end
}
