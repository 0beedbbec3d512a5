import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Table } from 'tableschema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { DataPackage } from '../../pipeline/7-package/data-package/index.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import { definition, memoryFolder, packageWhole, releasedTables } from './package-fixture.ts'

const PROFILE = join(import.meta.dirname, '../../../shared/validators/datapackage/2.0/datapackage.json')

async function release(changes: Partial<Definition> = {}, tables = releasedTables()) {
  const memory = memoryFolder()
  const { files } = await packageWhole({ ...definition, ...changes }, tables, memory.folder)
  const descriptor = JSON.parse(memory.textOf('datapackage.json')) as DataPackage
  return { ...memory, listed: files, descriptor }
}

describe('a release', () => {
  it('has the same bytes when made twice', async () => {
    const [one, two] = [await release(), await release()]
    expect(one.listed).toEqual(two.listed)
  })

  it('lists every file, sorted by code unit, and checksums all but the checksums', async () => {
    const { files, listed, textOf } = await release()
    expect(listed.map(({ path }) => path)).toEqual([...files.keys()].sort())
    expect(listed.map(({ path }) => path)).toContain('tables.xlsx')
    const sums = listed
      .filter(({ path }) => path !== 'SHA256SUMS')
      .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    expect(textOf('SHA256SUMS')).toBe(sums.join(''))
  })

  it('exports the published fields alone, in their order', async () => {
    const { queries } = await release()
    expect(new Set(queries)).toEqual(
      new Set(['SELECT "id", "region", "type", "q1", "q3_1" FROM "fixture_responses" ORDER BY rowid']),
    )
  })

  it('has no workbook, and does not describe one, without tables', async () => {
    const { files, descriptor } = await release({}, releasedTables([]))
    expect(files.has('tables.xlsx')).toBe(false)
    expect(descriptor.resources.map(({ name }) => name)).toEqual([
      'responses',
      'responses-parquet',
      'tables',
      'codes-region',
      'codes-type',
      'codes-q1',
      'codes-statuses',
    ])
  })
})

describe('the descriptor', () => {
  it('states size and hash of every data file', async () => {
    const { descriptor, listed } = await release()
    for (const { path, bytes, hash } of descriptor.resources) {
      expect(listed).toContainEqual({ path, bytes, sha256: hash.slice('sha256:'.length) })
    }
    const described = descriptor.resources.map(({ path }) => path)
    const data = listed
      .map(({ path }) => path)
      .filter((path) => /^data\/|xlsx$/.test(path) && !path.endsWith('csv-metadata.json'))
    expect([...described].sort()).toEqual(data)
  })

  it('is dated by the definition or not at all', async () => {
    expect((await release()).descriptor.created).toBe('2024-07-01T00:00:00Z')
    const { published: _, ...undated } = definition
    const memory = memoryFolder()
    await packageWhole(undated, releasedTables(), memory.folder)
    expect(memory.textOf('datapackage.json')).not.toContain('created')
    expect(memory.textOf('CITATION.cff')).not.toContain('date-released')
  })

  it('carries the wording, the order of scales, and labels for consumers of either version', async () => {
    const { descriptor } = await release()
    const fields = descriptor.resources[0]?.schema?.fields
    expect(fields?.[3]).toEqual({
      name: 'q1',
      title: 'Are parks, as you know them, "good"?',
      type: 'string',
      categories: ['Yes', 'No'],
      categoriesOrdered: true,
      constraints: { enum: ['Yes', 'No'] },
    })
    expect(fields?.[1]).not.toHaveProperty('categoriesOrdered')
    expect(fields?.[4]).toMatchObject({ type: 'boolean', trueValues: ['true'], falseValues: ['false'] })
    expect(descriptor.resources[0]?.schema?.missingValues).toEqual([
      '[not asked]',
      '[no reply]',
      '[error]',
      '[not released]',
    ])
  })

  it.skipIf(!existsSync(PROFILE))('is valid against the official 2.0 profile', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addFormat('textarea', true)
    const validate = ajv.compile(JSON.parse(readFileSync(PROFILE, 'utf8')))
    for (const changes of [
      {},
      { sources: [], keywords: [], publisher: { name: 'Nobody' }, description: '' },
    ]) {
      const { descriptor } = await release(changes)
      validate(descriptor)
      expect(validate.errors ?? []).toEqual([])
    }
    // The profile does look: a path that leads out of the package is refused.
    expect(validate({ resources: [{ name: 'a', path: '../a.csv' }] })).toBe(false)
  })
  if (!existsSync(PROFILE)) console.warn('skipped: the official profile is not beside the project')
})

