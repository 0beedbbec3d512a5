import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  atomFeed,
  catalogueJsonLd,
  catalogueTurtle,
  dataJson,
  datasetJsonLd,
  datasetTurtle,
  type Entry,
  type Listed,
  siteFiles,
  sitemap,
} from '../../pipeline/7-package/metadata/index.ts'
import {
  canonical,
  dcatUsFaults,
  jsonLdStore,
  schemaPath,
  shaclFaults,
  turtleStore,
} from '../support/validators.ts'
import { entries, SITE } from './metadata-sample.ts'

const BASE = 'https://data.example.org/catalog.ttl'
let all: readonly Entry[]
beforeAll(async () => {
  all = await entries()
})
const [first] = [() => all[0] as Entry]

describe('the catalogue as DCAT-AP 3', () => {
  it('is the same graph as Turtle and as JSON-LD, to parsers of others', async () => {
    const fromTurtle = turtleStore(catalogueTurtle(SITE, all), BASE)
    const fromJson = await jsonLdStore(catalogueJsonLd(SITE, all), BASE)
    expect(fromTurtle.size).toBeGreaterThan(300)
    expect(await canonical(fromJson)).toBe(await canonical(fromTurtle))
  })

  it('meets the shapes of the EU', async () => {
    const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
    if (shapes === undefined) return
    expect(await shaclFaults(shapes, turtleStore(catalogueTurtle(SITE, all), BASE))).toEqual([])
  })

  it('has what they recommend, where anybody said it', async () => {
    const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes_recommended.ttl')
    if (shapes === undefined) return
    const faults = await shaclFaults(shapes, turtleStore(catalogueTurtle(SITE, all.slice(0, 1)), BASE))
    const lacking = new Set(faults.map((fault) => fault.split(' ')[1]?.split(/[/#]/).at(-1)))
    // Of an agent its legal kind, of a place its coordinates, of the catalogue its first day, licence and place.
    expect([...lacking].sort()).toEqual(['bbox', 'centroid', 'issued', 'license', 'spatial', 'type'])
    expect(faults.filter((fault) => /issued|license|spatial/.test(fault)).length).toBe(3)
  })

  it('meets the shapes of the United States', async () => {
    const shapes = schemaPath('dcat-us-3/shacl/dcat-us_3.0_shacl_shapes.ttl')
    if (shapes === undefined) return
    expect(await shaclFaults(shapes, turtleStore(catalogueTurtle(SITE, all), BASE))).toEqual([])
  })

  it.each([
    ['a dataset without a title', /dct:title "Parks[^\n]*\n/],
    ['a dataset without a description', /dct:description "What people think[^\n]*\n/],
    ['an agent without a name', /foaf:name "Borough of Example" ;\n/],
    ['a file without an address', /dcat:accessURL [^\n]*\n/],
    ['a checksum without its kind', /spdx:algorithm [^\n]*\n/],
  ])('is refused by them with %s', async (_, passage) => {
    const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
    if (shapes === undefined) return
    const text = catalogueTurtle(SITE, all)
    const broken = text.replaceAll(new RegExp(passage, 'g'), '')
    expect(broken).not.toBe(text)
    expect(await shaclFaults(shapes, turtleStore(broken, BASE))).not.toEqual([])
  })

  it('gives each file the licence by the address that harvesters match', () => {
    const licences = [...catalogueTurtle(SITE, all).matchAll(/dct:license (\S+)/g)].map(([, found]) => found)
    expect(licences.length).toBeGreaterThan(9)
    expect(new Set(licences)).toEqual(
      new Set(['<https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>']),
    )
  })

  it('says the version twice, and only refers to the one before', () => {
    const text = catalogueTurtle(SITE, all)
    expect(text).toContain('dcat:version "1.2.1"')
    expect(text).toContain('owl:versionInfo "1.2.1"')
    expect(text).toContain('dcat:previousVersion <https://data.example.org/corrected/1.2.0/>')
    expect(text).not.toMatch(/^<https:\/\/data.example.org\/corrected\/1.2.0\/>/m)
    expect(text).not.toContain('adms:status')
    expect(text).not.toContain('dct:provenance')
  })

  it('keeps what was withdrawn, with the reason and without files', () => {
    const text = catalogueTurtle(SITE, all)
    expect(text).toContain('Withdrawn on 2024-09-01: One response was counted twice.')
    expect(text).toContain('<https://data.example.org/gone/#dataset>')
    expect(text).not.toContain('<https://data.example.org/gone/#responses>')
  })

  it('keeps addresses from version to version', () => {
    const addresses = (version: string) =>
      [
        ...catalogueTurtle(SITE, [{ ...first(), descriptor: { ...first().descriptor, version } }]).matchAll(
          /^<([^>]+#[^>]+)>/gm,
        ),
      ].map(([, found]) => found)
    expect(addresses('1.0.0').length).toBeGreaterThan(5)
    expect(addresses('2.0.0')).toEqual(addresses('1.0.0'))
  })
})

describe('one release as DCAT-AP 3', () => {
  it('counts addresses from where its file stands', async () => {
    const addresses = { home: '../../', release: '../', page: '../' }
    const base = 'https://data.example.org/parks-2024/1.2.0/metadata/dcat.ttl'
    const store = turtleStore(datasetTurtle(first(), addresses), base)
    const files = store.getObjects(null, 'http://www.w3.org/ns/dcat#downloadURL', null)
    expect(files.map(({ value }) => value)).toContain(
      'https://data.example.org/parks-2024/1.2.0/data/responses.csv',
    )
    expect(files.map(({ value }) => value)).toContain('https://data.example.org/parks-2024/1.2.0.zip')
    const json = await jsonLdStore(datasetJsonLd(first(), addresses), base)
    expect(await canonical(json)).toBe(await canonical(store))
  })
})

describe('data.json', () => {
  it('is valid DCAT-US 1.1', () => {
    const faults = dcatUsFaults(dataJson(SITE, all))
    if (faults !== undefined) expect(faults).toEqual([])
  })

  it('is refused where it is broken', () => {
    const text = dataJson(SITE, all.slice(0, 1))
    const faults = ['"title"', '"modified"', '"publisher"', '"conformsTo"', '"keyword"'].map((key) =>
      dcatUsFaults(text.replace(key, '"other"')),
    )
    for (const found of faults) if (found !== undefined) expect(found).not.toEqual([])
  })

  it('names the publisher of the site where a release names nobody to ask', () => {
    const { dataset } = JSON.parse(dataJson(SITE, all))
    expect(
      dataset.map(({ contactPoint }: { contactPoint: { hasEmail: string } }) => contactPoint.hasEmail),
    ).toEqual([
      'mailto:desk@example.org',
      'mailto:data@example.org',
      'mailto:desk@example.org',
      'mailto:desk@example.org',
    ])
  })
})

describe('the feed and the sitemap', () => {
  const announcements = [
    {
      folder: 'a',
      version: '1.0.0',
      title: 'A & b',
      on: '2024-07-01',
      kind: 'release',
      isGone: false,
      summary: 'New.',
    },
    {
      folder: 'a',
      version: '1.0.1',
      title: 'A & b',
      on: '2024-08-01',
      kind: 'correction',
      isGone: false,
      summary: 'Mended.',
    },
    {
      folder: 'b',
      version: '1.0.0',
      title: 'B',
      on: '2024-07-01',
      kind: 'release',
      isGone: true,
      summary: 'New.',
    },
    {
      folder: 'b',
      version: '1.0.0',
      title: 'B',
      on: '2024-09-01T09:30:00+01:00',
      kind: 'withdrawal',
      isGone: true,
      summary: 'Gone.',
    },
  ] as const

  it('is read by a parser of others, newest first', () => {
    const feed = parseAtomFeed(atomFeed(SITE, announcements))
    expect(feed.id).toBe('https://data.example.org/feed.atom')
    expect(feed.updated).toBe('2024-09-01T09:30:00+01:00')
    expect(feed.entries?.map(({ title, updated }) => [title?.value ?? title, updated])).toEqual([
      ['Withdrawn: B, version 1.0.0', '2024-09-01T09:30:00+01:00'],
      ['Correction: A & b, version 1.0.1', '2024-08-01T00:00:00Z'],
      ['A & b, version 1.0.0', '2024-07-01T00:00:00Z'],
      ['B, version 1.0.0', '2024-07-01T00:00:00Z'],
    ])
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(4)
    // Nothing stands where a withdrawn release stood; the front page says what became of it.
    expect(feed.entries?.map(({ links }) => links?.[0]?.href)).toEqual([
      'https://data.example.org/#b',
      'https://data.example.org/a/1.0.1/',
      'https://data.example.org/a/1.0.0/',
      'https://data.example.org/#b',
    ])
  })

  it('lists every consultation that has a page, with the day it changed', () => {
    const text = sitemap(SITE, all)
    expect(text.match(/<loc>/g)?.length).toBe(4)
    expect(text).toContain(
      '<loc>https://data.example.org/corrected/latest/</loc>\n    <lastmod>2024-08-01T09:30:00+01:00</lastmod>',
    )
    expect(text).not.toContain('gone')
  })
})

describe('the files of a site', () => {
  const listed = (): readonly Listed[] => {
    const { descriptor } = first()
    const about = { id: 'parks-2024', title: descriptor.title, descriptor: { ...descriptor } }
    return [
      {
        ...about,
        latest: '1.2.0',
        versions: [
          { version: '1.2.0', kind: 'correction', date: '2024-08-01', note: 'Table 2 corrected.' },
          { version: '1.1.0', kind: 'addition', withdrawn: { date: '2024-07-20', reason: 'Wrong file.' } },
          { version: '1.0.0', kind: 'first release', date: '2024-07-01' },
        ],
      },
      {
        ...about,
        id: 'gone',
        versions: [
          {
            version: '1.0.0',
            kind: 'first release',
            withdrawn: { date: '2024-09-01', reason: 'All of it.' },
          },
        ],
      },
      // A release of which nothing could be read is still there to be found.
      {
        id: 'torn',
        title: 'Torn',
        latest: '1.0.0',
        versions: [{ version: '1.0.0', kind: 'first release' }],
        descriptor: {},
      },
    ]
  }

  it('list every consultation, whatever became of it', async () => {
    const files = siteFiles(SITE, listed())
    expect([...files.keys()]).toEqual([
      'catalog.ttl',
      'catalog.jsonld',
      'data.json',
      'feed.atom',
      'sitemap.xml',
    ])
    for (const path of ['catalog.ttl', 'catalog.jsonld', 'data.json']) {
      for (const { id } of listed())
        expect(files.get(path), path).toContain(`https://data.example.org/${id}/`)
    }
    const text = files.get('catalog.ttl') ?? ''
    expect(text).toContain('dcat:previousVersion <https://data.example.org/parks-2024/1.0.0/>')
    expect(text).toContain('Withdrawn on 2024-09-01: All of it.')
    const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
    if (shapes !== undefined) expect(await shaclFaults(shapes, turtleStore(text, BASE))).toEqual([])
    const feed = parseAtomFeed(files.get('feed.atom') ?? '')
    expect(feed.entries?.map(({ id }) => id)).toEqual([
      'https://data.example.org/gone/1.0.0/#withdrawal',
      'https://data.example.org/parks-2024/1.2.0/',
      'https://data.example.org/parks-2024/1.1.0/#withdrawal',
      'https://data.example.org/parks-2024/1.0.0/',
      // Those that nobody gave a date have that of the last day of fieldwork.
      'https://data.example.org/gone/1.0.0/',
      'https://data.example.org/parks-2024/1.1.0/',
    ])
  })

  it('tell of a newer version that was withdrawn, where people still have it', async () => {
    const [parks] = listed()
    if (parks === undefined) throw new Error('nothing is listed')
    const gone = { date: '2024-10-01', reason: 'A column was wrong.' }
    const versions = [
      { version: '1.3.0', kind: 'addition', date: '2024-09-01', withdrawn: gone },
      ...parks.versions,
    ]
    const text = siteFiles(SITE, [{ ...parks, versions }]).get('catalog.ttl') ?? ''
    expect(text).toContain(
      'adms:versionNotes "Version 1.3.0 was withdrawn on 2024-10-01: A column was wrong. Table 2',
    )
    expect(text).toContain('dct:modified "2024-10-01"')
    expect(text).toContain('dcat:version "1.2.0"')
  })
})
