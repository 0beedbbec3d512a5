import { type Engine, identifier, type Row } from '../engine/index.ts'
import { type CellConventions, distinctCellsSql } from './cells-sql.ts'
import {
  type CellValue,
  type ColumnProfile,
  type DateNotation,
  type DatesProfile,
  type ExportColumn,
  MOST_VALUES,
  QUANTILES,
} from './profile.ts'
import { profileParts } from './profile-parts.ts'
import { DATE_COLUMNS, quantilesSql, statisticsSql } from './statistics-sql.ts'

export interface ExportConventions extends CellConventions {
  /** Between several answers in one cell, where the platform has its own. */
  readonly separator?: string
}

/** Columns whose texts are gathered by one statement: the parser's patience is finite. */
const AT_ONCE = 50

/**
 * Profiles the columns of `relation` (VARCHAR columns c0, c1..., NULL or blank where a cell is), in the order
 * of `columns`. The different texts of each column are gathered once into a table of the engine, and
 * everything else is counted over those; only figures and texts that many rows share come out.
 */
export async function profileColumns(
  engine: Engine,
  relation: string,
  columns: readonly ExportColumn[],
  conventions: ExportConventions,
): Promise<readonly ColumnProfile[]> {
  const cells = `${relation}_cells`
  await engine.run(`CREATE OR REPLACE TABLE ${identifier(cells)}
    (col INTEGER, text VARCHAR, key VARCHAR, n BIGINT, first BIGINT)`)
  const all = [...columns.keys()]
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await engine.run(distinctCellsSql(relation, cells, all.slice(start, start + AT_ONCE), conventions))
  }
  const [rows] = await engine.rows(`SELECT count(*)::DOUBLE AS rows FROM ${identifier(relation)}`)
  const statistics = byColumn(await engine.rows(statisticsSql(cells)))
  const quantiles = byColumn(await engine.rows(quantilesSql(cells)))
  const values = await valuesOf(engine, cells)
  const samples = await samplesOf(engine, cells)
  const parts = await profileParts(engine, cells, conventions.separator)
  await engine.run(`DROP TABLE ${identifier(cells)}`)
  return columns.map((column, index) => ({
    ...column,
    index,
    rows: number(rows, 'rows'),
    ...figures(statistics.get(index)),
    values: values.get(index) ?? [],
    sample: samples.get(index) ?? [],
    quantiles: quantiles.has(index)
      ? QUANTILES.map((_, position) => number(quantiles.get(index), `q${position}`))
      : [],
    parts: parts.get(index) ?? [],
  }))
}

function figures(row: Row | undefined) {
  const limit = (name: string) => (typeof row?.[name] === 'number' ? Number(row[name]) : undefined)
  const [minimum, maximum] = [limit('minimum'), limit('maximum')]
  return {
    filled: number(row, 'filled'),
    distinct: number(row, 'distinct'),
    repeated: number(row, 'repeated'),
    longest: number(row, 'longest'),
    meanLength: number(row, 'mean_length'),
    meanWords: number(row, 'mean_words'),
    numbers: number(row, 'numbers'),
    whole: number(row, 'whole'),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    emails: number(row, 'emails'),
    phones: number(row, 'phones'),
    postcodes: number(row, 'postcodes'),
    networkAddresses: number(row, 'network_addresses'),
    webAddresses: number(row, 'web_addresses'),
    codes: number(row, 'codes'),
    eitherOrder: number(row, 'either_order'),
    dates: {
      'day first': datesOf(row, 'day first'),
      'month first': datesOf(row, 'month first'),
      'year first': datesOf(row, 'year first'),
    },
  }
}

function datesOf(row: Row | undefined, notation: DateNotation): DatesProfile {
  const name = DATE_COLUMNS[notation]
  const [first, last] = [row?.[`${name}_from`], row?.[`${name}_to`]]
  return {
    cells: number(row, name),
    ...(typeof first === 'string' ? { first } : {}),
    ...(typeof last === 'string' ? { last } : {}),
  }
}

type Texts = ReadonlyMap<number, readonly CellValue[]>

/** The texts of columns that have few of them. */
const valuesOf = async (engine: Engine, cells: string): Promise<Texts> =>
  textsOf(
    await engine.rows(`SELECT col::INTEGER AS col, text, n::DOUBLE AS n, first::DOUBLE AS first
    FROM ${identifier(cells)} QUALIFY count(*) OVER (PARTITION BY col) <= ${MOST_VALUES}
    ORDER BY col, n DESC, text`),
  )

/** Longer texts are no street, postcode or job. */
const LONGEST_SAMPLE = 64

/** Some of the short texts of columns that have many: the most frequent, then by code unit. */
const samplesOf = async (engine: Engine, cells: string): Promise<Texts> =>
  textsOf(
    await engine.rows(`WITH many AS (SELECT col FROM ${identifier(cells)} GROUP BY col
      HAVING count(*) > ${MOST_VALUES} AND avg(length(text)) <= ${LONGEST_SAMPLE})
    SELECT col::INTEGER AS col, text, n::DOUBLE AS n, first::DOUBLE AS first
    FROM ${identifier(cells)} SEMI JOIN many USING (col) WHERE length(text) <= ${LONGEST_SAMPLE}
    QUALIFY row_number() OVER (PARTITION BY col ORDER BY n DESC, text) <= ${MOST_VALUES}
    ORDER BY col, n DESC, text`),
  )

function textsOf(rows: readonly Row[]): Texts {
  const values = new Map<number, CellValue[]>()
  for (const row of rows) {
    const column = number(row, 'col')
    const value = { text: String(row['text']), count: number(row, 'n'), first: number(row, 'first') }
    values.set(column, [...(values.get(column) ?? []), value])
  }
  return values
}

const byColumn = (rows: readonly Row[]): ReadonlyMap<number, Row> =>
  new Map(rows.map((row) => [number(row, 'col'), row]))

const number = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0)