describe('each CSV', () => {
  // tableschema is of version 1: it knows no categories and no labelled ones, but reads the enum, the
  // types, boolean values, string missing values and primary keys, which is what it is asked about here.
  it('is read by another library with its own schema', async () => {
    const { descriptor, textOf } = await release()
    const tables = descriptor.resources.filter(({ format }) => format === 'csv')
    expect(tables).toHaveLength(11)
    const read = new Map<string, unknown>()
    for (const { name, path, schema } of tables) {
      const table = await Table.load(() => Readable.from([textOf(path)]), { schema: { ...schema } })
      expect(table.schema.valid).toBe(true)
      read.set(name, await table.read({ keyed: true }))
    }
    expect(read.get('responses')).toEqual([
      { id: 1, region: 'North', type: 'Place', q1: 'Yes', q3_1: true },
      { id: 2, region: 'South', type: null, q1: null, q3_1: false },
      { id: 3, region: 'South', type: 'Place', q1: 'No', q3_1: null },
    ])
    expect(read.get('tables')).toHaveLength(12)
    expect(read.get('codes-q1')).toEqual([
      { position: 1, value: 'Yes' },
      { position: 2, value: 'No' },
    ])
    expect(read.get('table-2')).toEqual([
      {
        Answer: 'Yes, "generally",\nbut not always',
        'Leaders (per cent)': 44.4,
        'Everybody (number)': 1194,
        'Everybody (per cent)': 100,
      },
      { Answer: '=SUM(A1)', 'Leaders (per cent)': null, 'Everybody (number)': 0, 'Everybody (per cent)': 0 },
      {
        Answer: 'Other',
        'Leaders (per cent)': null,
        'Everybody (number)': null,
        'Everybody (per cent)': null,
      },
    ])
  })

  it('is refused by that library when a label is not in the schema', async () => {
    const { descriptor, textOf } = await release()
    const [responses] = descriptor.resources
    const wrong = textOf('data/responses.csv').replace('Place,No', 'Place,Perhaps')
    const table = await Table.load(() => Readable.from([wrong]), { schema: { ...responses?.schema } })
    await expect(Promise.resolve(table.read({ keyed: true }))).rejects.toThrow()
  })
})

describe('what people read', () => {
  it('says what there is, how people are protected, what was refused and how to cite', async () => {
    const { textOf, listed } = await release()
    const readme = textOf('README.md')
    for (const { path } of listed.filter(({ path }) => path !== 'README.md'))
      expect(readme).toContain(`\`${path}\``)
    expect(readme).toContain('from 20 January 2024 to 2 March 2024')
    expect(readme).toContain('3 responses are in this release')
    expect(readme).toContain('shared by at least 12 responses')
    expect(readme).toContain('\u201cType\u201d is given in broader groups')
    expect(readme).toContain('- Table 2 by region: too few people answered.')
    expect(readme).toContain('Borough of Example (2024). Parks: "where next"? Version 1.2.0.')
    for (const mark of [
      '[not asked]',
      '[no reply]',
      '[error]',
      '[not released]',
      '**',
      '[c]',
      '-',
      'low',
      'c',
      'z',
    ]) {
      expect(readme).toContain(`| \`${mark}\` |`)
    }
    expect(readme).toContain('Letters \\| received')
  })

  it.each([
    ['OGL-UK-3.0', 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'],
    ['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ] as const)('names the licence %s by the address portals know', async (licence, url) => {
    const { textOf, descriptor } = await release({ licence })
    expect(textOf('LICENSE.txt').split('\n')[1]).toBe(url)
    expect(descriptor.licenses).toMatchObject([{ name: licence, path: url }])
    expect(textOf('README.md')).toContain(`](<${url}>)`)
  })

  it('cites so that readers of YAML 1.1 understand it too', async () => {
    const { textOf } = await release({
      title: 'No: "yes" # maybe',
      version: '1.0.0',
      keywords: ['no', 'on', 'no'],
    })
    const citation = parse(textOf('CITATION.cff'), { version: '1.1' })
    expect(citation).toEqual({
      'cff-version': '1.2.0',
      message: 'If you use these data, please cite them as follows.',
      type: 'dataset',
      title: 'No: "yes" # maybe',
      authors: [{ name: 'Borough of Example', website: 'https://example.org/', email: 'data@example.org' }],
      abstract: 'What people think of *parks*.\n\nAsked once a year.',
      version: '1.0.0',
      'date-released': '2024-07-01',
      contact: [{ name: 'Borough of Example', email: 'data@example.org' }],
      license: 'OGL-UK-3.0',
      keywords: ['no', 'on'],
    })
  })
})
