/** Which version a release is and what it brought, as every description of a release tells it. */

/** Which version a release is, and how it came to be: every change so far, the newest first. */
export interface Edition {
  readonly version: string
  readonly changes: readonly [Change, ...Change[]]
}

/** What one version brought. A `correction` mends what was wrong; a `planned revision` was announced. */
export interface Change {
  readonly version: string
  readonly kind: ChangeKind
  /** Date stamped on that release. */
  readonly date?: string
  /** Why, in the words of the definition. */
  readonly note?: string
  /** What differs from the version before, in sentences. */
  readonly differences: readonly string[]
  readonly withdrawn?: { readonly date: string; readonly reason: string }
}

export type ChangeKind = 'first release' | 'addition' | 'correction' | 'planned revision' | 'description'
