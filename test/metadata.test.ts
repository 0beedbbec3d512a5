import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DataPackage } from '../pipeline/7-package/data-package/index.ts'
import { program, python, runProgram } from './support/programs.ts'
import { EXAMPLE, stocktake, workplace } from './support/stocktake.ts'
import {
  canonical,
  dcatUsFaults,
  jsonLdStore,
  schemaPath,
  shaclFaults,
  turtleStore,
  xsdFaults,
} from './support/validators.ts'

type Row = Readonly<Record<string, string>>

const home = workplace()
const release = join(home, 'dist/taking-stock-2015/1.0.0')
const text = (path: string): string => readFileSync(join(release, path), 'utf8')
const rows = (path: string): readonly Row[] => parse(text(path), { columns: true })
const descriptor = (): DataPackage => JSON.parse(text('datapackage.json')) as DataPackage
const SITE = 'https://data.stocktake.example/'
const shown = (path: string): string => readFileSync(join(home, 'dist', path), 'utf8')

beforeAll(() => {
  mkdirSync(join(home, 'raw'))
  writeFileSync(
    join(home, 'raw/site.yaml'),
    `url: ${SITE}
title: Consultations
description: Consultations of the example.
publisher: { name: Stocktake example, email: data@stocktake.example }
`,
  )
  expect(stocktake(home, ['run', EXAMPLE]).exitCode).toBe(0)
})

describe('the metadata of Taking Stock 2015', () => {
  it('meet the shapes of DCAT-AP, beside the release and in the catalogue of the site', async () => {
    const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
    if (shapes === undefined) return
    for (const [turtle, place] of [
      [text('metadata/dcat.ttl'), 'taking-stock-2015/1.0.0/metadata/dcat.ttl'],
      [shown('catalog.ttl'), 'catalog.ttl'],
    ] as const) {
      const store = turtleStore(turtle, `${SITE}${place}`)
      expect(store.size).toBeGreaterThan(80)
      expect(await shaclFaults(shapes, store)).toEqual([])
    }
  })

  it('are the same catalogue in JSON-LD, and a valid data.json', async () => {
    const fromJson = await jsonLdStore(shown('catalog.jsonld'), `${SITE}catalog.jsonld`)
    expect(await canonical(fromJson)).toBe(
      await canonical(turtleStore(shown('catalog.ttl'), `${SITE}catalog.ttl`)),
    )
    const faults = dcatUsFaults(shown('data.json'))
    if (faults !== undefined) expect(faults).toEqual([])
  })

  it('are announced in a feed and a sitemap that parsers of others read', () => {
    const feed = parseAtomFeed(shown('feed.atom'))
    expect([feed.id, feed.entries?.map(({ id }) => id)]).toEqual([
      `${SITE}feed.atom`,
      [`${SITE}taking-stock-2015/1.0.0/`],
    ])
    expect(XMLValidator.validate(shown('sitemap.xml'))).toBe(true)
    const { urlset } = new XMLParser({ parseTagValue: false }).parse(shown('sitemap.xml'))
    expect(urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
      SITE,
      `${SITE}taking-stock-2015/latest/`,
    ])
  })

  it('are valid DDI, with the frequencies of the published responses', async () => {
    const xml = text('metadata/ddi-codebook.xml')
    const schema = schemaPath('ddi-codebook-2.5/xsd/ddi_codebook_2_5.xsd')
    if (schema !== undefined) expect(await xsdFaults(xml, schema)).toEqual([])
    const counted = [
      ...xml.matchAll(/<catValu>(.*?)<\/catValu>\s*<labl>.*?<\/labl>\s*<catStat type="freq">(\d+)</g),
    ]
    expect(counted.length).toBeGreaterThan(25)
    // Ten of those who responded asked for confidentiality: tables count them, and no row is theirs.
    const published = rows('data/responses.csv').length
    expect(published).toBe(191)
    for (const [, variable = ''] of xml.matchAll(/<var [^>]*?name="(\w+)"/g)) {
      const own = new RegExp(`<var [^>]*name="${variable}"[\\s\\S]*?</var>`).exec(xml)?.[0] ?? ''
      const stated = [...own.matchAll(/<catStat type="freq">(\d+)</g)].map(([, count]) => Number(count))
      if (variable !== 'id')
        expect(
          stated.reduce((sum, count) => sum + count, 0),
          variable,
        ).toBe(published)
    }
  })

  it('let every key of every table be followed', () => {
    const tables = new Map(descriptor().resources.map((resource) => [resource.name, resource]))
    let followed = 0
    for (const { path, schema } of tables.values()) {
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        if (!path.endsWith('.csv')) continue
        const target = tables.get(reference.resource ?? '')
        const known = new Set(rows(target?.path ?? '').map((row) => row[reference.fields[0] ?? '']))
        const missing = new Set(schema?.missingValues)
        const cells = rows(path).map((row) => row[fields[0] ?? ''] ?? '')
        expect(cells.filter((cell) => !missing.has(cell) && !known.has(cell))).toEqual([])
        followed += 1
      }
    }
    // Region, type and three questions of one choice: the others are in no row; and four columns of the tidy tables.
    expect(followed).toBe(9)
  })

  it('are accepted whole by Frictionless in Python', () => {
    const interpreter = python('frictionless', 'openpyxl')
    if (interpreter === undefined) return
    const check = `from frictionless import Package
for error in Package("datapackage.json").validate().flatten(["type", "message"]): print(error)`
    const { out, all } = runProgram(interpreter, ['-c', check], release)
    // It does not count the bytes of Parquet, and then finds "None" of them.
    expect(
      out
        .trim()
        .split('\n')
        .filter((line) => !line.includes('actual is "None"'))
        .join(''),
      all,
    ).toBe('')
  })
})

