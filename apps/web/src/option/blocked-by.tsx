import type { Finding } from '@anodyne/pathway'
import type { ReactElement } from 'react'
import { byKind, findingAnchor, kindWords } from '../finding/kind.ts'
import { KindMark } from '../finding/kind-mark.tsx'
import { NBSP } from '../format/number.ts'

export interface BlockedByProps {
  /** Ids of the rules that block. */
  readonly rules: readonly string[]
  readonly findings: readonly Finding[]
}

/** More of one kind than this is counted, and its rules are one step away. */
const NAMED = 4

/** What forbids signing, worst kind first; each rule links to its finding. A rule without a finding is still named. */
export function BlockedBy({ rules, findings }: BlockedByProps): ReactElement {
  const named = byKind(findings.filter(({ rule }) => rules.includes(rule))).map(({ kind, findings: of }) => ({
    word: kindWords[kind].toLowerCase(),
    rules: [...new Set(of.map(({ rule }) => rule))],
  }))
  const known = new Set(named.flatMap((group) => group.rules))
  const others = rules.filter((rule) => !known.has(rule))
  const groups = others.length > 0 ? [...named, { word: 'other', rules: others }] : named
  return (
    <div className="blocked">
      <KindMark kind="hold" label="Blocked" />
      <ul className="plain">
        {groups.map(({ word, rules: of }) => (
          <li key={word}>
            {of.length <= NAMED ? (
              <>
                {of.length}
                {NBSP}
                {word}: <RuleLinks rules={of} />
              </>
            ) : (
              <details>
                <summary>
                  {of.length}
                  {NBSP}
                  {word}
                </summary>
                <RuleLinks rules={of} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function RuleLinks({ rules }: { readonly rules: readonly string[] }): ReactElement {
  return (
    <span className="rule-links">
      {rules.map((rule) => (
        <a key={rule} href={`#${findingAnchor(rule)}`}>
          {rule}
        </a>
      ))}
    </span>
  )
}
