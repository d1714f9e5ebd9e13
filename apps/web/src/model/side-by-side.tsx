import { library, type ModelAnswer, type SideBySide } from '@anodyne/pharmacology'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useWidth } from '../forecast/use-width.ts'
import { decimal, measured, NBSP } from '../format/number.ts'
import { alike } from './alike.ts'
import { ask } from './ask.ts'
import { Computing } from './computing.tsx'
import { dashes, drawCurves } from './curve-marks.ts'
import { presets, times } from './presets.ts'

const analytes = ['ketamine', 'norketamine'] as const

/** One regimen, one person, every model that can answer: how far apart they are, and who cannot and why. */
export default function SideBySideSection({ about }: { readonly about: string }): ReactElement {
  const [preset, choose] = useState(presets[0]!.id)
  const answer = useQuery({
    queryKey: ['side-by-side', preset],
    queryFn: () => ask({ kind: 'side-by-side', preset }),
    staleTime: Infinity,
  })
  return (
    <>
      <div className="compare-controls">
        <label htmlFor="preset">Regimen</label>
        <select id="preset" value={preset} onChange={(event) => choose(event.target.value)}>
          {presets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <span className="quiet">mg of free base; a healthy person of 70{NBSP}kg and 30 years</span>
      </div>
      {answer.data ? <Compared about={about} result={answer.data} /> : <Computing query={answer} what="the models" />}
    </>
  )
} // prettier-ignore

function Compared({ about, result }: { readonly about: string; readonly result: SideBySide }): ReactElement {
  const { answers, cannot, disagreement } = result
  const same = alike(answers)
  return (
    <>
      <div className="curves">
        {analytes.map((analyte) => (
          <Curves key={analyte} analyte={analyte} answers={answers} about={about} disagreement={disagreement[analyte]} />
        ))}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label="Models side by side">
        <table className="data compare">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>Model</th>
              <th scope="colgroup" colSpan={2} className="over">Ketamine</th>
              <th scope="colgroup" colSpan={2} className="over">Norketamine</th>
              <th scope="col" rowSpan={2}>Plasma</th>
              <th scope="col" rowSpan={2}>Was it observed here?</th>
            </tr>
            <tr>
              {analytes.map((analyte) => (
                <Heads key={analyte} />
              ))}
            </tr>
          </thead>
          <tbody>
            {answers.map((answer, index) => (
              <tr key={answer.model} data-own={answer.model === about}>
                <th scope="row">
                  <svg className="key" width="30" height="10" viewBox="0 0 30 10" aria-hidden="true">
                    <path d="M0 5H30" strokeDasharray={answer.model === about ? undefined : dashes[index % dashes.length]} />
                  </svg>
                  {answer.model}
                </th>
                {analytes.map((analyte) => (
                  <Figures key={analyte} answer={answer} analyte={analyte} />
                ))}
                <td>{answer.sampling}</td>
                <td>{answer.domain.kind === 'ok' ? 'Yes' : `No: ${answer.domain.outside.map(({ what, value, range }) => `${what}: ${value}, observed ${range}`).join('; ')}`}</td>
              </tr>
            ))}
            <tr className="disagreement">
              <th scope="row">Largest : smallest</th>
              {analytes.map((analyte) => (
                <FoldCells key={analyte} {...disagreement[analyte]} />
              ))}
              <td colSpan={2}>1 would be agreement</td>
            </tr>
          </tbody>
        </table>
      </div>
      {same.map((names) => (
        <p key={names[0]} className="quiet measure">
          {names.slice(0, -1).join(', ')} and {names.at(-1)} give the same curves here: on this regimen they are one model, and their
          agreement confirms nothing.
        </p>
      ))}
      {cannot.length > 0 && (
        <details>
          <summary>{cannot.length} of {library.length} models cannot answer, and why</summary>
          <ul>
            {cannot.map(({ model, because }) => (
              <li key={model}>{model}: {because}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
} // prettier-ignore

const Heads = (): ReactElement => (
  <>
    <th scope="col" className="number">Area, 24{NBSP}h <span className="quiet">ng·h/mL</span></th>
    <th scope="col" className="number">Peak <span className="quiet">ng/mL</span></th>
  </>
) // prettier-ignore

function Figures({ answer, analyte }: { readonly answer: ModelAnswer; readonly analyte: string }): ReactElement {
  const curve = answer.curves[analyte]
  return (
    <>
      <td className="number">{curve ? measured(curve.auc) : 'not in it'}</td>
      <td className="number">{curve ? measured(curve.cmax) : 'not in it'}</td>
    </>
  )
}

const fold = (ratio: number | null | undefined) =>
  ratio === null || ratio === undefined ? '–' : `${decimal(ratio, 1)}-fold`

function FoldCells({ auc, cmax }: { readonly auc?: number | null; readonly cmax?: number | null }): ReactElement {
  return (
    <>
      <td className="number">{fold(auc)}</td>
      <td className="number">{fold(cmax)}</td>
    </>
  )
}

interface CurvesProps {
  readonly analyte: (typeof analytes)[number]
  readonly answers: readonly ModelAnswer[]
  readonly about: string
  readonly disagreement: SideBySide['disagreement'][string] | undefined
}

function Curves({ analyte, answers, about, disagreement }: CurvesProps): ReactElement {
  const [box, width] = useWidth<HTMLDivElement>()
  const drawing = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (width > 0) drawing.current?.replaceChildren(drawCurves(answers, analyte, { width, hours: times, until: 12, about }))
  }, [answers, analyte, about, width])
  const says = `Typical ${analyte} over 12 hours in ${answers.length} models; peaks differ ${fold(disagreement?.cmax)}, areas ${fold(disagreement?.auc)}`
  return (
    <figure ref={box}>
      <figcaption>
        Predicted {analyte} <span className="quiet">ng/mL, typical person; peaks differ {fold(disagreement?.cmax)}</span>
      </figcaption>
      <div role="img" aria-label={says}>
        <div ref={drawing} aria-hidden="true" />
      </div>
    </figure>
  )
} // prettier-ignore
