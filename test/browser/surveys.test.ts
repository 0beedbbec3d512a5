import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { ROOT, stocktake, workplace } from '../support/stocktake.ts'
import { surveyFolder } from '../support/survey.ts'
import { startBrowser } from './browser.ts'
import { SOME_LOOKS } from './looks.ts'
import { isInOrder } from './release-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** Real surveys beside the project, each with its file and its definition among the golden cases. */
const SURVEYS = [
  ['fte_starwars', 'StarWars.csv', 'star-wars'],
  ['fte_flying', 'flying-etiquette.csv', 'flying-etiquette'],
] as const

for (const [name, file, id] of SURVEYS) {
  const received = surveyFolder(name)
  describe.skipIf(received === undefined)(`the page of ${id}, a real survey`, () => {
    const home = workplace()
    beforeAll(() => {
      const raw = join(home, 'raw', id)
      mkdirSync(raw, { recursive: true })
      copyFileSync(join(received ?? '', file), join(raw, file))
      copyFileSync(join(ROOT, 'test/golden', id, 'consultation.yaml'), join(raw, 'consultation.yaml'))
      expect(stocktake(home, ['run', `raw/${id}`]).said).toContain('Done in')
    })
    isInOrder(`page of ${id}`, () => ({ browser, folder: join(home, 'dist', id, '1.0.0') }), SOME_LOOKS)
  })
}
