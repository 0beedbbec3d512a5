import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { expect, it } from 'vitest'
import { readCsv } from '../support/survey.ts'
import { openPage } from './open-page.ts'
import { keepsEveryRule, type Subject } from './page-rules.ts'
import { figures } from './rules/figures.ts'

/** A page of a release that stands on disk, opened as whoever downloaded it does. */
export const pageIn = (browser: Browser, folder: string, page = 'index.html'): Subject => ({
  browser,
  url: pathToFileURL(join(folder, page)).href,
  hasFile: (path) => existsSync(join(folder, path)),
})

/** The page of a release: it keeps every rule for pages, and says what the release says. */
export function isInOrder(
  name: string,
  release: () => { readonly browser: Browser; readonly folder: string },
  looks?: Parameters<typeof keepsEveryRule>[2],
): void {
  keepsEveryRule(name, () => pageIn(release().browser, release().folder), looks)

  it('says in tables, charts and words what data/tables.csv says', async () => {
    const { browser, folder } = release()
    const { page, close } = await openPage(browser, pageIn(browser, folder).url)
    const { faults, ...held } = await figures(page, readCsv(join(folder, 'data/tables.csv')))
    await close()
    expect(faults).toEqual([])
    expect(held.inTables).toBeGreaterThan(0)
    console.log(
      `${name}: figures held to data/tables.csv: ${held.inTables} in tables, ${held.inCharts} in charts, ${held.inWords} in words`,
    )
  })
}
