import { literals } from '../engine/index.ts'

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
  const dates = ['/', '-', '.'].flatMap((mark) => {
    const date = (order === 'day first' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y']).join(mark)
    // Years of two digits first: %Y would take them for years of the Romans.
    return [date.replace('%Y', '%y'), date]
  })
  const formats = dates.flatMap((date) => [
    ...[`${date} %H:%M:%S`, `${date} %H:%M`, date],
    ...[`${date} %I:%M:%S %p`, `${date} %I:%M %p`],
  ])
  return `coalesce(${yearFirstSql(cell)}, ${yearFirstSql(`left(${cell}, 19)`)},
    try_strptime(trim(${cell}), [${literals(formats)}]))`
}
