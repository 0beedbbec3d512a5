import { identifier, literal, literals } from '../engine/index.ts'
import { textKey } from './cells-sql.ts'
import { MOST_VALUES } from './profile.ts'

/** Stands for a separator that belongs to an answer; no export holds it. */
const KEPT = '\u0001'

/**
 * SQL: the parts of `text`. Answers of `whole`, which hold the separator themselves, are not taken apart; the
 * longest are found first.
 */
function partsOf(separator: string, whole: readonly string[]): string {
  return `list_filter(list_transform(${piecesOf(separator, whole)}, lambda part: trim(part)),
    lambda part: part <> '')`
}

/** SQL: the same with the blanks around them, and those of blanks alone. */
function piecesOf(separator: string, whole: readonly string[]): string {
  const kept = [...whole]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .reduce(
      (sql, answer) => `replace(${sql}, ${literal(answer)}, ${literal(answer.replaceAll(separator, KEPT))})`,
      'text',
    )
  const part = `replace(part, ${literal(KEPT)}, ${literal(separator)})`
  return `list_transform(string_split(${kept}, ${literal(separator)}), lambda part: ${part})`
}

const from = (cells: string, columns: readonly number[]): string =>
  `FROM ${identifier(cells)} WHERE col IN (${columns.join(', ')})`

/** SQL: for each column its cells with text, how many are different, and those that hold each of `separators`, as `s0`, `s1`... */
export const separatedSql = (cells: string, separators: readonly string[]): string =>
  `SELECT col::INTEGER AS col, sum(n)::DOUBLE AS filled, count(*)::DOUBLE AS distinct, ${separators
    .map(
      (separator, index) =>
        `coalesce(sum(n) FILTER (WHERE contains(text, ${literal(separator)})), 0)::DOUBLE AS s${index}`,
    )
    .join(', ')} FROM ${identifier(cells)} GROUP BY col ORDER BY col`

/** SQL: the most frequent parts of each column, how many different ones it has, and how many cells they explain. */
export function partsSql(
  cells: string,
  columns: readonly number[],
  separator: string,
  whole: readonly string[] = [],
): string {
  return `WITH split AS (SELECT col, key, n, first, ${partsOf(separator, whole)} AS parts ${from(cells, columns)}),
      pieces AS (SELECT DISTINCT col, key, n, first, part, ${textKey('part')} AS part_key
        FROM (SELECT col, key, n, first, unnest(parts) AS part FROM split)),
      counted AS (SELECT col, part_key, max_by(part, (n, part)) AS part, sum(n) AS cells, min(first) AS first
        FROM pieces GROUP BY col, part_key),
      whole_cells AS (SELECT p.col, p.key, any_value(p.n) AS n, bool_and(c.cells > 1) AS known, count(*) AS different
        FROM pieces p JOIN counted c ON p.col = c.col AND p.part_key = c.part_key GROUP BY p.col, p.key),
      explained AS (SELECT w.col, coalesce(sum(w.n) FILTER (WHERE known), 0)::DOUBLE AS explained,
        coalesce(sum(w.n) FILTER (WHERE known AND different = len(s.parts)), 0)::DOUBLE AS without_repeats
        FROM whole_cells w JOIN split s ON w.col = s.col AND w.key = s.key GROUP BY w.col)
    SELECT c.col::INTEGER AS col, part, cells::DOUBLE AS cells, first::DOUBLE AS first, explained, without_repeats,
      count(*) OVER (PARTITION BY c.col)::DOUBLE AS distinct,
      sum(cells) OVER (PARTITION BY c.col)::DOUBLE AS occurrences
    FROM counted c JOIN explained e ON c.col = e.col
    QUALIFY row_number() OVER (PARTITION BY c.col ORDER BY cells DESC, part) <= ${MOST_VALUES}
    ORDER BY col, cells DESC, part`
}

/** SQL: which part follows which, how most cells write the two, and in how many cells; of frequent parts only. */
export function neighboursSql(
  cells: string,
  column: number,
  separator: string,
  whole: readonly string[],
  parts: readonly string[],
): string {
  const pieces = `list_filter(${piecesOf(separator, whole)}, lambda part: trim(part) <> '')`
  return `WITH split AS (SELECT n, ${pieces} AS parts ${from(cells, [column])}),
      pairs AS (SELECT n, unnest(list_transform(range(1, len(parts) + 1), lambda i: {'part': trim(parts[i]),
        'next': trim(parts[i + 1]), 'joint': trim(parts[i] || ${literal(separator)} || parts[i + 1])}),
        recursive := true) FROM split),
      written AS (SELECT part, next, joint, sum(n) AS cells FROM pairs GROUP BY ALL)
    SELECT part, next, max_by(joint, (cells, joint)) AS joint, sum(cells)::DOUBLE AS cells FROM written
    WHERE list_contains([${literals(parts)}], part) GROUP BY part, next ORDER BY ALL`
}
