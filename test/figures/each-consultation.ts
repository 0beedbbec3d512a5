import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import { workplace } from '../support/stocktake.ts'
import type { Row } from '../support/survey.ts'
import { lineOf, type Recount, recount, together } from './recount.ts'

/** A release of a small consultation, not yet counted again. */
interface Waiting {
  /** Name -> content of the raw files as they were then, `consultation.yaml` among them: tests change them in their place. */
  readonly files: Readonly<Record<string, string>>
  readonly tables: readonly Row[]
}

const waiting: Waiting[] = []
const done: Recount[] = []

/**
 * Has every figure of a release of a small consultation counted again when the test is over: whichever test publishes one also
 * tests this.
 */
export const countAgain = (release: Waiting): void => {
  if (release.tables.length > 0) waiting.push(release)
}

afterEach(async () => {
  for (const { files, tables } of waiting.splice(0)) {
    const raw = workplace()
    for (const [name, content] of Object.entries(files)) writeFileSync(join(raw, name), content)
    const found = await recount(raw, tables)
    done.push(found)
    expect(found.differing).toEqual([])
  }
})

afterAll(() => {
  if (done.length > 0) console.log(lineOf(`${done.length} small consultations`, together(done)))
})
