import { identifier, literal, literals } from '../engine/index.ts'

/** How a file writes what is no answer, and characters that it writes otherwise. */
export interface CellConventions {
  readonly missing: readonly string[]
  readonly escapes: readonly (readonly [string, string])[]
}

/** Every Unicode blank and line break, and the invisible marks that exports carry along. */
const BLANKS = '[\\s\\x0b\\x85\\p{Z}\\x{200b}\\x{feff}]+'

/** SQL: a cell on one line, NULL where it says nothing. */
export function cellText(column: string, { missing, escapes }: CellConventions): string {
  const plain = escapes.reduce(
    (sql, [written, meant]) => `replace(${sql}, ${literal(written)}, ${literal(meant)})`,
    column,
  )
  // Nearly all cells are plain, and cost no more than a glance.
  const line = `CASE WHEN regexp_matches(${plain}, ${literal('[^!-~ ]|  |^ | $')})
    THEN trim(regexp_replace(${plain}, ${literal(BLANKS)}, ' ', 'g')) ELSE ${plain} END`
  const text = `nullif(${line}, '')`
  if (missing.length === 0) return text
  return `CASE WHEN list_contains([${literals(missing)}], ${line}) THEN NULL ELSE ${text} END`
}

/** SQL: the form under which two texts are the same but for capitals. */
export const textKey = (text: string): string => `lower(${text})`

/**
 * SQL that adds the different texts of columns to `cells`: column, text as most rows write it, key, how many
 * rows hold it, and the first that does. Cells are gathered as they stand before each text is looked at.
 */
export function distinctCellsSql(
  relation: string,
  cells: string,
  columns: readonly number[],
  conventions: CellConventions,
): string {
  const selects = columns.map((column) => {
    const cell = `c${column}`
    const texts = `SELECT ${cellText('cell', conventions)} AS text, n, first
      FROM (SELECT ${cell} AS cell, count(*) AS n, min(rowid) AS first FROM ${identifier(relation)}
        WHERE ${cell} IS NOT NULL GROUP BY cell)`
    return `SELECT ${column} AS col, max_by(text, (n, text)) AS text, ${textKey('text')} AS key,
      sum(n)::BIGINT AS n, min(first) AS first FROM (${texts}) WHERE text IS NOT NULL GROUP BY key`
  })
  return `INSERT INTO ${identifier(cells)} ${selects.join('\nUNION ALL\n')}`
}
