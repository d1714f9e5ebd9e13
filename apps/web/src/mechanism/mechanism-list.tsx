import type { Assessment, Mechanism, MechanismProfile } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { Answer } from '../page/answer.tsx'
import { Source } from '../page/source.tsx'
import { criteriaWords } from './criteria.ts'
import { prose } from '../format/prose.ts'

const names: Record<Mechanism, string> = {
  nociceptive: 'Nociceptive',
  neuropathic: 'Neuropathic',
  nociplastic: 'Nociplastic',
  psychological: 'Psychological contributors',
}

export interface MechanismListProps {
  readonly profiles: readonly MechanismProfile[]
  readonly chronicity: Assessment['chronicity']
}

/** Why it hurts: each mechanism's grade, and behind it every criterion with what it rests on. */
export function MechanismList({ profiles, chronicity }: MechanismListProps): ReactElement {
  if (profiles.length === 0) return <p className="empty">No mechanism was profiled.</p>
  return (
    <div className="mechanisms">
      <div className="chronicity">
        <Answer value={chronicity.met} />
        <div>
          <p>Chronic: pain for three months or longer</p>
          {chronicity.facts.map((fact) => (
            <p key={fact} className="quiet">
              {prose(fact)}
            </p>
          ))}
        </div>
      </div>
      {profiles.map((profile) => (
        <details key={profile.mechanism} className="mechanism" data-grade={profile.grade}>
          <summary>
            <span className="mechanism-name">{names[profile.mechanism]}</span>
            <span className="grade">{profile.grade}</span>
            <span className="quiet">{criteriaWords(profile.criteria)}</span>
          </summary>
          <ul className="criteria plain">
            {profile.criteria.map(({ criterion, met, facts }) => (
              <li key={criterion}>
                <Answer value={met} />
                <div>
                  <p>{prose(criterion)}</p>
                  {facts.map((fact) => (
                    <p key={fact} className="quiet">
                      {prose(fact)}
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ul>
          <p className="small">
            <strong>Ketamine here:</strong> {prose(profile.ketamine)}
          </p>
          <p className="quiet">
            Graded by <Source>{profile.source}</Source>
          </p>
        </details>
      ))}
    </div>
  )
}
