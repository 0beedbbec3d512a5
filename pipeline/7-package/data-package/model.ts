import type { Change } from '../../artefacts.ts'

/**
 * The part of Data Package v2 (https://datapackage.org/standard/data-package/) that a release uses.
 * Left out on purpose, because the official 2.0 profiles are wrong about them: `fieldsMatch` (typed as
 * an array there; its default, `exact`, is what we mean) and the field type `list` (missing there).
 * Missing values are plain strings: released consumers do not read the labelled ones yet.
 */
export interface DataPackage {
  readonly $schema: string
  /** Lower case letters, digits, `.`, `_`, `-`; the same for every version. */
  readonly name: string
  /** The DOI, as the address of its resolver. */
  readonly id?: string
  readonly title: string
  readonly description?: string
  readonly homepage?: string
  /** Semantic version. */
  readonly version: string
  /** RFC 3339 date-time. */
  readonly created?: string
  readonly keywords?: readonly string[]
  readonly licenses: readonly License[]
  readonly contributors: readonly Contributor[]
  readonly sources?: readonly Source[]
  /** From here on our own properties, which the standard allows: first when people were asked. */
  readonly temporal: { readonly start: string; readonly end: string }
  /** Of the words. */
  readonly languages: readonly string[]
  readonly spatial?: readonly { readonly title: string; readonly path?: string }[]
  readonly themes?: readonly string[]
  readonly frequency?: string
  readonly methodology?: {
    readonly universe?: string
    readonly sampling?: string
    readonly mode?: string
    readonly instrument?: string
    /** How many responded of how many, sentence by sentence. */
    readonly responseRates?: readonly string[]
    /** How the figures were made, sentence by sentence. */
    readonly estimation?: readonly string[]
    readonly notes?: readonly string[]
  }
  /** How to name it as a source. */
  readonly citation: string
  /** What every version brought, the newest first. */
  readonly changes: readonly Change[]
  readonly resources: readonly Resource[]
}

export interface License {
  readonly name: string
  readonly path: string
  readonly title: string
}

export interface Contributor {
  readonly title: string
  readonly givenName?: string
  readonly familyName?: string
  readonly organization?: string
  readonly path?: string
  readonly email?: string
  /** Our own: an ORCID, as the address of its page. */
  readonly orcid?: string
  readonly roles: readonly string[]
  /** What consumers of version 1 read instead of `roles`. */
  readonly role: string
}

export interface Source {
  readonly title: string
  readonly path?: string
}

export interface Resource {
  readonly $schema: string
  readonly name: string
  /** Absent for what is not one table. */
  readonly type?: 'table'
  readonly path: string
  readonly title: string
  readonly description: string
  readonly format: string
  readonly mediatype: string
  readonly encoding?: 'utf-8'
  readonly bytes: number
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string
  readonly dialect?: Dialect
  readonly schema?: TableSchema
}

export interface Dialect {
  readonly $schema: string
  readonly header: boolean
  readonly delimiter: string
  readonly lineTerminator: string
  readonly quoteChar: string
  readonly doubleQuote: boolean
}

export interface TableSchema {
  readonly $schema: string
  readonly fields: readonly FieldDescriptor[]
  readonly missingValues: readonly string[]
  readonly primaryKey?: readonly string[]
  readonly uniqueKeys?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly ForeignKey[]
}

export interface ForeignKey {
  readonly fields: readonly string[]
  /** Without a resource the key points into its own table. */
  readonly reference: { readonly resource?: string; readonly fields: readonly string[] }
}

export type Category = string | { readonly value: string; readonly label: string }

export interface FieldDescriptor {
  readonly name: string
  readonly title?: string
  readonly description?: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  /** For strings only: values in order. Repeated as `constraints.enum` for consumers of version 1. */
  readonly categories?: readonly Category[]
  readonly categoriesOrdered?: boolean
  readonly constraints?: {
    readonly required?: boolean
    readonly unique?: boolean
    readonly minimum?: number
    readonly enum?: readonly string[]
  }
}
