import type { Engine } from '../../engine/index.ts'
import { countingRows, type ResponseFile } from './files.ts'

/** Rows of a file, by record. */
interface Range {
  readonly file: number
  readonly first: number
  readonly last: number
}

/** So many rows that give the same answers in the same order in two places. */
export interface RepeatedBlock {
  readonly earlier: Range
  readonly later: Range
  readonly rows: number
}

/** Fewer rows in one order are no block. */
const SHORTEST = 20
/** How far from chance a block must be, in bits beyond what as many places to look in give: one in a million. */
const CERTAIN = 20

/**
 * Finds blocks of at least 20 rows that recur in their order, the longest stretches, in the order of the files.
 *
 * How long a block must be to say anything depends on what people answer: of forty that all said yes any twenty
 * recur. The surprise of a row is -log2 of the share of rows that give its answers, 0 where the row before gives
 * them too; a block counts where its surprise is so large that among all pairs of places chance makes one in a
 * million. Windows of that length are compared as numbers, each with the next one like it, so that the
 * cost is that of sorting. Blocks that overlap themselves are patterns, and no copies.
 */
export async function findRepeatedBlocks(
  engine: Engine,
  files: readonly ResponseFile[],
): Promise<readonly RepeatedBlock[]> {
  const among = () => 'm._content IN (SELECT _content FROM alike)'
  const [found] = await engine.rows(
    `SELECT count(*)::INTEGER AS rows FROM (${countingRows(files, 'true AS one', among)})`,
  )
  if (Number(found?.['rows']) < 2 * SHORTEST) return []
  await engine.run(`CREATE TEMP TABLE ordered AS SELECT * FROM (${countingRows(files, 'm._content AS answers')})
    ORDER BY file, record`)
  await engine.run(`CREATE TEMP TABLE series AS SELECT rowid AS place, o.file, o.record, o.answers, log2(total / number) *
      (lag(o.answers) OVER (ORDER BY rowid) IS DISTINCT FROM o.answers)::INTEGER AS surprise
    FROM ordered o JOIN (SELECT answers, count(*) AS number, sum(count(*)) OVER () AS total FROM ordered GROUP BY answers) USING (answers)
    ORDER BY place; DROP TABLE ordered`)
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS rows, avg(surprise) AS mean FROM series`)
  const rows = Number(row?.['rows'])
  const certain = 2 * Math.log2(rows) + CERTAIN
  const length = Math.max(SHORTEST, Math.ceil(certain / Number(row?.['mean'])))
  const blocks = Number.isFinite(length) && 2 * length <= rows ? await blocksOf(engine, length, certain) : []
  await engine.run('DROP TABLE series')
  return blocks
}

async function blocksOf(engine: Engine, length: number, certain: number): Promise<readonly RepeatedBlock[]> {
  await engine.run(`CREATE TEMP TABLE windows AS SELECT w.place, w.file, w.answers AS alike FROM (${windowSql(length)}) w
    WHERE bits >= ${certain} AND from_file = file`)
  // Each with the next one like it; stretches of the same distance are one block.
  const found = await engine.rows(`WITH pairs AS (
      SELECT place, lead(place) OVER (PARTITION BY alike ORDER BY place) - place AS distance FROM windows
      QUALIFY distance IS NOT NULL),
    apart AS (SELECT place, distance, place - row_number() OVER (PARTITION BY distance ORDER BY place) AS stretch
      FROM pairs WHERE distance >= ${length}),
    blocks AS (SELECT distance, min(place) - ${length - 1} AS first, max(place) AS last FROM apart GROUP BY distance, stretch)
    SELECT b.first::INTEGER AS first, (b.last - b.first + 1)::INTEGER AS rows, b.distance::INTEGER AS distance,
      f.file::INTEGER AS file, f.record::INTEGER AS from_record, l.record::INTEGER AS to_record,
      f2.file::INTEGER AS later_file, f2.record::INTEGER AS later_from, l2.record::INTEGER AS later_to
    FROM blocks b JOIN series f ON f.place = b.first JOIN series l ON l.place = b.last
    JOIN series f2 ON f2.place = b.first + distance JOIN series l2 ON l2.place = b.last + distance
    ORDER BY b.first, distance LIMIT 1000`)
  await engine.run('DROP TABLE windows')
  return found.map((row) => {
    const at = (key: string) => Number(row[key])
    return {
      earlier: { file: at('file'), first: at('from_record'), last: at('to_record') },
      later: { file: at('later_file'), first: at('later_from'), last: at('later_to') },
      rows: at('rows'),
    }
  })
}

/** SQL: for the last row of each window of so many rows, a number for their answers, their surprise, where they begin. */
function windowSql(length: number): string {
  let sql = 'SELECT place, file, answers, surprise AS bits, file AS from_file FROM series'
  let built = 1
  while (built < length) {
    // Two windows beside each other, or overlapping for the last step.
    const step = Math.min(built, length - built)
    sql = `SELECT place, file, hash(answers, lag(answers, ${step}) OVER (ORDER BY place)) AS answers, bits, lag(from_file, ${step}) OVER (ORDER BY place) AS from_file FROM (${sql})`
    built += step
  }
  const bits = `sum(surprise) OVER (ORDER BY place ROWS ${length - 1} PRECEDING)`
  return `SELECT w.place, w.file, w.answers, w.from_file, s.bits FROM (${sql}) w JOIN (SELECT place, ${bits} AS bits FROM series) s USING (place)`
}
