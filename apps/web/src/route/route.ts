/** The app's addresses. Every page can be linked to, reloaded and opened in a new tab. */
import type { Realm } from '@anodyne/server'

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'patient'; readonly realm: Realm; readonly id: string }
  | { readonly page: 'plan'; readonly realm: Realm; readonly id: string; readonly plan: string }
  | { readonly page: 'model'; readonly id: string }
  | { readonly page: 'unknown' }

const isRealm = (text: string | undefined): text is Realm => text === 'demo' || text === 'clinic'

/** A part of a path, decoded; a badly encoded one stays as it is and will simply not be found. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function parseRoute(pathname: string): Route {
  const [realm, id, word, plan, ...more] = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  if (realm === undefined) return { page: 'list' }
  if (realm === 'model' && word === undefined) return { page: 'model', id: id ?? DEFAULT_MODEL }
  if (!isRealm(realm) || id === undefined || more.length > 0) return { page: 'unknown' }
  if (word === undefined) return { page: 'patient', realm, id }
  return word === 'plans' && plan !== undefined ? { page: 'plan', realm, id, plan } : { page: 'unknown' }
}

/** The one that forecasts rest on. */
export const DEFAULT_MODEL = 'ketamine-composite'

export const modelPath = (id: string) => `/model/${encodeURIComponent(id)}`
export const patientPath = (realm: Realm, id: string) => `/${realm}/${encodeURIComponent(id)}`
export const planPath = (realm: Realm, id: string, plan: string) =>
  `${patientPath(realm, id)}/plans/${encodeURIComponent(plan)}`
