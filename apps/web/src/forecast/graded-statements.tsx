import { gradedStatements, type Grade } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { prose } from '../format/prose.ts'
import { Source } from '../page/source.tsx'

const words: Record<Grade, string> = {
  moderate: 'evidence: moderate',
  low: 'evidence: weak',
  'very low': 'evidence: very weak',
  none: 'evidence in chronic pain: none',
}

/** Effects for which no curve was found, told in words, each with its grade. */
export default function GradedStatements(): ReactElement {
  return (
    <section className="statements" aria-labelledby="statements-title">
      <h3 id="statements-title">Told in words, not drawn</h3>
      <p className="quiet">No relation to the dose was found for these. Grades are this project’s, not the sources’.</p>
      {gradedStatements.map(({ topic, says, grade, because, findings, doesNotShow }) => (
        <details key={topic}>
          <summary>
            <strong>{topic}</strong>: {says} <span className="grade">{words[grade]}</span>
          </summary>
          <p>
            <strong>Graded so because:</strong> {because}.
          </p>
          <ul>
            {findings.map(({ says: seen, source }) => (
              <li key={seen}>
                {prose(seen)} <Source>{[source.where, ...source.dois.map((doi) => `doi:${doi}`)].join(', ')}</Source>
              </li>
            ))}
          </ul>
          <p>
            <strong>Does not show:</strong> {doesNotShow}
          </p>
        </details>
      ))}
    </section>
  )
}
