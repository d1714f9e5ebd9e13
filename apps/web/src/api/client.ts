/** The only place that talks to the server. Same origin, JSON, every failure a `Refused`. */
import type { Imported, PatientList, PatientPage, PlanPage, Realm, SignRequest } from '@anodyne/server'
import { readRefusal, Refused } from './refusal.ts'

const noAnswer = () =>
  new Refused(0, {
    code: 'no-connection',
    message: 'No answer came, and nothing was saved. Is the clinic’s computer on, and the network up?',
  })

async function ask<T>(path: string, init: Omit<RequestInit, 'headers'> = {}, type?: string): Promise<T> {
  let answer: Response
  try {
    const headers = { accept: 'application/json', ...(type === undefined ? {} : { 'content-type': type }) }
    answer = await fetch(path, { ...init, headers })
  } catch {
    throw noAnswer()
  }
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok || body === undefined) throw new Refused(answer.status, readRefusal(answer.status, body))
  return body as T
}

const at = (realm: Realm, id: string) => `/api/patients/${realm}/${encodeURIComponent(id)}`

export const fetchPatients = () => ask<PatientList>('/api/patients')
export const fetchPatient = (realm: Realm, id: string) => ask<PatientPage>(at(realm, id))
export const fetchPlan = (realm: Realm, id: string, plan: string) =>
  ask<PlanPage>(`${at(realm, id)}/plans/${encodeURIComponent(plan)}`)

/** The signed plan's id. */
export async function signOption(realm: Realm, id: string, request: SignRequest): Promise<string> {
  const made = await ask<PlanPage>(
    `${at(realm, id)}/plans`,
    { method: 'POST', body: JSON.stringify(request) },
    'application/json',
  )
  return made.plan.id
}

/** Sends a bundle as it is on disk; `onSent` hears the fraction sent. `fetch` cannot report that, so XMLHttpRequest. */
export function importBundle(file: File, onSent: (fraction: number) => void): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/import')
    request.setRequestHeader('content-type', 'application/fhir+json')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => onSent(event.lengthComputable ? event.loaded / event.total : 0)
    request.upload.onload = () => onSent(1)
    request.onerror = () => reject(noAnswer())
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as Imported)
      else reject(new Refused(request.status, readRefusal(request.status, body)))
    }
    request.send(file)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
