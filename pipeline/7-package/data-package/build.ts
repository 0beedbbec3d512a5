import type { Category, DataPackage, Dialect, FieldDescriptor, Resource, TableSchema } from './model.ts'

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** A file and what it weighs, as measured after it was written. */
export interface MeasuredFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

type Described = Pick<Resource, 'name' | 'title' | 'description'>
type Kind = Pick<Resource, 'format' | 'mediatype'>
type Schema = Omit<TableSchema, '$schema'>

/** How every CSV file of a release is written: RFC 4180, but with LF, which is what the engine writes. */
const CSV_DIALECT: Dialect = {
  $schema: `${PROFILES}/tabledialect.json`,
  header: true,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
}

/** The descriptor of a whole package. The profile is named because its default is version 1. */
export const dataPackage = (parts: Omit<DataPackage, '$schema'>): DataPackage => ({
  $schema: `${PROFILES}/datapackage.json`,
  ...parts,
})

/** A CSV file with a header, described field by field. */
export const csvResource = (file: MeasuredFile, described: Described, schema: Schema): Resource => ({
  ...resource(file, described, { format: 'csv', mediatype: 'text/csv' }),
  type: 'table',
  encoding: 'utf-8',
  dialect: CSV_DIALECT,
  schema: { $schema: `${PROFILES}/tableschema.json`, ...schema },
})

/** A table in another format, described field by field. */
export const tableResource = (
  file: MeasuredFile,
  described: Described,
  kind: Kind,
  schema: Schema,
): Resource => ({
  ...resource(file, described, kind),
  type: 'table',
  schema: { $schema: `${PROFILES}/tableschema.json`, ...schema },
})

/** Any other file. */
export const resource = (file: MeasuredFile, described: Described, kind: Kind): Resource => ({
  $schema: `${PROFILES}/dataresource.json`,
  name: described.name,
  path: file.path,
  title: described.title,
  description: described.description,
  format: kind.format,
  mediatype: kind.mediatype,
  bytes: file.bytes,
  hash: `sha256:${file.sha256}`,
})

type Common = Pick<FieldDescriptor, 'name' | 'title' | 'description'>
type Constraints = NonNullable<FieldDescriptor['constraints']>

/** A field whose cells hold one of `categories`. */
export const categoryField = (
  common: Common,
  categories: readonly Category[],
  ordered: boolean,
  constraints: Constraints = {},
): FieldDescriptor => ({
  ...common,
  type: 'string',
  categories,
  ...(ordered ? { categoriesOrdered: true } : {}),
  constraints: {
    ...constraints,
    enum: categories.map((category) => (typeof category === 'string' ? category : category.value)),
  },
})

/** A field of `true` and `false`, as the engine writes them. */
export const booleanField = (common: Common): FieldDescriptor => ({
  ...common,
  type: 'boolean',
  trueValues: ['true'],
  falseValues: ['false'],
})
