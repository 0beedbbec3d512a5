import type { Cleaning } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'

/** A column of a file that may tell one person: its raw name, and its name in `again`. */
export interface Column {
  readonly column: string
  readonly name: string
  readonly kind: 'time' | 'words' | 'other'
}

/** What tells a person: SQL over `again` for its value, and whether a row holds it in a form that tells. */
export interface TellingMark {
  readonly value: string
  readonly holds: string
}

/** Words of a response, in characters, that nobody writes twice by chance; "I agree with all of it" is shorter. */
const LONG_WORDS = 100
/** Rows that must differ before a column can be seen to be another one in each. */
const ENOUGH_ROWS = 10
const NEARLY_ALL = 0.9

/**
 * Which columns of `again` tell people apart. `again` has a row a response: `_whole`, a number for the row as
 * received; `twice`, whether another row is like it; and for each column its cell as a number, the length of its
 * text, and the seconds of its time.
 *
 * A time tells where it is written to the second, and where the column shows no sign of rows sent in together or
 * so many that people meet within a second: more seconds must be shared by rows that are alike than by rows that
 * differ. Another column tells where nearly every row that differs has another value. Words tell where they are
 * long; campaigns give many people the same words, but not the same answers, so that whoever looks at the values
 * must see that all rows that hold them are alike.
 */
export async function marksOf(
  engine: Engine,
  keep: Cleaning['keep'],
  columns: readonly Column[],
): Promise<readonly TellingMark[]> {
  const marks: TellingMark[] = []
  for (const { name, kind } of columns) {
    if (kind === 'words') continue
    if (await areTimes(engine, name)) marks.push({ value: name, holds: `${name}_second IS NOT NULL` })
    else if (kind === 'other' && keep !== 'all' && (await isEachOnesOwn(engine, name)))
      marks.push({ value: name, holds: 'true' })
  }
  const words = columns.filter(({ kind }) => kind === 'words')
  if (keep === 'all' || words.length === 0) return marks
  const length = words.map(({ name }) => `${name}_length`).join(' + ')
  return [
    ...marks,
    { value: `hash(${words.map(({ name }) => name).join(', ')})`, holds: `${length} >= ${LONG_WORDS}` },
  ]
}

async function areTimes(engine: Engine, name: string): Promise<boolean> {
  const [row] = await engine.rows(`WITH seconds AS (
      SELECT any_value(${name}_second) AS second, min(_whole) <> max(_whole) AS shared,
        bool_or(twice) AS copied FROM again WHERE ${name} IS NOT NULL GROUP BY ${name})
    SELECT count(*)::INTEGER AS different, count(second)::INTEGER AS times,
      (count(*) FILTER (WHERE second > 0))::INTEGER AS within,
      (count(*) FILTER (WHERE shared))::INTEGER AS shared,
      (count(*) FILTER (WHERE copied AND NOT shared))::INTEGER AS copied FROM seconds`)
  const count = (key: string) => Number(row?.[key])
  // A minute written with `:00` is no time to the second.
  const toTheSecond =
    count('times') >= NEARLY_ALL * count('different') && 2 * count('within') > count('times')
  return count('different') > 0 && toTheSecond && count('copied') >= count('shared')
}

async function isEachOnesOwn(engine: Engine, name: string): Promise<boolean> {
  const [row] = await engine.rows(`SELECT count(DISTINCT ${name})::INTEGER AS own,
    count(DISTINCT _whole)::INTEGER AS rows FROM again WHERE ${name} IS NOT NULL`)
  const rows = Number(row?.['rows'])
  return rows >= ENOUGH_ROWS && Number(row?.['own']) >= NEARLY_ALL * rows
}
