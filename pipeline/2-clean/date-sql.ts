import { literals } from '../engine/index.ts'

/** Which of the first two numbers of a written date is its day. */
export type DateOrder = 'day first' | 'month first'

/**
 * SQL: a cell as a TIMESTAMP, NULL where it is none. Exports write dates in several notations, sometimes
 * in one file; the year first is always understood, the order of day and month is given.
 */
export function dateSql(cell: string, order: DateOrder): string {
  const dates = ['/', '-', '.'].flatMap((mark) => {
    const date = (order === 'day first' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y']).join(mark)
    return [date, date.replace('%Y', '%y')]
  })
  const formats = dates.flatMap((date) => [
    ...[`${date} %H:%M:%S`, `${date} %H:%M`, date],
    ...[`${date} %I:%M:%S %p`, `${date} %I:%M %p`],
  ])
  return `coalesce(try_cast(${cell} AS TIMESTAMP), try_cast(left(${cell}, 19) AS TIMESTAMP),
    try_strptime(trim(${cell}), [${literals(formats)}]))`
}
