/** Options of the fixture's person, and ways to pick among them. For tests. */
import { fact, suitableCase } from '../case.fixture.ts'
import type { Case, KetamineOrder, KetamineTreatment } from '../case.ts'
import type { Finding, FindingKind } from '../finding.ts'
import type { Option, OptionKind } from '../option.ts'
import { recorder } from './forecast.fixture.ts'
import { propose } from './propose.ts'
import { protocol } from './protocol.fixture.ts'

export const finding = (rule: string, kind: FindingKind): Finding => ({
  rule,
  kind,
  because: `${rule} says ${kind}.`,
  facts: [],
  ...(kind === 'missing' && { ask: `What about ${rule}?` }),
  source: 'test',
})
export const order: KetamineOrder = {
  substance: 'racemic-ketamine',
  route: 'oral',
  mg: 20,
  mL: 2,
  strength: 10,
  timesPerDay: 3,
  supplyDays: 7,
}
export const taking = (change: Partial<KetamineTreatment> = {}): Case =>
  suitableCase({
    ketamine: { phase: 'titration', started: '2026-01-05', lastStep: '2026-02-20', order: fact(order), ...change },
  })
export const options = (facts: Case, ...findings: Finding[]) =>
  propose(facts, findings, protocol, recorder().forecastOf)
export const pick = (list: readonly Option[], kind: OptionKind) => list.find((o) => o.kind === kind)!
export const kinds = (list: readonly Option[]) => list.map((o) => o.kind)
export const open = (list: readonly Option[]) => kinds(list.filter((o) => o.blockedBy.length === 0))
