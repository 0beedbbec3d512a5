import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { lineOf, recount } from './recount.ts'

/**
 * Counts every figure of the release in `release` from the cleaned responses of the folder `raw`, prints a line of what was
 * compared, and expects that no figure differs and that no fewer than `atLeast` were compared.
 */
export async function expectCountedAgain(name: string, raw: string, release: string, atLeast: number) {
  const found = await recount(
    raw,
    parse(readFileSync(join(release, 'data/tables.csv')), { columns: true, bom: true }),
    Number(JSON.parse(readFileSync(join(release, 'tabulation-plan.json'), 'utf8')).roundedWithin),
  )
  console.log(lineOf(name, found))
  expect(found.differing, name).toEqual([])
  expect(found.compared, `figures of ${name} that were counted again`).toBeGreaterThanOrEqual(atLeast)
}
