import { parse } from 'csv-parse/sync'
import type { PublishedFigure } from './published.ts'

/** Columns that a file of figures must have; others are passed over. */
export const FIGURE_COLUMNS = ['table', 'population', 'row', 'statistic', 'value', 'base'] as const

/**
 * Figures from the text of a CSV with the columns of `data/tables.csv`. `fault` says of a file that cannot be
 * read what is wrong with it, in words that follow its name; never what its cells say.
 */
export function readFigures(
  text: string,
): { readonly figures: readonly PublishedFigure[] } | { readonly fault: string } {
  const lines = linesOf(text)
  if (lines === undefined)
    return { fault: 'is no CSV file: a quote is not closed, or a line has too many cells' }
  const [headings = [], ...rows] = lines
  const missing = FIGURE_COLUMNS.filter((name) => !headings.includes(name))
  if (missing.length > 0) return { fault: `has no column ${missing.join(', ')}` }
  const place = new Map(headings.map((name, index) => [name, index]))
  const figures = rows.map((row): PublishedFigure => {
    const cell = (name: string): string => row[place.get(name) ?? row.length] ?? ''
    return {
      table: cell('table'),
      population: cell('population'),
      row: cell('row'),
      statistic: cell('statistic'),
      value: cell('value'),
      status: cell('status'),
      base: cell('base'),
    }
  })
  const odd = figures.findIndex((figure) => !isFigure(figure))
  if (odd < 0) return { figures }
  const wrong = isNumber(figures[odd]?.value ?? '') ? 'base is no whole number' : 'value is no number'
  return { fault: `cannot be read: of figure ${odd + 1} the ${wrong}` }
}

function linesOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { bom: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}

/** Counts and percentages are numbers of whole bases; other statistics are not read. */
const isFigure = ({ statistic, value, base }: PublishedFigure): boolean =>
  !['count', 'percent'].includes(statistic) || (isNumber(value) && (base === '' || /^\d+$/.test(base)))

const isNumber = (value: string): boolean => value === '' || /^-?\d+(\.\d+)?$/.test(value)
