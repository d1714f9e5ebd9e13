/** The pages that are made of data: which template, and what stands at each `{{name}}`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { interactions } from '@anodyne/evidence'
import {
  composite,
  countRows,
  gradedStatements,
  library,
  modelOf,
  mustNotBeUsed,
  sideBySide,
  validate,
  varianceInWords,
} from '@anodyne/pharmacology'
import { targets } from '../packages/pharmacology/src/validation/targets/index.ts'
import { betweenStudies, effectLists, effectsTable, occupancyInWords, statements } from './model-card-effects.ts'
import * as tables from './model-card-tables.ts'

/** Of volunteers, beside which the composite's spread of patients stands. */
const ottoClearance = modelOf('fanta-otto-2021').parameters.find(({ symbol }) => symbol === 'CL')!.variance!

export interface MadePage {
  readonly path: string
  readonly text: string
}

/** @throws Error for a place in a template that has no table, or a table that has no place. */
export function pages(root: string): readonly MadePage[] {
  const rows = validate()
  const page = (name: string, parts: Readonly<Record<string, string>>): MadePage => ({
    path: `docs/${name}`,
    text: fill(name, readFileSync(join(root, 'tools/model-card', name), 'utf8'), parts),
  })
  return [page('MODEL-CARD.md', card(rows)), page('MODEL-LIBRARY.md', libraryPage(rows))]
}

export function fill(name: string, template: string, parts: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(parts))
  const text = template.replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => {
    const part = parts[place]
    if (part === undefined) throw new Error(`${name}: nothing for {{${place}}}`)
    left.delete(place)
    return part
  })
  if (left.size > 0) throw new Error(`${name}: no place for ${[...left].join(', ')}`)
  return text
}

type Rows = ReturnType<typeof validate>

function card(all: Rows): Record<string, string> {
  const model = modelOf(composite.id)
  const rows = all.filter((row) => row.model === model.id)
  const { pass, knownMiss, fail } = countRows(rows)
  return {
    name: `${model.id} ${model.version}`,
    version: model.version,
    population: `${model.population}.`,
    parameters: tables.parameters(model),
    covariances: tables.covariances(model),
    studies: betweenStudies(),
    effects: effectsTable(),
    occupancy: occupancyInWords(),
    statements: statements(),
    interactions: tables.interactionTable(rows),
    patients: varianceInWords(model.parameters.find(({ symbol }) => symbol === 'CL')!.variance!),
    volunteers: varianceInWords(ottoClearance),
    bases: tables.bases(rows),
    count: `${pass} rows pass, ${knownMiss} are known misses, ${fail} fail.`,
    external: tables.validation(rows.filter(({ role }) => role === 'external')),
    verification: tables.validation(rows.filter(({ role }) => role === 'verification')),
    misses: tables.misses(rows),
    domain: tables.domain(model),
    never: tables.list(mustNotBeUsed(model.id)),
    sources: tables.sources(model, rows, interactions, effectLists, gradedStatements),
  }
}

/** Observations that stand in the evidence and cannot be asked of any model. */
function unclaimed(rows: Rows): string {
  const asked = new Set(rows.map(({ target }) => target))
  const left = targets.filter(({ name }) => !asked.has(name))
  return left.length === 0 ? 'none.' : `${left.map(({ name, printed }) => `${name} (${printed})`).join('; ')}.`
}

function libraryPage(rows: Rows): Record<string, string> {
  const film = [{ substance: 'esketamine', route: 'sublingual', dose: 50, every: 24, from: 0, until: 1 }] as const
  const person = { weight: 70, age: 24, population: 'healthy', interactions: [] } as const
  const { auc, cmax } = sideBySide(library, film, person, [0.25, 0.5, 1, 2, 4, 6]).disagreement['ketamine']!
  return {
    overview: tables.overview(library),
    sources: tables.sources(library, rows),
    bases: tables.bases(rows),
    scores: tables.scores(library, rows),
    unclaimed: unclaimed(rows),
    disagreement: `{ auc: ${auc?.toFixed(2)}, cmax: ${cmax?.toFixed(2)} }`,
    models: library.map((model) => tables.modelSection(model, rows.filter((row) => row.model === model.id), composite.id)).join('\n\n'),
  } // prettier-ignore
}
