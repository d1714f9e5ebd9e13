/**
 * Where records are kept. The interface speaks FHIR's own semantics, so that memory, SQLite, PostgreSQL or another
 * FHIR server can stand behind it. Versions are immutable, history is kept, a delete leaves a tombstone.
 */
import type { Resource } from '@medplum/fhirtypes'

/** A resource as stored: it has an id and a version. */
export type Stored<R extends Resource = Resource> = R & {
  readonly id: string
  readonly meta: { readonly versionId: string; readonly lastUpdated: string }
}

export type Write =
  /** Creates or replaces. `ifMatch` refuses when the current version is another (code `version-conflict`). */
  | { readonly op: 'put'; readonly resource: Resource; readonly ifMatch?: string }
  | { readonly op: 'delete'; readonly type: string; readonly id: string }

export interface Store {
  /** All or nothing, durable when it resolves. Every resource is validated first; a put without id gets one. */
  write(writes: readonly Write[]): Promise<readonly Stored[]>
  /** Undefined when it never existed or is deleted. */
  read(type: string, id: string): Promise<Stored | undefined>
  /** Newest first, tombstones included. */
  history(
    type: string,
    id: string,
  ): Promise<readonly { readonly versionId: string; readonly deleted: boolean; readonly resource?: Stored }[]>
  /** Parameters: `_id`, `subject` or `patient`, `status`. Any other is refused (code `search-parameter-unknown`). */
  search(type: string, parameters?: Readonly<Record<string, string>>): Promise<readonly Stored[]>
  close(): Promise<void>
}

/** A refusal: what, where, and a stable code. Nothing was written. */
export class StoreRefusal extends Error {
  readonly code: string
  readonly issues: readonly { readonly path: string; readonly message: string }[]
  constructor(code: string, message: string, issues: readonly { path: string; message: string }[] = []) {
    super(message)
    this.name = 'StoreRefusal'
    this.code = code
    this.issues = issues
  }
}
