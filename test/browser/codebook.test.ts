import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { EXAMPLE, stocktake, workplace } from '../support/stocktake.ts'
import { startBrowser } from './browser.ts'
import { keepsEveryRule } from './page-rules.ts'

let browser: Browser
let codebook: string

beforeAll(async () => {
  browser = await startBrowser()
  const home = workplace()
  stocktake(home, ['run', EXAMPLE])
  codebook = join(home, 'dist/taking-stock-2015/1.0.0/codebook.html')
})
afterAll(() => browser?.close())

describe('the codebook of the example', () => {
  keepsEveryRule('codebook of the example', () => ({
    browser,
    url: pathToFileURL(codebook).href,
    hasFile: (path) => existsSync(join(dirname(codebook), path)),
  }))
})
