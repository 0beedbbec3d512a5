import type { DescribedRelease } from '../8-publish/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import { readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'

const PATH = 'data/responses.parquet'

/** The Parquet file holds the responses of the CSV file, whatever their order. */
export async function checkParquet(
  engine: Engine,
  reader: ReleaseReader,
  { tables }: DescribedRelease,
): Promise<readonly Issue[]> {
  const table = tables.find(({ name }) => name === 'responses')
  if (table === undefined || !(await reader.paths()).includes(PATH)) return []
  const names = table.fields.map(({ name }) => identifier(name))
  const texts = names.map((name) => `coalesce(${name}::VARCHAR, '')`).join(', ')
  const counted = (relation: string) =>
    `(SELECT hash(${texts}) AS row, count(*) AS rows FROM ${relation} GROUP BY 1)`
  try {
    const [found] = await engine.rows(`SELECT count(*)::INTEGER AS different
      FROM ${counted(readTable(reader, table))} a
      FULL JOIN ${counted(`read_parquet(${literal(`${reader.folder}/${PATH}`)})`)} b ON a.row = b.row
      WHERE a.rows IS DISTINCT FROM b.rows`)
    return Number(found?.['different']) === 0
      ? []
      : [fault('parquet', PATH, `It does not hold the same responses as ${table.path}.`)]
  } catch {
    return [fault('parquet', PATH, `It cannot be read, or has other columns than ${table.path}.`)]
  }
}
