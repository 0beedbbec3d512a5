import { identifier, literal } from '../engine/index.ts'
import { type DateNotation, QUANTILES } from './profile.ts'

/** SQL: a text as a number, as cleaning reads numbers; NULL where it is none. */
const NUMBER = `CASE WHEN length(text) <= 64 AND regexp_full_match(text, '[-+]?[0-9][0-9,]*([.][0-9]+)?([eE][-+]?[0-9]+)?|[-+]?[.][0-9]+')
  THEN coalesce(try_cast(text AS DOUBLE), try_cast(replace(text, ',', '') AS DOUBLE)) END`

const DAY_OR_MONTH = `^([0-9]{1,2})([/.-])([0-9]{1,2})([/.-])([0-9]{4}|[0-9]{2})(?:[ T,].*)?$`
const YEAR = `^([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?:[ T,].*)?$`

const day = (year: string, month: string, dayOfMonth: string): string =>
  `try_cast(concat(${year}, '-', lpad(${month}, 2, '0'), '-', lpad(${dayOfMonth}, 2, '0')) AS DATE)`
const century = "CASE WHEN length(p.y) = 2 THEN '20' || p.y ELSE p.y END"

/** Column of each notation in the results. */
export const DATE_COLUMNS: Readonly<Record<DateNotation, string>> = {
  'day first': 'day_first',
  'month first': 'month_first',
  'year first': 'year_first',
}

const DATES = `CASE WHEN p.m = p.o AND p.m <> '' THEN ${day(century, 'p.b', 'p.a')} END AS day_first,
  CASE WHEN p.m = p.o AND p.m <> '' THEN ${day(century, 'p.a', 'p.b')} END AS month_first,
  CASE WHEN q.a <> '' THEN ${day('q.a', 'q.b', 'q.c')} END AS year_first`

const full = (pattern: string): string =>
  `CASE WHEN ${SHORT} THEN regexp_full_match(text, ${literal(pattern)}, 'i') ELSE false END`

/** Longer texts are no numbers, dates or addresses; looking closely at each would take its time. */
const SHORT = 'length(text) <= 64'

/** What telling texts look like. */
const PATTERNS: Readonly<Record<string, string>> = {
  emails: `CASE WHEN contains(text, '@')
    THEN regexp_matches(text, '[^[:space:]@,;<>]+@[^[:space:]@,;<>]+[.][^[:space:]@,;<>]+') ELSE false END`,
  // Nine digits at least: dates have eight.
  phones: `(${full(`[+(]?0[0-9 ()-]{8,18}|[+(][0-9][0-9 ()-]{7,18}`)}
    AND length(regexp_replace(text, '[^0-9]', '', 'g')) >= 9)`,
  postcodes: full('[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}'),
  network_addresses: full(`([0-9]{1,3}[.]){3}[0-9]{1,3}|([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}`),
  web_addresses:
    "(starts_with(lower(text), 'http://') OR starts_with(lower(text), 'https://') OR starts_with(lower(text), 'www.'))",
  // One word with a digit in it: 7, A-12, R_3nqLk0, a UUID.
  codes: full('[A-Z0-9_.:/-]*[0-9][A-Z0-9_.:/-]*'),
}

/** SQL: one row of figures for each column of `cells`. */
export const statisticsSql = (cells: string): string => `
  WITH texts AS (SELECT *, ${NUMBER} AS number,
      regexp_extract(left(text, 64), ${literal(DAY_OR_MONTH)}, ['a', 'm', 'b', 'o', 'y']) AS p,
      regexp_extract(left(text, 64), ${literal(YEAR)}, ['a', 'b', 'c']) AS q FROM ${identifier(cells)}),
    dated AS (SELECT * EXCLUDE (p, q), ${DATES} FROM texts)
  SELECT col::INTEGER AS col, sum(n)::DOUBLE AS filled, count(*)::DOUBLE AS distinct,
    coalesce(sum(n) FILTER (WHERE n > 1), 0)::DOUBLE AS repeated,
    max(length(text))::DOUBLE AS longest, (sum(n * length(text)) / sum(n))::DOUBLE AS mean_length,
    (sum(n * len(string_split(text, ' '))) / sum(n))::DOUBLE AS mean_words,
    coalesce(sum(n) FILTER (WHERE isfinite(number)), 0)::DOUBLE AS numbers,
    coalesce(sum(n) FILTER (WHERE number = floor(number)), 0)::DOUBLE AS whole,
    min(number) FILTER (WHERE isfinite(number)) AS minimum, max(number) FILTER (WHERE isfinite(number)) AS maximum,
    ${Object.entries(PATTERNS)
      .map(([name, holds]) => `coalesce(sum(n) FILTER (WHERE ${holds}), 0)::DOUBLE AS ${name}`)
      .join(',\n    ')},
    coalesce(sum(n) FILTER (WHERE day_first IS NOT NULL AND month_first IS NOT NULL), 0)::DOUBLE AS either_order,
    ${Object.values(DATE_COLUMNS)
      .map(
        (name) => `coalesce(sum(n) FILTER (WHERE ${name} IS NOT NULL), 0)::DOUBLE AS ${name},
      min(${name})::VARCHAR AS ${name}_from, max(${name})::VARCHAR AS ${name}_to`,
      )
      .join(',\n    ')}
  FROM dated GROUP BY col ORDER BY col`

/** SQL: column, and its numbers at each of `QUANTILES`: the least that so many do not exceed. */
export const quantilesSql = (cells: string): string => `
  WITH numbers AS (SELECT col, n, ${NUMBER} AS number FROM ${identifier(cells)}),
    ranked AS (SELECT col, number, sum(n) OVER (PARTITION BY col ORDER BY number) AS upto,
      sum(n) OVER (PARTITION BY col) AS total FROM numbers WHERE isfinite(number))
  SELECT col::INTEGER AS col, ${QUANTILES.map(
    (at, index) => `min(number) FILTER (WHERE upto >= ${at} * total) AS q${index}`,
  ).join(', ')} FROM ranked GROUP BY col ORDER BY col`
