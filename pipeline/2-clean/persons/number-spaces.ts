import type { Engine } from '../../engine/index.ts'
import type { ResponseFile } from './files.ts'

/** Of the numbers that two files share, how many must stand for the same answers in both. */
const SAME_IN_BOTH = 0.9

/**
 * Which files count their responses together: the number of such a group for each file, in their order. A short
 * number alone says nothing across files, for each file may count from 1. Two files of one channel belong
 * together where nearly all numbers that they share go with the same answers, sender and time: an early and a late
 * export of one survey. `numbered` holds rows (file, record, number, _content, _sender) of numbers seen twice.
 */
export async function fileSpaces(engine: Engine, files: readonly ResponseFile[]): Promise<readonly number[]> {
  const spaces = files.map((_, index) => index)
  if (files.length === 1) return spaces
  const pairs = await engine.rows(`WITH seen AS (
      SELECT file, number, min(hash(_content, _sender)) AS least, max(hash(_content, _sender)) AS most FROM numbered GROUP BY file, number)
    SELECT a.file AS first, b.file AS second, count(*)::INTEGER AS shared,
      (count(*) FILTER (WHERE a.least = b.least OR a.most = b.most))::INTEGER AS same
    FROM seen a JOIN seen b USING (number) WHERE a.file < b.file GROUP BY ALL ORDER BY first, second`)
  for (const row of pairs) {
    const [first, second] = [Number(row['first']), Number(row['second'])]
    if (files[first]?.plan.channel !== files[second]?.plan.channel) continue
    if (Number(row['same']) < SAME_IN_BOTH * Number(row['shared'])) continue
    const [from, to] = [spaces[second], spaces[first]]
    if (to === undefined) continue
    for (const [file, space] of spaces.entries()) if (space === from) spaces[file] = to
  }
  return spaces
}
