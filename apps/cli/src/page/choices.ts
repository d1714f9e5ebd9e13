/** The options side by side: dose, what stands in the way, what to expect, what to watch, why, and why not. */
import type { Assessment, Dose, Finding, Option } from '@anodyne/pathway'
import { shown } from './kinds.ts'
import { forecastLines } from './forecast.ts'
import { numbersOf, type Question } from './questions.ts'
import { heading, marked, paragraph, type Sheet } from './sheet.ts'
import { findingKinds } from './vocabulary.ts'

export function choices(sheet: Sheet, { options, findings }: Assessment, asked: readonly Question[]): string[] {
  const shared = inEvery(options.map((o) => o.basis))
  const said = new Map<string, string>()
  return [
    ...heading(sheet, 'Options', 'for a clinician to choose from and sign; none is an order'),
    ...(shared.length ? [...list(sheet, 'all', shared), ''] : []),
    ...options.flatMap((option, i) => one(sheet, option, { letter: letters[i] ?? '+', shared, findings, asked, said })),
  ]
}

const letters = 'ABCDEFGH'

interface Around {
  readonly letter: string
  /** What every option rests on, said once before them. */
  readonly shared: readonly string[]
  readonly findings: readonly Finding[]
  readonly asked: readonly Question[]
  /** What an earlier option has said, and its letter. */
  readonly said: Map<string, string>
}

function one(sheet: Sheet, option: Option, { letter, shared, findings, asked, said }: Around): string[] {
  const { title, forecast, monitoring, basis, missing, against, blockedBy } = option
  // What the forecast assumed stands under the forecast.
  const assumed = new Set((forecast?.assumed ?? []).map((words) => `Assumed: ${words}.`))
  const watch = monitoring.map(({ what, when, due, rule }) => `${what}: ${when}${due ? `, due ${due}` : ''} (${rule})`)
  const once = (lines: readonly string[]) => (sheet.full ? lines : saidBefore(lines, letter, said))
  const limitsTogether = (lines: readonly string[]) => (sheet.full ? lines : inOneLine(lines))
  return [
    ...paragraph(sheet, `  ${letter}  `, title).map((line) => sheet.paint('strong', line)),
    ...standing(sheet, option, findings),
    ...doses(sheet, option),
    ...list(sheet, 'for', once(limitsTogether(basis.filter((b) => !shared.includes(b) && !assumed.has(b))))),
    ...list(sheet, 'against', once(withoutRepeats(against, blockedBy, findings))),
    ...(missing.length ? paragraph(sheet, label('not known'), `to find out: ${numbersOf(missing, asked)} above`) : []),
    ...list(sheet, 'watch', once(watch)),
    ...(forecast ? forecastLines(sheet, forecast, '     ') : []),
    '',
  ]
}

/** A line that an earlier option has carries that option's letter instead of being read again. */
function saidBefore(lines: readonly string[], letter: string, said: Map<string, string>): string[] {
  const earlier = lines.flatMap((line) => said.get(line) ?? [])
  const fresh = lines.filter((line) => !said.has(line))
  for (const line of fresh) said.set(line, letter)
  const letters = [...new Set(earlier)].sort().join(', ')
  return earlier.length === 0 ? fresh : [...fresh, `and ${earlier.length} more, as under ${letters}`]
}

/** The protocol's limits by name and value; where they come from and who disagrees is for `--full`. */
function inOneLine(lines: readonly string[]): string[] {
  const limit = /^Protocol (\S+: .+? \((?:published|borrowed|engineering)\))\./
  const limits = lines.flatMap((line) => limit.exec(line)?.[1] ?? [])
  const others = lines.filter((line) => !limit.test(line))
  return limits.length === 0 ? others : [...others, `Limits of the protocol: ${limits.join('; ')}.`]
}

/** Findings were read above, whole: here their rule is enough, and those that block stand in the line of what blocks. */
function withoutRepeats(
  against: readonly string[],
  blockedBy: readonly string[],
  findings: readonly Finding[],
): string[] {
  const ruleOf = (line: string) => findings.find(({ rule, because }) => line === `${rule}: ${because}`)?.rule
  const rules = against.map(ruleOf)
  const others = rules.filter((rule) => rule !== undefined && !blockedBy.includes(rule))
  return [
    ...(rules.some((rule) => rule !== undefined && blockedBy.includes(rule)) ? ['what blocks it, as found above'] : []),
    ...(others.length ? [`as found above: ${others.join(', ')}`] : []),
    ...against.filter((_, i) => rules[i] === undefined),
  ]
}

/** The rules in the way, worst kind first. */
function standing(sheet: Sheet, { blockedBy }: Option, findings: readonly Finding[]): string[] {
  if (blockedBy.length === 0) return marked(sheet, 'good', '     ✓ ', 'can be signed')
  const kindOf = (rule: string) => findings.find((f) => f.rule === rule)?.kind
  const groups = [...findingKinds, undefined].flatMap((kind) => {
    const rules = blockedBy.filter((rule) => kindOf(rule) === kind)
    return rules.length ? [`${kind ? shown[kind].word.toLowerCase() : 'blocked'} ${rules.join(', ')}`] : []
  })
  return marked(sheet, 'bad', '     ✖ cannot be signed: ', groups.join('; '))
}

/** Of a taper the stages alone: its first dose for all its days would be read as the order. */
function doses(sheet: Sheet, { dose, regimen }: Option): string[] {
  if (!regimen?.stages) return dose ? paragraph(sheet, label('dose'), doseWords(dose, regimen?.days)) : []
  return regimen.stages.flatMap(({ dose: of, days }, i) =>
    paragraph(sheet, label(`stage ${i + 1}`), doseWords(of, days)),
  )
}

/** mg and mL and strength, always together. */
export function doseWords({ mg, mL, strength, timesPerDay, substance, route }: Dose, days?: number): string {
  if (mg === 0) return days === undefined ? 'none' : `none for ${days} days`
  const often = timesPerDay === 1 ? 'once a day' : `${timesPerDay} times a day`
  const how = days === 1 && timesPerDay === 1 ? 'once' : days === undefined ? often : `${often} for ${days} days`
  return `${mg} mg = ${mL} mL of ${strength} mg/mL ${substance.replace('-', ' ')} (free base), ${route}, ${how}`
}

const label = (name: string) => `     ${`${name}:`.padEnd(11)}`

function list(sheet: Sheet, name: string, items: readonly string[]): string[] {
  return items.flatMap((item, i) => paragraph(sheet, `${i === 0 ? label(name) : label('').replace(':', ' ')}• `, item))
}

function inEvery(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists
  return others.length === 0 ? [] : first.filter((item) => others.every((other) => other.includes(item)))
}
