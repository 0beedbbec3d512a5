import { join } from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import type { Row } from '../support/survey.ts'
import { lineOf, type Recount, recount, together } from './recount.ts'

/** A release of a small consultation, not yet counted again. */
interface Waiting {
  readonly home: string
  readonly tables: readonly Row[]
}

const waiting: Waiting[] = []
const done: Recount[] = []

/**
 * Has every figure of a release of a small consultation counted again when the test is over: whichever test publishes one also
 * tests this. `home` must still hold what the release was made of.
 */
export const countAgain = (release: Waiting): void => {
  if (release.tables.length > 0) waiting.push(release)
}

afterEach(async () => {
  for (const { home, tables } of waiting.splice(0)) {
    const found = await recount(join(home, 'raw/survey'), tables)
    done.push(found)
    expect(found.differing).toEqual([])
  }
})

afterAll(() => {
  if (done.length > 0) console.log(lineOf(`${done.length} small consultations`, together(done)))
})
