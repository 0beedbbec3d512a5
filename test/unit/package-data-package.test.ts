import { describe, expect, it } from 'vitest'
import {
  categoryField,
  checkDataPackage,
  csvResource,
  type DataPackage,
  dataPackage,
  type FieldDescriptor,
  type Resource,
  type TableSchema,
} from '../../pipeline/7-package/data-package/index.ts'

const file = { path: 'data/a.csv', bytes: 10, sha256: '0123456789abcdef'.repeat(4) }
const described = { name: 'a', title: 'A', description: 'Table A.' }
const fields: readonly FieldDescriptor[] = [
  { name: 'id', type: 'integer' },
  categoryField({ name: 'answer' }, ['Yes', 'No'], true),
]

const table = (schema: Partial<TableSchema> = {}): Resource =>
  csvResource(file, described, { fields, missingValues: ['[no reply]'], ...schema })

const withResources = (...resources: readonly Resource[]): DataPackage =>
  dataPackage({
    name: 'parks-2024',
    title: 'Parks',
    version: '1.0.0',
    created: '2024-07-01T00:00:00Z',
    licenses: [{ name: 'CC0-1.0', path: 'https://example.org/', title: 'CC0' }],
    contributors: [{ title: 'Example', roles: ['creator'], role: 'publisher' }],
    temporal: { start: '2024-01-01', end: '2024-02-01' },
    languages: ['en'],
    citation: 'Example.',
    changes: [],
    resources,
  })

const good = withResources(table())
const codes = (descriptor: DataPackage) => checkDataPackage(descriptor).map(({ code }) => code.split('/')[1])
const withSchema = (schema: Partial<TableSchema>) => codes(withResources(table(schema)))
const withField = (field: FieldDescriptor) => withSchema({ fields: [field] })

describe('the check of a data package', () => {
  it('finds nothing in a good one', () => {
    expect(checkDataPackage(good)).toEqual([])
  })

  it.each([
    ['name', { ...good, name: 'Parks 2024' }],
    ['version', { ...good, version: '1.0' }],
    ['version', { ...good, version: '01.0.0' }],
    ['created', { ...good, created: '2024-07-01' }],
    ['created', { ...good, created: '2024-13-01T00:00:00Z' }],
    ['no-resources', { ...good, resources: [] }],
    ['name', withResources({ ...table(), name: 'A' })],
    ['hash', withResources({ ...table(), hash: 'sha256:0123' })],
    ['hash', withResources({ ...table(), hash: file.sha256 })],
    ['bytes', withResources({ ...table(), bytes: -1 })],
    ['duplicate-resource', withResources(table(), { ...table(), path: 'data/b.csv' })],
    ['duplicate-path', withResources(table(), { ...table(), name: 'b', path: 'data/A.csv' })],
  ] as const)('finds a bad %s', (code, descriptor) => {
    expect(codes(descriptor)).toEqual([code])
  })

  it.each(['../a.csv', '/a.csv', 'data\\a.csv', '.hidden/a.csv', 'data//a.csv', 'https://example.org/a.csv'])(
    'refuses the path %s',
    (path) => {
      expect(codes(withResources({ ...table(), path }))).toEqual(['path'])
    },
  )

  it('follows keys to their fields', () => {
    expect(withSchema({ primaryKey: ['id'], uniqueKeys: [['id', 'answer']] })).toEqual([])
    expect(withSchema({ primaryKey: ['nobody'] })).toEqual(['unknown-key-field'])
    expect(withSchema({ primaryKey: [] })).toEqual(['unknown-key-field'])
    expect(withSchema({ uniqueKeys: [['id'], ['nobody']] })).toEqual(['unknown-key-field'])
    const to = (resource: string | undefined, ...names: readonly string[]) =>
      withSchema({
        foreignKeys: [
          { fields: ['id'], reference: { ...(resource === undefined ? {} : { resource }), fields: names } },
        ],
      })
    expect(to('a', 'id')).toEqual([])
    expect(to(undefined, 'id')).toEqual([])
    expect(to('elsewhere', 'id')).toEqual(['unknown-resource'])
    expect(to('a', 'nobody')).toEqual(['unknown-key-field'])
    expect(to('a', 'id', 'answer')).toEqual(['key-length'])
  })

  it('finds fields and missing values named twice', () => {
    expect(withSchema({ fields: [...fields, { name: 'id', type: 'string' }] })).toEqual(['duplicate-field'])
    expect(withSchema({ missingValues: ['', ''] })).toEqual(['duplicate-missing-value'])
    expect(withSchema({ fields: [] })).toEqual(['no-fields'])
  })

  it('holds categories, enum and missing values together', () => {
    const categories = ['Yes', 'No']
    expect(withField({ name: 'a', type: 'string', categories, constraints: { enum: ['Yes'] } })).toEqual([])
    expect(withField({ name: 'a', type: 'string', categories, constraints: { enum: ['Perhaps'] } })).toEqual([
      'enum',
    ])
    expect(withField({ name: 'a', type: 'string', categories: ['Yes', 'Yes'] })).toEqual([
      'duplicate-category',
    ])
    expect(withField({ name: 'a', type: 'number', categories })).toEqual(['category-type'])
    expect(withField({ name: 'a', type: 'string', categories: ['[no reply]'] })).toEqual(['missing-category'])
    const labelled = [
      { value: 'y', label: 'Yes' },
      { value: 'n', label: 'Yes' },
    ]
    expect(withField({ name: 'a', type: 'string', categories: labelled })).toEqual(['duplicate-category'])
  })

  it('finds a misspelt constraint', () => {
    // Spread in, because the type refuses it where it is written out.
    const constraints = { required: true, ...{ requird: true } }
    expect(withField({ name: 'a', type: 'string', constraints })).toEqual(['constraint'])
  })

  it('says where, in the descriptor', () => {
    const [issue] = checkDataPackage(withResources(table({ primaryKey: ['nobody'] })))
    expect(issue).toMatchObject({ file: 'datapackage.json', column: 'resources[0].schema.primaryKey' })
  })
})
