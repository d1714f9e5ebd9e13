/** What is not known and would matter, as questions. */
import { chronicity } from '../mechanisms/chronicity.ts'
import { profileMechanisms } from '../mechanisms/profile.ts'
import { adjudicate, classesNotRecorded } from '../treatments/adjudicate.ts'
import type { Visit } from './visit.ts'

/** For any option: open questions of the rules, the goal, the baseline, the weight. */
export function unknowns({ facts, findings, weight, current }: Visit): string[] {
  const { baselinePain, goal } = facts.ketamine
  return unique([
    ...findings.filter((f) => f.kind === 'missing').map((f) => `${f.rule}: ${f.ask ?? f.because}`),
    ...current.doubts.map((d) => `Not known: ${d}.`),
    ...(weight === undefined ? ['What is the weight, measured within the last six months?'] : []),
    ...(goal === undefined ? ['Which named functional goal would show that it helps?'] : []),
    ...(baselinePain === undefined && facts.measurements.painNRS === undefined
      ? ['What is the pain (NRS 0 to 10) before treatment?']
      : []),
  ])
}

/** For a decision whether to treat at all: also mechanisms and what was tried. */
export function allUnknowns(visit: Visit): string[] {
  const { facts, protocol } = visit
  const unclear = profileMechanisms(facts).filter((p) => p.grade === 'unclear')
  return unique([
    ...unknowns(visit),
    ...(chronicity(facts).met === 'unknown' ? ['Has the pain lasted three months or longer?'] : []),
    ...unclear.map(
      (p) =>
        `For the ${p.mechanism} mechanism: ${p.criteria
          .filter((c) => c.met === 'unknown')
          .map((c) => c.criterion)
          .join('; ')}?`,
    ),
    ...adjudicate(facts, protocol).flatMap((line) => line.ask ?? []),
    ...classesNotRecorded(facts).map((kind) => `Was any ${kind} treatment tried? Nothing is on record.`),
  ])
}

const unique = (lines: readonly string[]) => [...new Set(lines)]
