import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactElement } from 'react'
import { importBundle } from '../api/client.ts'
import { troubleOf } from '../api/refusal.ts'
import { percent } from '../format/number.ts'
import { goTo } from '../route/navigation.tsx'
import { patientPath } from '../route/route.ts'

/** A FHIR bundle from a file: sent, read whole or refused whole, then opened. */
export function ImportBundle(): ReactElement {
  const [sent, setSent] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (file: File) => importBundle(file, setSent),
    onMutate: () => setSent(0),
    onSuccess: async ({ realm, id }) => {
      goTo(patientPath(realm, id))
      await queries.invalidateQueries({ queryKey: ['patients'] })
    },
    // The same file can be chosen again after it was mended.
    onSettled: () => {
      if (input.current) input.current.value = ''
    },
  })
  const trouble = send.error && troubleOf(send.error)
  return (
    <div className="import">
      <label className="file-button" data-busy={send.isPending}>
        <span>Import a FHIR bundle</span>
        <input
          ref={input}
          type="file"
          accept=".json,application/json,application/fhir+json"
          disabled={send.isPending}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) send.mutate(file)
          }}
        />
      </label>
      <p className="quiet">One patient, FHIR R4, JSON.</p>
      <div role="status">
        {send.isPending && (
          <>
            <progress max={1} value={sent < 1 ? sent : undefined} aria-label="Import" />
            <span className="small">
              {sent < 1 ? `${percent(sent)} of ${send.variables.name} sent` : `Reading ${send.variables.name} …`}
            </span>
          </>
        )}
      </div>
      {trouble && (
        <div className="refused" role="alert">
          <p>
            <strong>{trouble.title}.</strong> {trouble.message}
          </p>
          <p className="quiet">
            <code>{trouble.code}</code>
            {trouble.path !== undefined && (
              <>
                {' at '}
                <code className="path">{trouble.path}</code>
              </>
            )}{' '}
            · Nothing was kept.
          </p>
        </div>
      )}
    </div>
  )
}
