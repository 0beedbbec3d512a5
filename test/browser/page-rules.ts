import type { Browser } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { LOOKS, WIDTHS } from './looks.ts'
import { openPage } from './open-page.ts'
import { accessibility } from './rules/accessibility.ts'
import { disclosures, keyboard } from './rules/keyboard.ts'
import { links } from './rules/links.ts'
import { overflow } from './rules/overflow.ts'
import { print } from './rules/print.ts'
import { structuredData } from './rules/structured-data.ts'
import { weight } from './rules/weight.ts'

/** A page to be held to the rules. */
export interface Subject {
  readonly browser: Browser
  readonly url: string
  /** Whether a file stands there, as seen from the page's folder. */
  readonly hasFile: (path: string) => boolean
}

/** What a page is looked at in: everything, or a narrow light one and a wide dark one where pages like it had it all. */
export type Thoroughness = 'every look' | 'two looks'

/** The rules that every page of ours keeps, as tests of the `describe` around them. */
export function keepsEveryRule(
  name: string,
  subject: () => Subject,
  thoroughness: Thoroughness = 'every look',
): void {
  const planned = LOOKS.flatMap((look) => WIDTHS.map((width) => ({ width, look })))
  const wanted = planned.filter(
    ({ width, look }) =>
      thoroughness === 'every look' ||
      (width === 320 && look.name === 'light') ||
      (width === 1280 && look.name === 'dark'),
  )
  const sorts = (of: (one: (typeof wanted)[number]) => unknown) => new Set(wanted.map(of)).size
  const rules = new Set<string>()
  let looks = 0
  let violations = 0

  it('is accessible and keeps its sides at any width, in any colours', async () => {
    const { browser, url } = subject()
    const { page, trouble, close } = await openPage(browser, url)
    const faults: string[] = []
    for (const { width, look } of wanted) {
      const { name: colours, ...media } = look
      await page.emulateMedia(media)
      await page.setViewportSize({ width, height: 800 })
      const sticking = await overflow(page)
      const verdict = await accessibility(page)
      for (const rule of verdict.rules) rules.add(rule)
      looks += 1
      violations += verdict.violations.length
      faults.push(...[...verdict.violations, ...sticking].map((fault) => `${width} px, ${colours}: ${fault}`))
    }
    await close()
    expect(faults).toEqual([])
    expect(trouble).toEqual([])
  })

  it('keeps its sides when it is written from right to left', async () => {
    const { browser, url } = subject()
    const { page, close } = await openPage(browser, url)
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page), `${width} px`).toEqual([])
    }
    await close()
  })

  it('can be used with the keyboard alone', async () => {
    const { browser, url } = subject()
    const { page, trouble, close } = await openPage(browser, url)
    expect(await keyboard(page)).toEqual([])
    expect(await disclosures(page)).toEqual([])
    expect(trouble).toEqual([])
    await close()
  })

  it('prints whole', async () => {
    const { browser, url } = subject()
    const { page, close } = await openPage(browser, url)
    expect(await print(page)).toEqual([])
    await close()
  })

  it('says the same without scripts, and leads somewhere with every link', async () => {
    const { browser, url, hasFile } = subject()
    const { page, trouble, close } = await openPage(browser, url, { javaScriptEnabled: false })
    const heading = page.locator('h1')
    expect(await heading.count()).toBe(1)
    expect(await heading.isVisible()).toBe(true)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(20)
    const { lost, files } = await links(page)
    expect([lost, files.filter((path) => !hasFile(path))]).toEqual([[], []])
    expect(trouble).toEqual([])
    await structuredData(page)
    await close()
  })

  afterAll(async () => {
    const { browser, url } = subject()
    const { bytes, zipped, firstPaint } = await weight(browser, url)
    console.log(
      `${name}: ${looks} looks (${sorts(({ width }) => width)} widths, ${sorts(({ look }) => look.name)} colour schemes), ${rules.size} axe rules, ${violations} violations; ${bytes} bytes (${zipped} zipped), first paint after ${firstPaint} ms on a machine four times as slow`,
    )
  })
}
