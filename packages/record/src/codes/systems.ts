/** Code systems by their FHIR name. A code means nothing without its system: LOINC 2106-3 is also the CDC race code "White". */

import { own } from './own.ts'

export const LOINC = 'http://loinc.org'
export const SNOMED = 'http://snomed.info/sct'
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10'
export const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm'
export const ICD11 = 'http://id.who.int/icd/release/11/mms'
export const UCUM = 'http://unitsofmeasure.org'
export const ATC = 'http://www.whocc.no/atc'

/** Other spellings of the same system, seen in records: https, a trailing slash, the HL7 OID. Nothing else is repaired. */
const spellings: Readonly<Record<string, string>> = {
  'https://loinc.org': LOINC,
  'urn:oid:2.16.840.1.113883.6.1': LOINC,
  'https://snomed.info/sct': SNOMED,
  'urn:oid:2.16.840.1.113883.6.96': SNOMED,
  'https://www.nlm.nih.gov/research/umls/rxnorm': RXNORM,
  'urn:oid:2.16.840.1.113883.6.88': RXNORM,
  'urn:oid:2.16.840.1.113883.6.3': ICD10,
  'urn:oid:2.16.840.1.113883.6.90': ICD10CM,
  'https://hl7.org/fhir/sid/icd-10-cm': ICD10CM,
  'https://hl7.org/fhir/sid/icd-10': ICD10,
  'http://id.who.int/icd11/mms': ICD11,
  'https://unitsofmeasure.org': UCUM,
  'urn:oid:2.16.840.1.113883.6.8': UCUM,
}

const read = new Set([LOINC, SNOMED, RXNORM, ICD10, ICD10CM, ICD11, UCUM, ATC])

/** Systems whose codes are not read here but are no surprise. */
const familiar = new Set([
  'http://www.ama-assn.org/go/cpt',
  'http://hl7.org/fhir/sid/ndc',
  'http://hl7.org/fhir/sid/cvx',
  'http://hl7.org/fhir/sid/icd-9-cm',
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  'https://dmd.nhs.uk',
  'urn:oid:2.16.840.1.113883.6.238',
])

/** The system under its FHIR name; another spelling is repaired only when it is in the table. */
export function systemOf(system: string): string {
  const bare = system.endsWith('/') ? system.slice(0, -1) : system
  return read.has(bare) ? bare : (own(spellings, bare) ?? system)
}

/** True when codes of this system can be read, or are known to say nothing that is read here. */
export function knownSystem(system: string): boolean {
  const name = systemOf(system)
  return (
    read.has(name) ||
    familiar.has(name) ||
    name.startsWith('http://terminology.hl7.org/') ||
    name.startsWith('http://hl7.org/fhir/') ||
    name.startsWith(ANODYNE)
  )
}

/**
 * The base of this project's own canonical names. `.example` is reserved (RFC 2606): nothing is, or can be, served there,
 * and the name claims nobody's domain.
 */
export const ANODYNE = 'https://anodyne.example/fhir'
