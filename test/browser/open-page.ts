import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page that is open, and what it did that no page of ours may do. */
export interface OpenPage {
  readonly page: Page
  /** Errors and warnings, dialogs, and requests other than the page itself. */
  readonly trouble: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a page by itself, as somebody who never was there before. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) trouble.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) trouble.push(`request: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  await page.goto(url)
  return { page, trouble, close: () => context.close() }
}
