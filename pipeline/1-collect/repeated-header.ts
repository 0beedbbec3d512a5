import { literal } from '../engine/index.ts'

/**
 * SQL over raw columns (NULL is blank) that is true for a row that repeats one of the header records: every
 * cell that has a heading holds that heading, but for white space around it. Such rows come from files
 * pasted one under the other. Never NULL. A record with fewer than two headings decides nothing, because
 * an answer may be one word too; undefined where no record decides.
 *
 * `header` are the records before the first response, `columns` the SQL identifiers of their cells.
 */
export function repeatedHeaderSql(
  header: readonly (readonly string[])[],
  columns: readonly string[],
): string | undefined {
  const conditions = header.map((record) => repeats(record, columns)).filter((sql) => sql !== undefined)
  return conditions.length === 0 ? undefined : [...new Set(conditions)].join(' OR ')
}

function repeats(record: readonly string[], columns: readonly string[]): string | undefined {
  const cells = columns
    .map((column, index) => ({ column, heading: (record[index] ?? '').trim() }))
    .filter(({ heading }) => heading !== '')
  if (cells.length < 2) return undefined
  // The longest heading is the least likely answer. CASE, not AND: the engine computes all of an AND.
  const rarest = cells.reduce((best, cell) => (cell.heading.length > best.heading.length ? cell : best))
  const equal = cells.map(({ column, heading }) => `trim(${column}, ${BLANKS}) = ${literal(heading)}`)
  return `CASE WHEN contains(${rarest.column}, ${literal(rarest.heading)}) THEN coalesce(${equal.join(' AND ')}, false) ELSE false END`
}

/** What JavaScript's trim takes off; the engine's takes off spaces only unless told. */
const BLANKS = literal(' \t\n\v\f\r\u00a0\u2028\u2029\u202f\u3000\ufeff')
