import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT, stocktake, workplace } from './support/stocktake.ts'
import { dcatUsFaults, schemaPath, shaclFaults, turtleStore } from './support/validators.ts'

const FILES = ['catalog.jsonld', 'catalog.ttl', 'data.json', 'feed.atom', 'sitemap.xml']

const siteAt = (url: string): string => `url: ${url}
title: Open data of the Borough of Testing
description: What people told the Borough of Testing.
publisher: { name: Borough of Testing, email: data@testing.example }
`

/** A home with one consultation, and its site where an address is given. */
function homeOf(site?: string): string {
  const home = workplace()
  const raw = join(home, 'raw/library')
  cpSync(join(ROOT, 'test/golden/library-hours/raw'), raw, { recursive: true })
  const path = join(raw, 'consultation.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^(version|published): .*\n/gm, ''))
  if (site !== undefined) writeFileSync(join(home, 'raw/site.yaml'), site)
  return home
}

const read = (home: string, path: string): string => readFileSync(join(home, path), 'utf8')
const there = (folder: string): readonly string[] => FILES.filter((name) => existsSync(join(folder, name)))
const announced = (home: string, folder: string): readonly unknown[] =>
  (parseAtomFeed(read(home, `${folder}/feed.atom`)).entries ?? []).map(({ id }) => id)
const changed = (home: string, folder: string): readonly number[] =>
  ['catalogue.json', ...FILES].map((name) => statSync(join(home, folder, name)).mtimeMs)

/** Every file is what validators of others take it for. */
async function isValid(home: string, folder: string, url: string): Promise<void> {
  const shapes = schemaPath('dcat-ap/releases/3.0.1/html/shacl/shapes.ttl')
  const store = turtleStore(read(home, `${folder}/catalog.ttl`), `${url}catalog.ttl`)
  if (shapes !== undefined) expect(await shaclFaults(shapes, store)).toEqual([])
  const faults = dcatUsFaults(read(home, `${folder}/data.json`))
  if (faults !== undefined) expect(faults).toEqual([])
}

describe('a site of releases', { timeout: 240_000 }, () => {
  const URL = 'https://data.testing.example/open/'
  const OTHER = 'https://mirror.example/'
  let home = ''
  beforeAll(() => {
    // Without the slash at its end, as people write it.
    home = homeOf(siteAt(URL.slice(0, -1)))
    expect(stocktake(home, ['run', 'raw/library']).exitCode).toBe(0)
  })

  it('shows a release to portals, feed readers and search engines, from the run that made it', async () => {
    expect(there(join(home, 'dist'))).toEqual(FILES)
    await isValid(home, 'dist', URL)
    expect(announced(home, 'dist')).toEqual([`${URL}library/1.0.0/`])
  })

  it('is not touched by a night on which nothing changed', () => {
    const before = changed(home, 'dist')
    expect(stocktake(home, ['run', '--all']).exitCode).toBe(0)
    expect(changed(home, 'dist')).toEqual(before)
  })

  it('is put right by such a night where one of its files was spoiled or lost', () => {
    const whole = FILES.map((name) => read(home, `dist/${name}`))
    writeFileSync(join(home, 'dist/catalog.ttl'), 'half of')
    rmSync(join(home, 'dist/feed.atom'))
    expect(stocktake(home, ['run', 'raw/library']).result['status']).toBe('unchanged')
    expect(FILES.map((name) => read(home, `dist/${name}`))).toEqual(whole)
  })

  it('has another address where a folder is seen elsewhere, and keeps it in a withdrawal there', async () => {
    writeFileSync(join(home, 'raw/mirror.yaml'), siteAt(OTHER))
    writeFileSync(
      join(home, 'raw/targets.yaml'),
      'mirror: { kind: folder, path: mirror, site: raw/mirror.yaml }\nsame: { kind: folder, path: same }\n',
    )
    const publish = (to: string) => stocktake(home, ['publish', 'dist/library/latest', '--to', to])
    expect(publish('mirror').exitCode).toBe(0)
    await isValid(home, 'mirror', OTHER)
    expect(announced(home, 'mirror')).toEqual([`${OTHER}library/1.0.0/`])
    expect(publish('mirror').result['status']).toBe('unchanged')
    expect(publish('same').exitCode).toBe(0)
    expect(read(home, 'same/catalog.ttl')).toBe(read(home, 'dist/catalog.ttl'))
    writeFileSync(join(home, 'raw/mirror.yaml'), siteAt('https://new.example'))
    const moved = publish('mirror')
    expect([moved.result['status'], moved.result['plan']]).toEqual([
      'published',
      ['list it in the catalogue, last'],
    ])
    const gone = stocktake(home, ['withdraw', 'mirror/library/1.0.0', '--reason', 'A name was in it.'])
    expect(gone.exitCode, gone.said).toBe(0)
    await isValid(home, 'mirror', 'https://new.example/')
    expect(announced(home, 'mirror')).toEqual([
      'https://new.example/library/1.0.0/#withdrawal',
      'https://new.example/library/1.0.0/',
    ])
    expect(read(home, 'mirror/catalog.ttl')).toContain('A name was in it.')
    expect(read(home, 'dist/catalog.ttl')).not.toContain('A name was in it.')
  })

  it('need not be there', () => {
    const without = homeOf()
    expect(stocktake(without, ['run', 'raw/library']).exitCode).toBe(0)
    expect(there(join(without, 'dist'))).toEqual([])
    writeFileSync(join(without, 'raw/site.yaml'), siteAt(URL))
    expect(stocktake(without, ['run', 'raw/library']).result['status']).toBe('unchanged')
    expect(there(join(without, 'dist'))).toEqual(FILES)
  })
})

describe('a file that declares a site', { timeout: 240_000 }, () => {
  it.each([
    ['without an address', siteAt('x').replace(/^url.*\n/, ''), "'url' is missing"],
    [
      'with an address that is none',
      siteAt('data.testing.example'),
      "line 1, url: 'url' must be a web address",
    ],
    ['with an address that ends with a query', siteAt('https://a.example/?b'), "'url' must be a web address"],
    [
      'with nobody to write to',
      siteAt('https://a.example').replace(/, email: [^ ]*/, ''),
      "'email' is missing",
    ],
    [
      'with a key that is misspelt',
      siteAt('https://a.example').replace('title', 'titel'),
      "Unknown key 'titel' — did you mean 'title'?",
    ],
    ['that is empty', '', 'The file is empty.'],
    ['that is no YAML', 'url: [', 'raw/site.yaml, line 1'],
  ])('%s stops a run before anything is published, with what to do', (_, text, words) => {
    const home = homeOf(text)
    const ran = stocktake(home, ['run', 'raw/library'])
    expect(ran.exitCode, ran.said).toBe(2)
    expect(ran.said).toContain(words)
    expect(existsSync(join(home, 'dist'))).toBe(false)
  })

  it('that a target names must be there', () => {
    const home = homeOf()
    mkdirSync(join(home, 'site'))
    writeFileSync(join(home, 'raw/targets.yaml'), 'here: { kind: folder, path: dist, site: raw/no.yaml }\n')
    const ran = stocktake(home, ['run', 'raw/library'])
    expect([ran.exitCode, ran.said]).toEqual([2, expect.stringContaining('There is no file raw/no.yaml')])
    expect(existsSync(join(home, 'dist'))).toBe(false)
  })
})
