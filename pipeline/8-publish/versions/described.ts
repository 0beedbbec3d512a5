/** What a data package says of a release, as far as versions are computed from it. */
export interface DescribedRelease {
  readonly name: string
  readonly version: string
  /** Names of all resources, tables and others. */
  readonly resources: readonly string[]
  /** CSV files with a Table Schema. */
  readonly tables: readonly DescribedTable[]
}

export interface DescribedTable {
  readonly name: string
  /** Relative to the release. */
  readonly path: string
  readonly title: string
  /** As the descriptor states it: `sha256:…`. */
  readonly hash: string
  readonly fields: readonly DescribedField[]
  readonly missingValues: readonly string[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly DescribedForeignKey[]
}

export interface DescribedForeignKey {
  readonly fields: readonly string[]
  /** Without the name of a resource it points into its own table. */
  readonly reference: { readonly resource: string; readonly fields: readonly string[] }
}

export interface DescribedField {
  readonly name: string
  readonly title: string
  readonly type: string
  readonly format: string
  /** Values of categories in order, and their labels. */
  readonly categories: readonly string[]
  readonly labels: readonly string[]
  readonly ordered: boolean
  readonly constraints: Readonly<Record<string, unknown>>
}

/**
 * Reads a descriptor, of any version of Stocktake or of others, without trusting its shape: what is missing
 * is empty.
 */
export function describedRelease(descriptor: unknown): DescribedRelease {
  const { name, version, resources } = record(descriptor)
  const all = list(resources).map(record)
  return {
    name: text(name),
    version: text(version),
    resources: all.map((resource) => text(resource['name'])),
    tables: all.filter(isCsvTable).map(describedTable),
  }
}

const isCsvTable = ({ path, schema }: Shape): boolean => text(path).endsWith('.csv') && schema !== undefined

function describedTable({ name, path, title, hash, schema }: Shape): DescribedTable {
  const { fields, missingValues, primaryKey, foreignKeys } = record(schema)
  return {
    name: text(name),
    path: text(path),
    title: text(title),
    hash: text(hash),
    fields: list(fields).map(describedField),
    // The default of the standard.
    missingValues: missingValues === undefined ? [''] : list(missingValues).map(categoryValue),
    primaryKey: oneOrMore(primaryKey),
    foreignKeys: list(foreignKeys).map(describedForeignKey),
  }
}

function describedForeignKey(key: unknown): DescribedForeignKey {
  const { fields, reference } = record(key)
  const to = record(reference)
  return {
    fields: oneOrMore(fields),
    reference: { resource: text(to['resource']), fields: oneOrMore(to['fields']) },
  }
}

function describedField(field: unknown): DescribedField {
  const { name, title, type, format, categories, categoriesOrdered, constraints } = record(field)
  return {
    name: text(name),
    title: text(title),
    type: typeof type === 'string' ? type : 'any',
    format: typeof format === 'string' ? format : 'default',
    categories: list(categories).map(categoryValue),
    labels: list(categories).map((one) => text(record(one)['label'] ?? one)),
    ordered: categoriesOrdered === true,
    constraints: record(constraints),
  }
}

/** Categories and missing values may be bare, or have a label. */
const categoryValue = (one: unknown): string => text(record(one)['value'] ?? one)

/** Keys of one field may be written without a list. */
const oneOrMore = (value: unknown): readonly string[] =>
  (typeof value === 'string' ? [value] : list(value)).map(text)

type Shape = Readonly<Record<string, unknown>>

const record = (value: unknown): Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
