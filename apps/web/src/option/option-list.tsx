import type { Assessment, Option } from '@anodyne/pathway'
import type { Realm } from '@anodyne/server'
import { useState, type ReactElement } from 'react'
import { noOptionsWords } from './no-options.ts'
import { OptionCard } from './option-card.tsx'
import { SignDialog } from './sign-dialog.tsx'

export interface OptionListProps {
  readonly realm: Realm
  readonly assessment: Assessment
}

/** The choices side by side, in the order the pathway gives them; none is preselected. */
export function OptionList({ realm, assessment }: OptionListProps): ReactElement {
  const [signing, setSigning] = useState<Option>()
  if (assessment.options.length === 0) return <p className="empty">{noOptionsWords(assessment.issues)}</p>
  return (
    <>
      <div className="options" data-count={assessment.options.length}>
        {assessment.options.map((option) => (
          <OptionCard
            key={option.kind + option.title}
            option={option}
            findings={assessment.findings}
            onSign={() => setSigning(option)}
          />
        ))}
      </div>
      {signing && (
        <SignDialog realm={realm} assessment={assessment} option={signing} onClose={() => setSigning(undefined)} />
      )}
    </>
  )
}
