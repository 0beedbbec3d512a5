import { type Engine, identifier } from '../engine/index.ts'

/** In which order the dates of a column are written, or why nobody can say. Rows are records of the file. */
export type DateOrder =
  | { readonly order: 'day first' | 'month first' | 'year first' | 'none' }
  | { readonly ambiguous: true; readonly rows: readonly number[] }
  | {
      readonly contradictory: true
      readonly dayFirstRows: readonly number[]
      readonly monthFirstRows: readonly number[]
    }

/** How many rows are worth naming before the reader has understood. */
const MOST_ROWS = 20

/**
 * Decides from the dates themselves whether 03/04/2015 is in March or in April. `column` of `relation`
 * (VARCHAR, NULL is blank) holds d/m/y or m/d/y, with strokes, hyphens or stops, years of two or four
 * digits, a time after them or none. A first number above 12 proves that the day comes first, a second
 * one the month; ISO dates (year first) prove nothing and need no proof; what is no date in any order
 * does not count. Where no row proves anything and a row would be another day in the other order, the
 * column is ambiguous; where rows prove both, contradictory: the first 20 rows of each kind are named, as
 * `rowid` + `recordOffset`. Where both orders give the same days the answer is 'day first'; 'none' means no
 * dates at all.
 */
export async function dateOrder(
  engine: Engine,
  relation: string,
  column: string,
  recordOffset: number,
): Promise<DateOrder> {
  const [found] = await engine.rows(orderSql(relation, column))
  const rows = (name: string) => recordNumbers(found?.[name], recordOffset)
  const dayFirstRows = rows('day_first')
  const monthFirstRows = rows('month_first')
  if (dayFirstRows.length > 0 && monthFirstRows.length > 0) {
    return { contradictory: true, dayFirstRows, monthFirstRows }
  }
  if (dayFirstRows.length > 0) return { order: 'day first' }
  if (monthFirstRows.length > 0) return { order: 'month first' }
  const either = rows('either')
  if (either.length > 0) return { ambiguous: true, rows: either }
  if (found?.['same'] === true) return { order: 'day first' }
  return { order: found?.['year_first'] === true ? 'year first' : 'none' }
}

/** One pass: rows by what they prove. Numbers that no month or day can have prove nothing. */
function orderSql(relation: string, column: string): string {
  const cell = identifier(column)
  const first = (condition: string) => `to_json(min(row, ${MOST_ROWS}) FILTER (WHERE ${condition}))::VARCHAR`
  return `WITH parts AS (
      SELECT rowid AS row, regexp_extract(${cell}, '${DAY_OR_MONTH_FIRST}', ['a', 'mark', 'b', 'other']) AS part,
        regexp_matches(${cell}, '${YEAR_FIRST}') AS year_first
      FROM ${identifier(relation)} WHERE ${cell} IS NOT NULL),
    numbers AS (
      SELECT row, year_first, CASE WHEN part.mark = part.other THEN TRY_CAST(part.a AS TINYINT) END AS a,
        TRY_CAST(part.b AS TINYINT) AS b FROM parts)
    SELECT ${first('a BETWEEN 13 AND 31 AND b BETWEEN 1 AND 12')} AS day_first,
      ${first('b BETWEEN 13 AND 31 AND a BETWEEN 1 AND 12')} AS month_first,
      ${first('a BETWEEN 1 AND 12 AND b BETWEEN 1 AND 12 AND a <> b')} AS either,
      coalesce(bool_or(a BETWEEN 1 AND 12 AND a = b), false) AS same,
      coalesce(bool_or(year_first), false) AS year_first
    FROM numbers`
}

const TIME = '(?:[ T,].*)?'
const DAY_OR_MONTH_FIRST = String.raw`^\s*(\d{1,2})([/.-])(\d{1,2})([/.-])(?:\d{4}|\d{2})${TIME}$`
const YEAR_FIRST = String.raw`^\s*\d{4}[/.-]\d{1,2}[/.-]\d{1,2}${TIME}$`

/** A JSON list of row numbers, none where it is NULL. */
function recordNumbers(list: unknown, offset: number): readonly number[] {
  const rows: unknown = typeof list === 'string' ? JSON.parse(list) : []
  return Array.isArray(rows) ? rows.map((row) => Number(row) + offset) : []
}
