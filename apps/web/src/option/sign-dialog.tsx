import type { Assessment, Clinician, Option } from '@anodyne/pathway'
import type { Realm } from '@anodyne/server'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type FormEvent, type ReactElement } from 'react'
import { signOption } from '../api/client.ts'
import { Refused, troubleOf } from '../api/refusal.ts'
import { nameWords } from '../format/person.ts'
import { goTo } from '../route/navigation.tsx'
import { planPath } from '../route/route.ts'
import { DoseLines } from './dose-lines.tsx'
import { prose } from '../format/prose.ts'

export interface SignDialogProps {
  readonly realm: Realm
  readonly assessment: Assessment
  readonly option: Option
  readonly onClose: () => void
}

/** What is being signed, said once more; the reasons against it; then who signs. */
export function SignDialog({ realm, assessment, option, onClose }: SignDialogProps): ReactElement {
  const { person, protocol, asOf, record } = assessment
  const dialog = useRef<HTMLDialogElement>(null)
  const queries = useQueryClient()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    // Reading starts at the top: left to itself the browser goes to the name field, past the dose and the reasons.
    title.current?.focus()
  }, [])

  const sign = useMutation({
    mutationFn: (clinician: Clinician) => signOption(realm, person.id, { kind: option.kind, asOf, record, clinician }),
    onSuccess: async (plan) => {
      goTo(planPath(realm, person.id, plan))
      await queries.invalidateQueries()
    },
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const typed = said.get('name')
    const name = typeof typed === 'string' ? typed.trim() : ''
    const role = said.get('role') === 'clinical-lead' ? 'clinical-lead' : 'prescriber'
    if (name !== '') sign.mutate({ name, role })
  }
  const conflict = sign.error instanceof Refused && sign.error.status === 409

  return (
    <dialog ref={dialog} className="sign" aria-labelledby="sign-title" onClose={onClose}>
      <form onSubmit={onSubmit}>
        <h2 id="sign-title" ref={title} tabIndex={-1}>
          Sign for {nameWords(person)}
        </h2>
        <p className="sign-option">{prose(option.title)}</p>
        {option.dose && <DoseLines dose={option.dose} regimen={option.regimen} />}
        <h3>Against</h3>
        <ul>
          {option.against.map((reason) => (
            <li key={reason}>{prose(reason)}</li>
          ))}
        </ul>
        {protocol.signed === undefined && (
          <p className="warning" data-notice="unsigned">
            <strong>
              Protocol {protocol.id} {protocol.version} is unsigned:
            </strong>{' '}
            no clinical lead has approved its limits for care.
          </p>
        )}
        <div className="fields">
          <label>
            Name
            <input
              name="name"
              type="text"
              autoComplete="name"
              required
              minLength={2}
              pattern=".*\S.*\S.*"
              maxLength={120}
            />
          </label>
          <label>
            Role
            <select name="role" defaultValue="" required>
              <option value="" disabled>
                Choose
              </option>
              <option value="prescriber">Prescriber</option>
              <option value="clinical-lead">Clinical lead</option>
            </select>
          </label>
        </div>
        <label className="tick">
          <input name="read" type="checkbox" required />
          <span>I have read the reasons against</span>
        </label>
        {sign.error && (
          <div className="refused" role="alert" ref={(alert) => alert?.scrollIntoView({ block: 'nearest' })}>
            <p>
              <strong>{troubleOf(sign.error).title}.</strong> {troubleOf(sign.error).message} Nothing was signed.
            </p>
            {conflict && (
              <button
                type="button"
                onClick={() => {
                  onClose()
                  void queries.invalidateQueries()
                }}
              >
                Read the record again
              </button>
            )}
          </div>
        )}
        <p className="actions">
          {!conflict && (
            <button type="submit" className="primary" disabled={sign.isPending}>
              {sign.isPending ? 'Signing …' : 'Sign and keep this plan'}
            </button>
          )}
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  )
}
