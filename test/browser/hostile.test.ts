import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { publish } from '../support/consultation.ts'
import { startBrowser } from './browser.ts'
import { HOSTILE_CONSULTATIONS } from './hostile-consultations.ts'
import { SOME_LOOKS, TWO_LOOKS } from './looks.ts'
import { isInOrder } from './release-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

for (const [name, consultation] of Object.entries(HOSTILE_CONSULTATIONS)) {
  describe(`the page of a consultation ${name}`, () => {
    let folder: string
    beforeAll(() => {
      const { definition, files } = consultation()
      folder = join(publish(definition, files).home, 'dist/survey/1.0.0')
    })
    isInOrder(
      `page of a consultation ${name}`,
      () => ({ browser, folder }),
      name.includes('200') ? TWO_LOOKS : SOME_LOOKS,
    )
  })
}
