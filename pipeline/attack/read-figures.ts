import { parse } from 'csv-parse/sync'
import type { PublishedFigure } from './published.ts'

/** Columns that a file of figures must have; others are passed over. */
export const FIGURE_COLUMNS = ['table', 'population', 'row', 'statistic', 'value', 'base'] as const

/** Figures from the text of a CSV with the columns of `data/tables.csv`; the columns that are missing if not. */
export function readFigures(
  text: string,
): { readonly figures: readonly PublishedFigure[] } | { readonly missing: readonly string[] } {
  const records: readonly Readonly<Record<string, string>>[] = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  })
  const [first = {}] = records
  const missing = FIGURE_COLUMNS.filter((name) => !Object.hasOwn(first, name))
  if (missing.length > 0) return { missing }
  return {
    figures: records.map((record) => ({
      table: record['table'] ?? '',
      population: record['population'] ?? '',
      row: record['row'] ?? '',
      statistic: record['statistic'] ?? '',
      value: record['value'] ?? '',
      status: record['status'] ?? '',
      base: record['base'] ?? '',
    })),
  }
}
