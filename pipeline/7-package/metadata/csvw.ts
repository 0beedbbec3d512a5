import type {
  DataPackage,
  FieldDescriptor,
  ForeignKey,
  Resource,
  TableSchema,
} from '../data-package/index.ts'

/**
 * `csv-metadata.json` of a folder: CSV on the Web (https://www.w3.org/TR/tabular-data-model/) of each CSV file
 * in it, found by its name. Marks for no answer are nulls, so that a column of numbers stays one. Code lists
 * that a table refers to are described with it, because a key may only point to a table of the same group;
 * only from columns that are never blank, since strict readers take a null in a key for a fault.
 */
export function csvwMetadata({ languages, licenses, resources }: DataPackage, folder: string): string {
  const csv = resources.filter(({ format }) => format === 'csv')
  const own = csv.filter(({ path }) => folderOf(path) === folder)
  const referred = new Set(
    own.flatMap(({ schema }) => keysOf(schema).map(({ reference }) => reference.resource)),
  )
  const group = [...own, ...csv.filter((one) => referred.has(one.name) && !own.includes(one))]
  const content = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': languages[0] ?? 'en' }],
    ...(licenses[0] === undefined ? {} : { 'dc:license': { '@id': licenses[0].path } }),
    tables: group.map((resource) => table(resource, group, folder)),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Folders of a release that hold CSV files, each once. */
export const csvFolders = ({ resources }: DataPackage): readonly string[] => [
  ...new Set(resources.filter(({ format }) => format === 'csv').map(({ path }) => folderOf(path))),
]

/** Keys whose columns are never blank. */
const keysOf = (schema: TableSchema | undefined): readonly ForeignKey[] =>
  (schema?.foreignKeys ?? []).filter(({ fields }) =>
    fields.every(
      (name) => schema?.fields.find((field) => field.name === name)?.constraints?.required === true,
    ),
  )

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

function table({ title, description, path, schema }: Resource, group: readonly Resource[], folder: string) {
  if (schema === undefined) throw new Error(`${path} has no schema`)
  const names = columnNames(schema)
  const keys = keysOf(schema)
  const named = (fields: readonly string[]) =>
    fields.map((field) => names[schema.fields.findIndex(({ name }) => name === field)] ?? field)
  return {
    url: relative(path, folder),
    'dc:title': title,
    'dc:description': description,
    tableSchema: {
      columns: schema.fields.map((field, index) => column(field, names[index] ?? '', schema.missingValues)),
      ...(schema.primaryKey === undefined ? {} : { primaryKey: named(schema.primaryKey) }),
      ...(keys.length === 0
        ? {}
        : {
            foreignKeys: keys.map(({ fields, reference }) => ({
              columnReference: named(fields),
              reference: {
                resource: relative(
                  group.find(({ name }) => name === reference.resource)?.path ?? path,
                  folder,
                ),
                columnReference: reference.fields,
              },
            })),
          }),
    },
  }
}

/** Names that may stand in a template of addresses: headings where they are such names, else their position. */
const columnNames = ({ fields }: TableSchema): readonly string[] =>
  fields.map(({ name }, index) => (/^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : `column.${index + 1}`))

const DATATYPES = { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean' } as const

/** The title is the heading of the file, against which readers check it; the wording is its description. */
function column({ name, title, type, constraints }: FieldDescriptor, id: string, missing: readonly string[]) {
  return {
    name: id,
    titles: name,
    ...(title === undefined || title === name ? {} : { 'dc:description': title }),
    datatype: DATATYPES[type],
    null: missing,
    ...(constraints?.required === true ? { required: true } : {}),
  }
}

/** An address below the folder; nothing of a release is referred to from above it. */
function relative(path: string, folder: string): string {
  const up = path.startsWith(folder)
    ? path.slice(folder.length)
    : `${'../'.repeat(folder.split('/').length - 1)}${path}`
  return up.split('/').map(encodeURIComponent).join('/')
}
