import type { AdjudicatedTreatment, TreatmentClass } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { Answer, type YesNoUnknown } from '../page/answer.tsx'
import { prose } from '../format/prose.ts'

const classes: readonly { readonly class: TreatmentClass; readonly name: string }[] = [
  { class: 'medication', name: 'Medication' },
  { class: 'physical', name: 'Physical' },
  { class: 'psychological', name: 'Psychological' },
  { class: 'interventional', name: 'Interventional' },
]

const adequacy: Record<YesNoUnknown, string> = {
  yes: 'Adequate trial',
  no: 'Not an adequate trial',
  unknown: 'Adequacy unknown',
}

/** What was tried, in its four classes, and whether each was an adequate trial. A class with nothing says so. */
export function TreatmentLedger({
  treatments,
}: {
  readonly treatments: readonly AdjudicatedTreatment[]
}): ReactElement {
  return (
    <div className="ledger">
      {classes.map(({ class: name, name: heading }) => {
        const lines = treatments.filter((treatment) => treatment.class === name)
        return (
          <section key={name} aria-label={`${heading} treatment`}>
            <h3>{heading}</h3>
            {lines.length === 0 ? (
              <p className="empty">
                <Answer value="unknown" label="None recorded" />{' '}
                <span className="quiet">not the same as none tried</span>
              </p>
            ) : (
              <ul className="plain">
                {lines.map((line, i) => (
                  <li key={i}>
                    <p className="ledger-head">
                      <strong>{line.name}</strong>
                      {line.drugClass !== undefined && <span className="quiet">{line.drugClass}</span>}
                      <Answer value={line.adequate} label={adequacy[line.adequate]} />
                    </p>
                    <p className="small">{prose(line.because)}</p>
                    {line.facts.map((fact) => (
                      <p key={fact} className="quiet">
                        {prose(fact)}
                      </p>
                    ))}
                    {line.ask !== undefined && (
                      <p className="small">
                        <span className="quiet">To find out: </span>
                        {prose(line.ask)}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
