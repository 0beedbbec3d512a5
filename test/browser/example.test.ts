import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE, stocktake, workplace } from '../support/stocktake.ts'
import { readCsv } from '../support/survey.ts'
import { startBrowser } from './browser.ts'
import { openPage } from './open-page.ts'
import { keepsEveryRule } from './page-rules.ts'
import { isInOrder, pageIn } from './release-page.ts'
import { figures } from './rules/figures.ts'

let browser: Browser
const home = workplace()
const folder = join(home, 'dist/taking-stock-2015/1.0.0')

beforeAll(async () => {
  browser = await startBrowser()
  stocktake(home, ['run', EXAMPLE])
})
afterAll(() => browser?.close())

describe('the page of the example', () => {
  isInOrder('page of the example', () => ({ browser, folder }))

  // Of 47 tables, 21 are by region, with ten columns each, 120 kB together; charts are drawn twice, for two widths, 106 kB.
  it('weighs less than 400 kB, and less than 60 kB on its way', () => {
    const page = readFileSync(join(folder, 'index.html'))
    expect(page.length).toBeLessThan(400_000)
    expect(gzipSync(page).length).toBeLessThan(60_000)
  })

  const text = () => readFileSync(join(folder, 'index.html'), 'utf8')
  const alterations: readonly (readonly [what: string, from: RegExp, to: string, found: RegExp])[] = [
    ['a table', /<td class="number">108</, '<td class="number">109<', /^table 1, Chief executive: 109/],
    ['the label of a chart', />31%</, '>32%<', /^chart, 1 0 2: 32%/],
    [
      'the length of a bar',
      /(<rect data-figure="1 0 2"[^>]* width=)"[\d.]+"/,
      '$1"92"',
      /^chart, 1 \d 2: .* px/,
    ],
    ['a sentence', /160 responded/, '161 responded', /^words: 161 in/],
    ['a row', /<tr><th scope="row">Leader<[\s\S]*?<\/tr>/, '', /^table 1: 12 of 15 figures/],
  ]
  for (const [what, from, to, found] of alterations)
    it(`would not pass with another figure in ${what}`, async () => {
      expect(text()).toMatch(from)
      const path = join(workplace(), 'index.html')
      writeFileSync(path, text().replace(from, to))
      const { page, close } = await openPage(browser, pathToFileURL(path).href)
      const { faults } = await figures(page, readCsv(join(folder, 'data/tables.csv')))
      expect(faults.join('\n')).toMatch(new RegExp(found.source, 'm'))
      await close()
    })
})

describe('the codebook of the example', () => {
  keepsEveryRule('codebook of the example', () => pageIn(browser, folder, 'codebook.html'))
})