describe('the README of a release', () => {
  /** The code that it gives for a language. */
  const snippet = (language: string): string =>
    new RegExp(`^(\`{3,})${language}\\n([\\s\\S]*?)\\n\\1$`, 'm').exec(text('README.md'))?.[2] ?? ''
  /** How often each region stands in the file, in the order of its code list. */
  const expected = (): string => {
    const all = rows('data/responses.csv')
    return rows('data/codes/region.csv')
      .map(({ value = '' }) => `${value}=${all.filter(({ region }) => region === value).length}`)
      .join('\n')
  }

  it('reads the responses in R', () => {
    const rscript = program('Rscript')
    if (rscript === undefined) return
    const more =
      'counts <- table(responses$region)\ncat("---\\n")\ncat(paste0(names(counts), "=", counts), sep = "\\n")\ncat("", sum(is.na(responses$q8)))'
    writeFileSync(join(home, 'read.R'), `${snippet('r')}\n${more}`)
    const { out, all } = runProgram(rscript, ['--vanilla', join(home, 'read.R')], release)
    const [, counts = ''] = out.split('---\n')
    const missing = rows('data/responses.csv').filter(({ q8 }) => q8?.startsWith('[')).length
    expect(counts.trim(), all).toBe(`${expected()}\n ${missing}`)
  })

  it('reads the responses in Python', () => {
    const interpreter = python('pandas')
    if (interpreter === undefined) return
    const more =
      'print("---")\nfor name, count in responses["region"].value_counts(sort=False).items(): print(f"{name}={count}")\nprint("", responses["q8"].isna().sum())'
    const { out, all } = runProgram(interpreter, ['-c', `${snippet('python')}\n${more}`], release)
    const [, counts = ''] = out.split('---\n')
    const missing = rows('data/responses.csv').filter(({ q8 }) => q8?.startsWith('[')).length
    expect(counts.trim(), all).toBe(`${expected()}\n ${missing}`)
  })

  it('reads the responses in Stata', () => {
    expect(snippet('stata')).toContain('label define region 1 `"Other (6 values)"\'')
    const stata = program('stata-mp', ['-q', '-b', 'exit'])
    if (stata === undefined) return
    writeFileSync(join(release, 'read.do'), snippet('stata'))
    expect(runProgram(stata, ['-q', '-b', 'do', 'read.do'], release).exitCode).toBe(0)
  })
})
