import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueOf, type FoundRelease, renderCatalogue } from '../../pipeline/8-publish/index.ts'
import { ROOT, stocktake, workplace } from '../support/stocktake.ts'
import { startBrowser } from './browser.ts'
import { SOME_LOOKS, TWO_LOOKS } from './looks.ts'
import { openPage } from './open-page.ts'
import { keepsEveryRule } from './page-rules.ts'
import { serve } from './static-server.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const HOSTILE = `<script>alert("1")</script><img src=x onerror=alert(2)> "quoted" 'title' & more \u{1f9d1}\u200d\u{1f33e} ${'w'.repeat(200)}`

/** A release as it would be found, its table and theme as given. */
function found(id: string, title: string, more: Partial<FoundRelease> & { table?: string; theme?: string }) {
  const { table = 'Should libraries open on Sundays?', theme, ...rest } = more
  const version = rest.version ?? '1.0.0'
  return {
    id,
    version,
    archiveBytes: 240_000,
    page: 'index.html',
    ...(theme === undefined ? {} : { themes: `theme_title\n"${theme.replaceAll('"', '""')}"\n` }),
    descriptor: {
      title,
      version,
      description: `What people said about ${title}`,
      languages: ['en-GB'],
      contributors: [{ title: 'Borough of Testing', role: 'publisher' }],
      temporal: { start: '2026-03-01', end: '2026-03-31' },
      licenses: [{ name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0 International' }],
      changes: [{ version, kind: 'first release', date: '2026-05-01', differences: [] }],
      resources: [{ name: 'table-1', path: 'data/tables/1.csv', title: `Table 1: ${table}` }],
    },
    ...rest,
  } satisfies FoundRelease
}

const withdrawn = (id: string, version: string): FoundRelease => ({
  id,
  version,
  page: 'README.md',
  tombstone: {
    id,
    title: HOSTILE,
    version,
    date: '2026-06-01',
    reason: HOSTILE,
    changes: [{ version, kind: 'correction', date: '2026-05-20', note: HOSTILE, differences: [] }],
    descriptor: { title: HOSTILE, version, resources: [] },
    data: '',
  },
})

const catalogues: Readonly<Record<string, readonly FoundRelease[]>> = {
  nothing: [],
  'hostile titles': [
    found('hostile', HOSTILE, { table: HOSTILE, theme: HOSTILE }),
    withdrawn('hostile', '1.0.1'),
    withdrawn('gone', '1.0.0'),
  ],
  '300 consultations': Array.from({ length: 300 }, (_, index) =>
    found(`c-${index}`, `Consultation ${index} on caf\u00e9s`, {
      table: `Question ${index} of all?`,
      theme: `Theme ${index}`,
    }),
  ),
}

/** Writes a catalogue's page where nothing else is. */
function written(releases: readonly FoundRelease[]): string {
  const path = join(workplace(), 'index.html')
  const { value } = catalogueOf(releases, undefined)
  writeFileSync(path, renderCatalogue(value, { feed: 'feed.atom' }).get('index.html') ?? '')
  return path
}

for (const [name, releases] of Object.entries(catalogues)) {
  describe(`the page of a catalogue of ${name}`, () => {
    const page = written(releases)
    keepsEveryRule(
      `catalogue of ${name}`,
      () => ({
        browser,
        url: pathToFileURL(page).href,
        hasFile: (path) => path === 'feed.atom' || /^[a-z0-9-]+\/1\.0\.[01](\.zip|\/\w+\.\w+)$/.test(path),
      }),
      releases.length > 100 ? TWO_LOOKS : SOME_LOOKS,
    )
  })
}

describe('the page of the catalogue that a run writes', () => {
  const home = workplace()
  beforeAll(() => {
    stocktake(home, ['run', join(ROOT, 'test/golden/library-hours/raw'), '--out', 'dist'])
  })

  keepsEveryRule('catalogue of one consultation', () => ({
    browser,
    url: pathToFileURL(join(home, 'dist/index.html')).href,
    hasFile: (path) => existsSync(join(home, 'dist', path)),
  }))

  it('asks nothing of a website but itself, and leads to the release', async () => {
    const site = await serve(join(home, 'dist'))
    const { page, trouble, close } = await openPage(browser, `${site.url}index.html`)
    expect(site.asked).toEqual(['/index.html'])
    expect(trouble).toEqual([])
    await page.locator('h2 a').click()
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(site.asked.length).toBe(2)
    await close()
    await site.close()
  })

  it('leaves a front page alone that somebody else wrote, and tells', () => {
    const other = workplace()
    mkdirSync(join(other, 'dist'))
    writeFileSync(join(other, 'dist/index.html'), '<h1>Our town</h1>')
    const ran = stocktake(other, ['run', join(ROOT, 'test/golden/library-hours/raw')])
    expect(ran.exitCode).toBe(0)
    expect(ran.said).toContain('was not written by Stocktake')
  })
})

describe('search in a catalogue', () => {
  const titles = (page: Page) => page.locator('.consultation:visible h2').allTextContents()
  const open = (hash = '') =>
    openPage(
      browser,
      pathToFileURL(
        written([
          found('a', 'Caf\u00e9s on pavements', {
            table: 'Is there room for prams?',
            theme: 'Noise at night',
          }),
          found('b', 'Library hours', { table: 'Should libraries open on Sundays?', theme: 'Room to read' }),
          found('c', 'Parking', { table: 'Is the fee right?' }),
        ]),
      ).href + hash,
    )

  it('finds words in titles, tables and themes, whatever their accents and capitals', async () => {
    const { page, trouble, close } = await open()
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['CAFES', ['Caf\u00e9s on pavements']],
      ['room', ['Caf\u00e9s on pavements', 'Library hours']],
      ['library room', ['Library hours']],
      ['sundays read', ['Library hours']],
      ['tests', []],
      ['testing', ['Caf\u00e9s on pavements', 'Library hours', 'Parking']],
      ['   ', ['Caf\u00e9s on pavements', 'Library hours', 'Parking']],
      ['.*', []],
    ]
    for (const [words, expected] of cases) {
      await page.locator('#words').fill(words)
      expect(await titles(page), words).toEqual(expected)
    }
    expect(trouble).toEqual([])
    await close()
  })

  it('shows the lines that were found, and folds them up again', async () => {
    const { page, close } = await open()
    await page.locator('#words').fill('prams')
    expect(await page.locator('.contents li:visible').allInnerTexts()).toEqual(['Is there room for prams?'])
    await page.locator('#words').fill('')
    expect(await page.locator('.contents li:visible').count()).toBe(0)
    await page.locator('.consultation summary').first().click()
    expect(await page.locator('.contents li:visible').count()).toBe(2)
    await close()
  })

  it('tells how many were found, politely', async () => {
    const { page, close } = await open()
    const told = page.locator('#found')
    expect(await told.getAttribute('role')).toBe('status')
    for (const [words, said] of [
      ['room', '2 consultations'],
      ['library', '1 consultation'],
      ['nowhere', 'Nothing was found. Try fewer or shorter words.'],
    ] as const) {
      await page.locator('#words').fill(words)
      await page.waitForFunction((text) => document.getElementById('found')?.textContent === text, said)
    }
    await close()
  })

  it('keeps the words in the address, and takes them from there', async () => {
    const { page, close } = await open('#search=caf%C3%A9')
    expect(await page.locator('#words').inputValue()).toBe('caf\u00e9')
    expect(await titles(page)).toEqual(['Caf\u00e9s on pavements'])
    await page.locator('#words').fill('fee right?')
    // Asked of the page itself: its address reaches this process a little later.
    expect(await page.evaluate(() => location.hash)).toBe('#search=fee%20right%3F')
    await page.evaluate(() => {
      location.hash = '#search=library'
    })
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#words')?.value === 'library')
    expect(await titles(page)).toEqual(['Library hours'])
    await page.evaluate(() => {
      location.hash = '#search=%'
    })
    expect(await titles(page)).toEqual(['Library hours'])
    await close()
  })
})
