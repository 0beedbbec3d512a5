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
  // Each format that does not fit costs; marks in the cell and the length of the year tell which ones may.
  const parsed = (formats: readonly string[]) => `try_strptime(trim(${cell}), [${literals(formats)}])`
  const byMark = MARKS.map((mark) => {
    const [short, long] = YEARS.map((year) => {
      const date = [...(order === 'day first' ? ['%d', '%m'] : ['%m', '%d']), year].join(mark)
      return `CASE WHEN contains(${cell}, ':') THEN ${parsed(TIMES.map((time) => `${date} ${time}`))}
        ELSE ${parsed([date])} END`
    })
    return `WHEN contains(${cell}, ${literal(mark)})
      THEN CASE WHEN regexp_matches(${cell}, '[0-9]{4}') THEN ${long} ELSE ${short} END`
  })
  const yearFirst = `coalesce(${yearFirstSql(cell)}, ${yearFirstSql(`left(${cell}, 19)`)})`
  return `CASE WHEN regexp_matches(${cell}, '^\\s*[0-9]{4}') THEN ${yearFirst}
    ${byMark.join('\n    ')} ELSE ${yearFirst} END`
}

const MARKS = ['/', '.', '-']

/** A year of two digits, and one of four: %Y would take the first for a year of the Romans. */
const YEARS = ['%y', '%Y']

const TIMES = ['%H:%M:%S', '%H:%M', '%I:%M:%S %p', '%I:%M %p']
