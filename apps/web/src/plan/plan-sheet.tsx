import type { Plan } from '@anodyne/pathway'
import type { PlanPage } from '@anodyne/server'
import type { ReactElement } from 'react'
import { KindMark } from '../finding/kind-mark.tsx'
import { calendarDay, day, moment } from '../format/date.ts'
import { ageWords, nameWords, phaseWords, sexWords, weightWords } from '../format/person.ts'
import { DoseLines } from '../option/dose-lines.tsx'
import { Notices } from '../page/notices.tsx'
import { Link, usePageTitle } from '../route/navigation.tsx'
import { patientPath } from '../route/route.ts'
import { densityOf, sheetLines } from './density.ts'
import { HashLine } from './hash-line.tsx'
import { roleWords } from './role.ts'
import { prose } from '../format/prose.ts'

/** A signed plan, as it is kept and as it prints: one sheet. */
export function PlanSheet({ page }: { readonly page: PlanPage }): ReactElement {
  const { realm, plan } = page
  const { assessment, option, signedBy, signedAt } = plan
  const { person, protocol, asOf, phase } = assessment
  usePageTitle(`Plan for ${nameWords(person)}, ${day(signedAt)}`)
  return (
    <article className="sheet" data-density={densityOf(plan)} aria-label={`Plan: ${option.title}`}>
      <p className="sheet-tools">
        <Link href={patientPath(realm, person.id)}>Back to {nameWords(person)}</Link>
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </p>
      <Notices synthetic={person.synthetic || realm === 'demo'} protocolSigned={protocol.signed !== undefined} />
      <header className="sheet-head">
        <h1>{nameWords(person)}</h1>
        <p>
          {ageWords(person.age)}
          {person.birthDate !== undefined && <> (born {day(person.birthDate)})</>}, {sexWords(person.sex)},{' '}
          {weightWords(person.weight)} · {phaseWords[phase]} · record as of {day(asOf)}
        </p>
      </header>
      <section className="sheet-dose" aria-label="Plan">
        <h2>{prose(option.title)}</h2>
        {option.dose ? (
          <DoseLines dose={option.dose} regimen={option.regimen} />
        ) : (
          <p className="dose no-dose">No ketamine is given.</p>
        )}
      </section>
      <MonitoringCalendar items={option.monitoring} />
      <section aria-label="Findings that matter">
        <h2>Findings that matter</h2>
        <SheetFindings findings={assessment.findings} />
      </section>
      <div className="sheet-pair">
        <section aria-label="Against">
          <h2>Reasons against, read by the signer</h2>
          <ul>
            {option.against.map((reason) => (
              <li key={reason}>{prose(reason)}</li>
            ))}
          </ul>
        </section>
        <section aria-label="Basis">
          <h2>Basis</h2>
          <ul>
            {option.basis.map((line) => (
              <li key={line}>{prose(line)}</li>
            ))}
          </ul>
        </section>
      </div>
      <footer className="signature">
        <p>
          Signed by <strong>{signedBy.name}</strong>, {roleWords[signedBy.role]}, {moment(signedAt)}
        </p>
        <HashLine model={assessment.model} protocol={protocol} record={assessment.record} />
        <p className="quiet">
          Plan <code>{plan.id}</code>
        </p>
      </footer>
    </article>
  )
}

/** What must be looked at, in order of date; what has no date stands first, with its own words. */
function MonitoringCalendar({ items }: { readonly items: Plan['option']['monitoring'] }): ReactElement {
  const ordered = [...items].sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))
  return (
    <section aria-label="Monitoring calendar">
      <h2>Monitoring</h2>
      {ordered.length === 0 ? (
        <p className="empty">This option brings no monitoring of its own.</p>
      ) : (
        <table className="calendar">
          <thead>
            <tr>
              <th scope="col">By</th>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col">Rule</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ what, when, due, rule }, i) => (
              <tr key={i}>
                <td className="nowrap">{due === undefined ? 'no fixed day' : calendarDay(due)}</td>
                <td>{prose(what)}</td>
                <td>{prose(when)}</td>
                <td className="rule">{rule}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What is not clear, each in one line. */
function SheetFindings({ findings }: { readonly findings: Plan['assessment']['findings'] }): ReactElement {
  const shown = sheetLines(findings)
  if (shown.length === 0) return <p className="empty">All {findings.length} rules that were asked are clear.</p>
  return (
    <ul className="plain sheet-findings">
      {shown.map(({ kind, text, rules }) => (
        <li key={text + rules} data-kind={kind}>
          <KindMark kind={kind} />
          <span>
            {prose(text)} <span className="rules">{rules}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
