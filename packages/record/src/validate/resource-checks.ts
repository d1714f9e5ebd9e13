/** What must hold across one resource. */
import type { Issue } from '@anodyne/pathway'
import type { Resource } from '@medplum/fhirtypes'

interface Item {
  readonly linkId?: string
  readonly item?: readonly Item[]
}

/** R4 invariant que-2: link ids are unique within a Questionnaire. (In a response they may repeat.) */
export function checkLinkIds(resource: Resource): Issue[] {
  if (resource.resourceType !== 'Questionnaire') return []
  const seen = new Set<string>()
  const issues: Issue[] = []
  const visit = (items: readonly Item[] | undefined, path: string): void => {
    if (!Array.isArray(items)) return
    items.forEach(({ linkId, item }: Item, i) => {
      const at = `${path}.item[${i}]`
      if (linkId !== undefined && seen.has(linkId)) {
        issues.push({ path: `${at}.linkId`, code: 'link-id-repeated', message: `"${linkId}" stands twice` })
      }
      if (linkId !== undefined) seen.add(linkId)
      visit(item, at)
    })
  }
  visit(resource.item as readonly Item[] | undefined, 'Questionnaire')
  return issues
}

/** A reference `#id` names something contained in the same resource. */
export function checkReferencesWithin(resource: Resource): Issue[] {
  const contained = (resource as { contained?: readonly { id?: string }[] }).contained ?? []
  // A bare "#" names the resource that contains.
  const ids = new Set<string | undefined>(
    Array.isArray(contained) ? contained.map((c: { id?: string } | null) => c?.id) : [],
  )
  ids.add('')
  const issues: Issue[] = []
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`
      if (key === 'reference' && typeof member === 'string' && member.startsWith('#') && !ids.has(member.slice(1))) {
        issues.push({ path: at, code: 'reference-dangling', message: `"${member}" is not contained in the resource` })
      }
      visit(member, at)
    }
  }
  // A Bundle's entries have their own contained resources and are visited with them when they are validated.
  if (resource.resourceType !== 'Bundle') visit(resource, resource.resourceType)
  return issues
}
