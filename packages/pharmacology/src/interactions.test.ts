import { interactions, type InteractionName } from '@anodyne/evidence'
import { expect, it } from 'vitest'
import { exposure, FOREVER, peak, single } from './exposure.fixture.ts'
import { knownInteractions } from './interactions.ts'

const ratios = (route: string, name: InteractionName, infusion?: number) => {
  const course = single(route, 20, infusion)
  const [without, taking] = [exposure(course, [FOREVER]), exposure(course, [FOREVER], 'racemic-ketamine', [name])]
  const K = taking.AUCk[0]! / without.AUCk[0]!
  const N = taking.AUCn[0]! / without.AUCn[0]!
  return { K, N, metabolite: N / K - 1 }
}

it.each([
  ['clarithromycin', 2.6],
  ['grapefruit', 3.0],
  ['ticlopidine', 2.4],
  ['itraconazole', 1.0],
  ['st-johns-wort', 0.42],
  ['rifampicin', 0.14],
] as const)('[PK7] %s: swallowed ketamine AUC × %f as predicted, within 20 %% of observed', (name, predicted) => {
  const { K } = ratios('oral', name)
  expect(K).toBeCloseTo(predicted, 2)
  const observed = interactions[name].observed.oralAUC?.value ?? 1
  expect(Math.abs(K / observed - 1)).toBeLessThan(0.2)
})

it.each([
  ['clarithromycin', -0.61, -0.54],
  ['grapefruit', -0.66, -0.57],
] as const)(
  '[PK7] %s: norketamine/ketamine, which was not fitted, changes by %f (observed %f)',
  (name, predicted, observed) => {
    const { metabolite } = ratios('oral', name)
    expect(metabolite).toBeCloseTo(predicted, 2)
    expect(Math.abs(metabolite - observed)).toBeLessThan(0.1)
  },
)

it('[PK7] inducers: norketamine AUC × 0.86 (St John’s wort) and × 0.33 (rifampicin), intravenous ketamine × 0.86', () => {
  expect(ratios('oral', 'st-johns-wort').N).toBeCloseTo(0.86, 2)
  expect(ratios('oral', 'rifampicin').N).toBeCloseTo(0.33, 2)
  const intravenous = ratios('iv', 'rifampicin', 0.5)
  expect(intravenous.K).toBeCloseTo(0.86, 2)
  // A third to infinity; over the five hours that were sampled a half ([IX7], Noppers 2011).
  expect(intravenous.N).toBeCloseTo(1 / 3, 2)
})

it('[PK7] an inhibitor of first pass acts less under the tongue: clarithromycin × 1.8', () => {
  expect(ratios('sublingual', 'clarithromycin').K).toBeCloseTo(1.8, 1)
  expect(ratios('iv', 'clarithromycin', 0.5).K).toBeCloseTo(1, 10)
})

it('[PK7] peaks: ticlopidine × 2.0', () => {
  const course = single('oral', 20)
  const ratio = peak(course, 8, 'racemic-ketamine', ['ticlopidine']).K / peak(course, 8).K
  expect(ratio).toBeCloseTo(2.0, 1)
})

it('[PK7] every interaction in the evidence is known, with a DOI and positive factors', () => {
  expect([...knownInteractions].sort()).toEqual(
    ['clarithromycin', 'grapefruit', 'itraconazole', 'rifampicin', 'st-johns-wort', 'ticlopidine'].sort(),
  )
  for (const { multipliers, source } of Object.values(interactions)) {
    expect(source.doi).toMatch(/^10\.\d{4,}\//)
    for (const factor of [multipliers.Fpo, multipliers.CL, multipliers.CLn]) expect(factor).toBeGreaterThan(0)
  }
})
