import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { expectCountedAgain } from '../figures/counted-again.ts'
import { ROOT, SHARED, stocktake, workplace } from './stocktake.ts'

export type Row = Readonly<Record<string, string>>

/** A folder of real surveys beside the project; undefined, with a printed line, where it is not there. */
export function surveyFolder(name: string): string | undefined {
  const folder = join(SHARED, 'surveys', name)
  if (existsSync(folder)) return folder
  console.log(`skipped: no reference data beside the project (surveys/${name})`)
  return undefined
}

export const readCsv = (path: string): readonly Row[] =>
  parse(readFileSync(path), { columns: true, bom: true })

/**
 * Runs the definition of a golden case on these files with the real command line; its tidy table, of which no fewer than
 * `atLeast` figures were counted again.
 */
export async function runSurvey(
  id: string,
  files: Readonly<Record<string, string | Buffer>>,
  atLeast: number,
): Promise<readonly Row[]> {
  const home = workplace()
  const raw = join(home, 'raw', id)
  mkdirSync(raw, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(raw, name), content)
  const definition = readFileSync(join(ROOT, 'test/golden', id, 'consultation.yaml'))
  writeFileSync(join(raw, 'consultation.yaml'), definition)
  const ran = stocktake(home, ['run', `raw/${id}`])
  expect(ran.said).toContain('Done in')
  const release = join(home, 'dist', id, '1.0.0')
  await expectCountedAgain(id, raw, release, atLeast)
  return readCsv(join(release, 'data/tables.csv'))
}

/** The one figure of a table that is no breakdown. */
export function figureOf(
  tables: readonly Row[],
  title: string,
  row: string,
  statistic: string,
): { readonly value: string; readonly base: string } {
  const found = tables.filter(
    (one) =>
      one['title']?.includes(title) &&
      one['row'] === row &&
      one['statistic'] === statistic &&
      !one['table']?.includes('_by_'),
  )
  expect(found.length, `${title}, ${row}, ${statistic}`).toBe(1)
  return { value: found[0]?.['value'] ?? '', base: found[0]?.['base'] ?? '' }
}
