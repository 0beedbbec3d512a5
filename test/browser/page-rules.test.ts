import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from '../support/stocktake.ts'
import { startBrowser } from './browser.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { accessibility } from './rules/accessibility.ts'
import { disclosures, keyboard } from './rules/keyboard.ts'
import { links } from './rules/links.ts'
import { overflow } from './rules/overflow.ts'
import { print } from './rules/print.ts'
import { structuredData } from './rules/structured-data.ts'

let browser: Browser
const home = workplace()

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** A page that breaks the rules in one way. */
function broken(body: string): Promise<OpenPage> {
  const path = join(home, 'page.html')
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main></html>`,
  )
  return openPage(browser, pathToFileURL(path).href, { viewport: { width: 320, height: 600 } })
}

const IN_ORDER = '<p><a href="#here" id="here">A link</a> <button type="button">A button</button></p>'

type Look = (page: OpenPage['page']) => Promise<readonly string[]>
const violations: Look = async (page) => (await accessibility(page)).violations
const lost: Look = async (page) => (await links(page)).lost

const cases: readonly (readonly [fault: string, body: string, look: Look, found: RegExp])[] = [
  ['grey on grey', '<p style="color:#999;background:#aaa">Words</p>', violations, /^color-contrast/],
  ['a picture without words', '<img src="data:," width="9" height="9">', violations, /^image-alt/],
  ['a box that is too wide', '<div style="width:400px">Words</div>', overflow, /sticks out by \d+ px/],
  ['a word that is too long', `<b>${'w'.repeat(90)}</b>`, overflow, /^<b>w+.* sticks out/],
  ['a word that is cut', `<p style="overflow:hidden">${'w'.repeat(90)}</p>`, overflow, /^<p.* sticks out/],
  [
    'a control without a focus',
    '<style>a{outline:none}</style><a href="#">A</a>',
    keyboard,
    /shows no focus/,
  ],
  [
    'a control under a cover',
    '<button>A</button><div style="position:fixed;inset:0;background:#fff"></div>',
    keyboard,
    /out of sight or covered/,
  ],
  ['a control for mice', '<div role="button">A</div>', keyboard, /pressed by a mouse alone/],
  ['a control that jumps the queue', '<a href="#" tabindex="3">A</a>', keyboard, /jumps the queue/],
  [
    'a trap',
    '<input onkeydown="event.preventDefault()"><button>After</button>',
    keyboard,
    /After.* is not reached/,
  ],
  [
    'a fold that does not open',
    '<details onclick="event.preventDefault()"><summary>More</summary>Words</details>',
    disclosures,
    /More does not open/,
  ],
  ['a bar on every sheet', '<p style="position:sticky;top:0">Bar</p>', print, /stands on every sheet/],
  ['a fold on paper', '<details><summary>More</summary><p>Words</p></details>', print, /is folded up/],
  [
    'a table that paper cuts',
    '<div style="overflow-x:auto"><p style="width:3000px">A</p></div>',
    print,
    /is cut off/,
  ],
  ['a link to nowhere', '<a href="#nowhere">A</a>', lost, /^#nowhere$/],
]

describe('the rules for pages', () => {
  it('find nothing in a page that is in order', async () => {
    const { page, trouble, close } = await broken(IN_ORDER)
    for (const look of [violations, overflow, keyboard, disclosures, lost, print])
      expect(await look(page)).toEqual([])
    expect(trouble).toEqual([])
    await close()
  })

  for (const [fault, body, look, found] of cases) {
    it(`find ${fault}`, async () => {
      const { page, close } = await broken(body)
      expect((await look(page)).join('\n')).toMatch(found)
      await close()
    })
  }

  it('hear of errors, dialogs and requests', async () => {
    const { trouble, close } = await broken(
      '<script>console.error("one"); alert("two"); fetch("https://example.org/").catch(() => {})</script>',
    )
    const told = trouble.join('\n')
    expect(told).toMatch(/error: one/)
    expect(told).toMatch(/dialog: two/)
    expect(told).toMatch(/request: https:\/\/example.org/)
    await close()
  })

  it('refuse structured data that does not parse', async () => {
    const { page, close } = await broken('<script type="application/ld+json">{</script>')
    await expect(structuredData(page)).rejects.toThrow()
    await close()
  })
})
