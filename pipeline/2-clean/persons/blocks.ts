import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { countingRows, type ResponseFile } from './files.ts'
import { findRepeatedBlocks, type RepeatedBlock } from './find-blocks.ts'
import { SAME_ROW, setAsideRows } from './set-aside-rows.ts'

/** Blocks that are worth naming one by one. */
const MOST_NAMED = 5

/**
 * Blocks of rows that recur in their order though nothing in a row tells people apart: an export pasted twice, or
 * rows that somebody made. A whole export that stands there again (a file, or what lies between two rows of
 * headings), alike in every column, counts once. Of other blocks nobody can say whether they are copies: a warning
 * names them. `alike` holds the contents that stand there more than once.
 */
export async function settleRepeatedBlocks(
  engine: Engine,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const blocks = await findRepeatedBlocks(engine, files)
  const open: RepeatedBlock[] = []
  for (const block of blocks) {
    if (await isWholeExport(engine, files, block)) await setAsideBlock(engine, files, block)
    else open.push(block)
  }
  const more = open.length - MOST_NAMED
  return open
    .slice(0, MOST_NAMED)
    .map((block, index) => again(files, block, index === MOST_NAMED - 1 && more > 0 ? more : 0))
}

/** Whether the later block is all that a file holds, or all between rows of headings, alike in every column. */
async function isWholeExport(
  engine: Engine,
  files: readonly ResponseFile[],
  { earlier, later, rows }: RepeatedBlock,
): Promise<boolean> {
  const [first, second] = [files[earlier.file], files[later.file]]
  if (first === undefined || second === undefined || first.plan.channel !== second.plan.channel) return false
  const isPart = earlier.file === later.file
  const headings = `reason = 'headings repeated among the rows'`
  const [row] = await engine.rows(`WITH marks AS (
      SELECT coalesce(max(record) FILTER (WHERE record < ${later.first}), -1) AS start,
        coalesce(min(record) FILTER (WHERE record > ${later.last}), 9e15) AS stop
      FROM ${second.matched} WHERE ${headings})
    SELECT (SELECT start FROM marks)::DOUBLE AS start,
      (SELECT count(*) FROM ${second.matched}, marks WHERE reason IS NULL AND record > start AND record < stop)::INTEGER AS rows`)
  if (Number(row?.['rows']) !== rows || (isPart && Number(row?.['start']) < 0)) return false
  const wholes = ({ matched }: ResponseFile, { first: from, last }: RepeatedBlock['later']) =>
    `SELECT _whole, row_number() OVER (ORDER BY record) AS place FROM ${matched}
      WHERE reason IS NULL AND record BETWEEN ${from} AND ${last}`
  const [unlike] = await engine.rows(`SELECT count(*)::INTEGER AS rows FROM (${wholes(first, earlier)}) a
    JOIN (${wholes(second, later)}) b USING (place) WHERE a._whole <> b._whole`)
  return Number(unlike?.['rows']) === 0
}

async function setAsideBlock(
  engine: Engine,
  files: readonly ResponseFile[],
  { later }: RepeatedBlock,
): Promise<void> {
  const inside = countingRows(
    files,
    'true AS inside',
    () => `m.record BETWEEN ${later.first} AND ${later.last}`,
  )
  await engine.run(
    `CREATE TEMP TABLE pasted AS SELECT file, record FROM (${inside}) WHERE file = ${later.file}`,
  )
  await setAsideRows(engine, files, 'pasted', SAME_ROW)
}

function again(files: readonly ResponseFile[], { earlier, later, rows }: RepeatedBlock, more: number): Issue {
  const range = ({ file, first, last }: RepeatedBlock['later']) => {
    const start = files[file]?.source.firstRow ?? 0
    return { file: files[file]?.source.file ?? '', first: first + start, last: last + start }
  }
  const [before, after] = [range(earlier), range(later)]
  const there = before.file === after.file ? 'of this file' : `of ${before.file}`
  const others = more === 0 ? '' : ` There are ${more} more such blocks.`
  return {
    code: 'clean/repeated-block',
    severity: 'warning',
    concern: 'data',
    message: `Rows ${after.first} to ${after.last} give the same answers in the same order as rows ${before.first} to ${before.last} ${there} (${rows} responses). All of them are counted.${others}`,
    advice:
      'If rows were pasted twice, delete the copies. Export the file with the number of the response, and copies are found by themselves.',
    file: after.file,
    row: after.first,
  }
}
