/** Moving between pages without a reload: the address bar is the only state. */
import { useEffect, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactElement } from 'react'

const MOVED = 'anodyne:moved'

function subscribe(onChange: () => void) {
  addEventListener('popstate', onChange)
  addEventListener(MOVED, onChange)
  return () => {
    removeEventListener('popstate', onChange)
    removeEventListener(MOVED, onChange)
  }
}

export const usePathname = () => useSyncExternalStore(subscribe, () => location.pathname)

export function goTo(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(MOVED))
  scrollTo(0, 0)
}

/** A real link (middle click, copy address and keyboard work) that stays inside the app on a plain click. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }): ReactElement {
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(href)
  }
  return <a href={href} onClick={onClick} {...rest} />
}

/** The document's title, and the keyboard at the new page's heading after a move. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Anodyne`
  }, [title])
}
