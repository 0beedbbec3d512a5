import type { Browser, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { EVERY_LOOK, type Look, mediaOf, TWO_LOOKS, WIDTHS } from './looks.ts'
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

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const hidden of document.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false
  })

/** The rules that every page of ours keeps, as tests of the `describe` around them. */
export function keepsEveryRule(name: string, subject: () => Subject, looks = EVERY_LOOK): void {
  const rules = new Set<string>()
  const seen: Look[] = []
  let violations = 0

  async function faultsOf(page: Page, look: Look): Promise<readonly string[]> {
    await page.emulateMedia(mediaOf(look))
    await page.setViewportSize({ width: look.width, height: 800 })
    const sticking = await overflow(page)
    const verdict = await accessibility(page)
    for (const rule of verdict.rules) rules.add(rule)
    seen.push(look)
    violations += verdict.violations.length
    return [...verdict.violations, ...sticking].map((fault) => `${look.width} px, ${look.colours}: ${fault}`)
  }

  it('is accessible and keeps its sides at any width, in any colours', async () => {
    const { browser, url } = subject()
    const { page, trouble, close } = await openPage(browser, url)
    const faults: string[] = []
    for (const look of looks) faults.push(...(await faultsOf(page, look)))
    await close()
    expect(faults).toEqual([])
    expect(trouble).toEqual([])
  })

  it('does so with all that can be opened open, and all that scripts hide shown', async () => {
    const { browser, url } = subject()
    const { page, trouble, close } = await openPage(browser, url)
    await unfold(page)
    const faults: string[] = []
    for (const look of TWO_LOOKS) faults.push(...(await faultsOf(page, look)))
    await close()
    expect(faults).toEqual([])
    expect(trouble).toEqual([])
  })

  it('keeps its sides when it is written from right to left', async () => {
    const { browser, url } = subject()
    const { page, close } = await openPage(browser, url)
    await unfold(page)
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

  it('can be read without scripts, and leads somewhere with every link', async () => {
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
    const widths = new Set(seen.map(({ width }) => width)).size
    const schemes = new Set(seen.map(({ colours }) => colours)).size
    console.log(
      `${name}: ${seen.length} looks (${widths} widths, ${schemes} colour schemes), ${rules.size} axe rules, ${violations} violations; ${bytes} bytes (${zipped} zipped), first paint after ${firstPaint} ms on a machine four times as slow`,
    )
  })
}
