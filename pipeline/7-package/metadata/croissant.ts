import type { DataPackage, FieldDescriptor, Resource } from '../data-package/index.ts'
import { type Addresses, principalResources } from './entry.ts'
import { schemaOrg } from './schema-org.ts'

/** The context that the specification recommends (appendix 1), of the words used here. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  source: 'cr:source',
}

/**
 * A release as Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html): schema.org, and
 * beside it which column of which file is what. One text serves search engines and programs that load the data,
 * so a page embeds this and no other. `addresses` count from where it stands, or are absolute.
 */
export function croissant(descriptor: DataPackage, addresses: Addresses) {
  const { distribution: _, ...dataset } = schemaOrg(descriptor, addresses)
  const files = principalResources(descriptor)
  const listed = new Set(
    files.flatMap(({ schema }) => (schema?.foreignKeys ?? []).map(({ reference }) => reference.resource)),
  )
  const lists = descriptor.resources.filter(({ name }) => listed.has(name))
  const tables = [...files.filter(({ format }) => format === 'csv'), ...lists]
  return {
    '@context': { '@language': descriptor.languages[0] ?? 'en', ...CONTEXT },
    ...dataset,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    citeAs: descriptor.citation,
    distribution: [...files, ...lists].map((file) => fileObject(file, addresses)),
    recordSet: tables.map(recordSet),
  }
}

/** The same as it stands in the page of the release. */
export const pageJsonLd = (descriptor: DataPackage) =>
  croissant(descriptor, { home: '../', release: '', page: './' })

const fileObject = (
  { name, title, description, path, mediatype, bytes, hash }: Resource,
  { release }: Addresses,
) => ({
  '@type': 'cr:FileObject',
  '@id': name,
  name: title,
  description,
  contentUrl: `${release}${path}`,
  encodingFormat: mediatype,
  contentSize: `${bytes} B`,
  sha256: hash.replace(/^sha256:/, ''),
})

/** Ids of records are those of their file with a word before it, since no two things may share one. */
const recordsOf = (resource: string): string => `records/${resource}`

const recordSet = ({ name, title, description, schema }: Resource) => ({
  '@type': 'cr:RecordSet',
  '@id': recordsOf(name),
  name: title,
  description,
  ...(schema?.primaryKey === undefined
    ? {}
    : { key: schema.primaryKey.map((field) => ({ '@id': `${recordsOf(name)}/${field}` })) }),
  field: (schema?.fields ?? []).map((one) => field(one, name, schema?.foreignKeys)),
})

const TYPES = { string: 'sc:Text', integer: 'sc:Integer', number: 'sc:Float', boolean: 'sc:Boolean' } as const

function field(
  { name, title, type, constraints }: FieldDescriptor,
  resource: string,
  keys: NonNullable<Resource['schema']>['foreignKeys'],
) {
  const key = keys?.find(({ fields }) => fields.length === 1 && fields[0] === name)
  const target =
    key === undefined
      ? undefined
      : `${recordsOf(key.reference.resource ?? resource)}/${key.reference.fields[0]}`
  return {
    '@type': 'cr:Field',
    '@id': `${recordsOf(resource)}/${name}`,
    name,
    ...(title === undefined ? {} : { description: title }),
    // Marks such as [no reply] stand where a number or a yes may: only a column without any has another type.
    dataType: constraints?.required === true ? TYPES[type] : 'sc:Text',
    source: { fileObject: { '@id': resource }, extract: { column: name } },
    ...(target === undefined ? {} : { references: { field: { '@id': target } } }),
  }
}
