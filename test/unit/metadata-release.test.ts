import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Parser } from 'n3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DataPackage } from '../../pipeline/7-package/data-package/index.ts'
import { schemaOrg } from '../../pipeline/7-package/metadata/index.ts'
import type { Definition } from '../../pipeline/definition/index.ts'
import { python, runProgram } from '../support/programs.ts'
import { propertiesOf, unknownProperties } from '../support/schema-org.ts'
import { workplace } from '../support/stocktake.ts'
import { canonical, jsonLdStore, schemaPath, turtleStore, xsdFaults } from '../support/validators.ts'
import { BARE, RICH } from './metadata-sample.ts'
import { memoryFolder, packageWhole, releasedTables } from './package-fixture.ts'

interface Release {
  readonly name: string
  readonly folder: string
  readonly text: (path: string) => string
  readonly bytes: (path: string) => Uint8Array
  readonly paths: readonly string[]
}

/** A release on disk, so that programs of others can open it. */
async function release(name: string, definition: Definition): Promise<Release> {
  const memory = memoryFolder()
  await packageWhole(definition, releasedTables(), memory.folder)
  const folder = workplace()
  for (const [path, content] of memory.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return {
    name,
    folder,
    text: memory.textOf,
    bytes: (path) => memory.files.get(path) ?? new Uint8Array(),
    paths: [...memory.files.keys()],
  }
}

let releases: readonly Release[]
beforeAll(async () => {
  releases = [await release('rich', RICH), await release('bare', BARE)]
})
const rich = () => releases[0] as Release

describe('DDI-Codebook', () => {
  it('is valid, and refused where it is broken', async () => {
    const schema = schemaPath('ddi-codebook-2.5/xsd/ddi_codebook_2_5.xsd')
    if (schema === undefined) return
    for (const { text } of releases) {
      expect(await xsdFaults(text('metadata/ddi-codebook.xml'), schema)).toEqual([])
    }
    const text = rich().text('metadata/ddi-codebook.xml')
    for (const [passage, instead] of [
      ['<titl>', '<title>'],
      ['missing="Y"', 'missing="yes"'],
      ['<labl>', '<universe/><labl>'],
      ['ID="V1"', 'ID="1"'],
    ] as const) {
      const broken = text.replaceAll(passage, instead)
      expect(broken).not.toBe(text)
      expect(await xsdFaults(broken, schema), instead).not.toEqual([])
    }
  })

  it('has wording, who was asked, marks, and frequencies where disclosure control allows', async () => {
    const text = rich().text('metadata/ddi-codebook.xml')
    expect(text).toContain('<qstnLit>Are parks, as you know them, &quot;good&quot;?</qstnLit>')
    expect(text).toContain('<item VALUE="[not asked]"/>')
    // A figure of the only table of q1 is confidential, so its answers are not counted.
    const of = (name: string) => new RegExp(`<var [^>]*name="${name}"[\\s\\S]*?</var>`).exec(text)?.[0] ?? ''
    expect(of('q1')).toContain('nature="ordinal"')
    expect(of('q1')).not.toContain('catStat')
    expect(of('region')).toMatch(/<catValu>North<\/catValu>\s*<labl>North<\/labl>\s*<catStat type="freq">1</)
    expect(of('q3_1')).toMatch(/<catgry missing="Y">\s*<catValu>\[no reply\]/)
  })
})

describe('DataCite', () => {
  it('is there where a DOI is', () => {
    expect(releases.map(({ paths }) => paths.includes('metadata/datacite.xml'))).toEqual([true, false])
    const text = rich().text('metadata/datacite.xml')
    expect(text).toContain('<identifier identifierType="DOI">10.5281/zenodo.1234567</identifier>')
    expect(text).toContain('<contributor contributorType="ProjectLeader">')
    expect(text).toContain('<contributorName nameType="Personal">Lovelace, Ada</contributorName>')
    expect(text).toContain('<funderName>Reading Trust</funderName>')
  })

  it('is valid, and refused where it is broken', async () => {
    const schema = schemaPath('datacite/kernel-4/metadata.xsd')
    if (schema === undefined) return
    const text = rich().text('metadata/datacite.xml')
    expect(await xsdFaults(text, schema)).toEqual([])
    for (const [passage, instead] of [
      ['ProjectLeader', 'Boss'],
      ['<publicationYear>2024', '<publicationYear>soon'],
      ['creators>', 'makers>'],
    ] as const) {
      expect(await xsdFaults(text.replaceAll(passage, instead), schema)).not.toEqual([])
    }
  })
})

describe('schema.org and Croissant', () => {
  const descriptorOf = ({ text }: Release) => JSON.parse(text('datapackage.json')) as DataPackage
  const ADDRESSES = {
    home: 'https://data.example.org/parks/',
    release: 'https://data.example.org/parks/1.2.0/',
    page: 'https://data.example.org/parks/latest/',
  }

  it('uses no property that its type does not have', () => {
    expect(propertiesOf('Dataset').size).toBeGreaterThan(100)
    for (const one of releases) expect(unknownProperties(schemaOrg(descriptorOf(one), ADDRESSES))).toEqual([])
    const broken = { ...schemaOrg(descriptorOf(rich()), ADDRESSES), licence: 'CC0' }
    expect(unknownProperties(broken)).toEqual(['.licence of Dataset'])
  })

  it('has what search engines for data ask for', () => {
    for (const one of releases) {
      const { name, description, url, license, creator, distribution } = schemaOrg(
        descriptorOf(one),
        ADDRESSES,
      )
      for (const value of [name, url, license, creator, distribution]) expect(value).toBeTruthy()
      expect(String(description).length).toBeGreaterThanOrEqual(50)
    }
  })

  it('uses no word of Croissant that its vocabulary does not have', async () => {
    const vocabulary = schemaPath('croissant/docs/croissant.ttl')
    if (vocabulary === undefined) return
    const terms = new Set(
      new Parser()
        .parse(readFileSync(vocabulary, 'utf8'))
        .map(({ subject }) => subject.value.replace(/^https:/, 'http:')),
    )
    const words = async (text: string) => {
      const store = await jsonLdStore(text, 'https://data.example.org/parks/1.2.0/metadata/croissant.json')
      return [...store]
        .flatMap(({ predicate, object }) => [
          predicate.value,
          object.termType === 'NamedNode' ? object.value : '',
        ])
        .filter((word) => word.startsWith('http://mlcommons.org/croissant/') && !word.endsWith('/1.1'))
    }
    const text = rich().text('metadata/croissant.json')
    const used = await words(text)
    expect(used.length).toBeGreaterThan(50)
    expect(used.filter((word) => !terms.has(word))).toEqual([])
    const broken = await words(text.replaceAll('cr:RecordSet', 'cr:Records'))
    expect(broken.filter((word) => !terms.has(word))).not.toEqual([])
  })

  it('is loaded by the library of its makers', () => {
    const interpreter = python('mlcroissant')
    if (interpreter === undefined) return
    const load = `import sys, mlcroissant
records = list(mlcroissant.Dataset(jsonld=sys.argv[1]).records("records/responses"))
print(len(records), records[0]["records/responses/region"].decode())`
    const { folder, text } = rich()
    const said = runProgram(interpreter, ['-c', load, 'metadata/croissant.json'], folder)
    expect(said.out.trim(), said.all).toBe('3 North')
    const broken = join(folder, 'metadata/broken.json')
    writeFileSync(
      broken,
      text('metadata/croissant.json').replaceAll('"column": "region"', '"column": "place"'),
    )
    const refused = runProgram(interpreter, ['-c', load, 'metadata/broken.json'], folder)
    rmSync(broken)
    expect(refused.exitCode).not.toBe(0)
  })
})

describe('CSV on the Web', () => {
  it('describes every CSV file where readers look for it', () => {
    const { paths, text } = rich()
    const described = paths
      .filter((path) => path.endsWith('csv-metadata.json'))
      .flatMap((path) =>
        (JSON.parse(text(path)) as { tables: { url: string }[] }).tables.map(({ url }) =>
          join(dirname(path), url),
        ),
      )
    for (const path of paths.filter((one) => one.endsWith('.csv'))) expect(described).toContain(path)
    expect(described.filter((path) => !paths.includes(path))).toEqual([])
  })

  it('has its own headings as titles, and marks for no answer as nulls', () => {
    const { text } = rich()
    for (const folder of ['data', 'data/tables', 'data/codes']) {
      const { tables } = JSON.parse(text(`${folder}/csv-metadata.json`)) as {
        tables: {
          url: string
          tableSchema: { columns: { titles: string; name: string; null: string[] }[] }
        }[]
      }
      for (const { url, tableSchema } of tables) {
        const [heading = ''] = text(join(folder, url)).split('\n')
        expect(tableSchema.columns.map(({ titles }) => titles).join(',')).toBe(heading)
      }
    }
    expect(text('data/csv-metadata.json')).toContain('"[not asked]"')
  })

  it('is accepted by a checker of others, and refused where it is broken', () => {
    const interpreter = python('csvw')
    if (interpreter === undefined) return
    const check = 'import sys, csvw; sys.exit(0 if csvw.CSVW(sys.argv[1], validate=True).is_valid else 1)'
    for (const { folder, text, paths } of releases) {
      for (const path of paths.filter((one) => one.endsWith('csv-metadata.json'))) {
        const said = runProgram(interpreter, ['-c', check, path], folder)
        expect(said.exitCode, `${path}: ${said.all}`).toBe(0)
      }
      const printed = text('data/tables/csv-metadata.json')
      // Without its marks a column of numbers is none; answers are no numbers.
      for (const [passage, instead] of [
        ['"**"', '"--"'],
        ['"string"', '"integer"'],
      ] as const) {
        const broken = join(folder, 'data/tables/broken.json')
        writeFileSync(broken, printed.replaceAll(passage, instead))
        const said = runProgram(interpreter, ['-c', check, 'data/tables/broken.json'], folder)
        rmSync(broken)
        expect(said.exitCode, instead).toBe(1)
      }
    }
  })
})

describe('the bag', () => {
  it('lists every file once, data apart from the rest', () => {
    for (const { text, bytes, paths } of releases) {
      const listed = (name: string) =>
        text(name)
          .trimEnd()
          .split('\n')
          .map((line) => line.split('  ') as [string, string])
      const payload = listed('manifest-sha256.txt')
      const tags = listed('tagmanifest-sha256.txt')
      expect(payload.map(([, path]) => path)).toEqual(paths.filter((path) => path.startsWith('data/')).sort())
      expect(tags.map(([, path]) => path)).toEqual(
        paths
          .filter((path) => !path.startsWith('data/') && !/^(tagmanifest-sha256.txt|SHA256SUMS)$/.test(path))
          .sort(),
      )
      for (const [sum, path] of [...payload, ...tags]) {
        expect(createHash('sha256').update(bytes(path)).digest('hex'), path).toBe(sum)
      }
    }
  })

  it('is accepted by the library of its makers, and refused with one byte more', () => {
    const interpreter = python('bagit')
    if (interpreter === undefined) return
    for (const { folder, text } of releases) {
      expect(runProgram(interpreter, ['-m', 'bagit', '--validate', '.'], folder).exitCode).toBe(0)
      writeFileSync(join(folder, 'data/tables.csv'), `${text('data/tables.csv')}\n`)
      expect(runProgram(interpreter, ['-m', 'bagit', '--validate', '.'], folder).exitCode).not.toBe(0)
    }
  })
})

describe('DCAT beside the release', () => {
  it('is the same graph as Turtle and as JSON-LD', async () => {
    for (const { text } of releases) {
      const base = 'https://data.example.org/parks/1.2.0/metadata/dcat.ttl'
      const turtle = turtleStore(text('metadata/dcat.ttl'), base)
      expect(await canonical(await jsonLdStore(text('metadata/dcat.jsonld'), base))).toBe(
        await canonical(turtle),
      )
    }
  })
})

describe('the codebook', () => {
  it('has every column, its wording, values in order, and what was asked but is not there', () => {
    const page = rich().text('codebook.html')
    for (const name of ['id', 'region', 'type', 'q1', 'q3_1']) expect(page).toContain(`id="column-${name}"`)
    expect(page).toContain('Parks &amp; &quot;greens&quot; &lt;2024&gt;')
    expect(page.indexOf('>Yes</th>')).toBeGreaterThan(0)
    expect(page.indexOf('>Yes</th>')).toBeLessThan(page.indexOf('>No</th>'))
    expect(page).toContain('<code>q2</code> Why?')
    expect(page).toContain('How often each was given is not shown, to protect people.')
    expect(page).not.toMatch(/<script|<link|https?:\/\/[^"]*\.(css|js)/)
  })
})
