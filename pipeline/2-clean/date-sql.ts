import { literal, literals } from '../engine/index.ts'

/** Which of the first two numbers of a written date is its day. */
export type DateOrder = 'day first' | 'month first'

/**
 * SQL: a cell as a TIMESTAMP where it has the year first, all four digits of it; else NULL. Left alone the
 * engine takes the fourth of March 2024, written 04/03/24, for a day of the year 4.
 */
export function yearFirstSql(cell: string): string {
  const time = `try_cast(${cell} AS TIMESTAMP)`
  return `CASE WHEN ${time} BETWEEN TIMESTAMP '1000-01-01' AND TIMESTAMP '9999-12-31' THEN ${time} END`
}

/**
 * SQL: a cell as a TIMESTAMP, NULL where it is none. Exports write dates in several notations, sometimes
 * in one file; the year first is always understood, the order of day and month is given.
 */
export function dateSql(cell: string, order: DateOrder): string {
  const text = `trim(${cell})`
  // Each format that does not fit costs; a mark in the cell tells which ones may.
  const parsed = MARKS.map(
    (mark) =>
      `WHEN contains(${cell}, ${literal(mark)}) THEN CASE WHEN contains(${cell}, ':')
        THEN try_strptime(${text}, [${literals(withTimes(dateFormats(mark, order)))}])
        ELSE try_strptime(${text}, [${literals(dateFormats(mark, order))}]) END`,
  )
  const yearFirst = `coalesce(${yearFirstSql(cell)}, ${yearFirstSql(`left(${cell}, 19)`)})`
  return `CASE WHEN regexp_matches(${cell}, '^\\s*[0-9]{4}') THEN ${yearFirst}
    ${parsed.join('\n    ')} ELSE ${yearFirst} END`
}

const MARKS = ['/', '.', '-']

/** Years of two digits first: %Y would take them for years of the Romans. */
const dateFormats = (mark: string, order: DateOrder): readonly string[] =>
  ['%y', '%Y'].map((year) => [...(order === 'day first' ? ['%d', '%m'] : ['%m', '%d']), year].join(mark))

const withTimes = (dates: readonly string[]): readonly string[] =>
  dates.flatMap((date) => TIMES.map((time) => `${date} ${time}`))

const TIMES = ['%H:%M:%S', '%H:%M', '%I:%M:%S %p', '%I:%M %p']
