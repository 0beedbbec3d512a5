import type { ReleasedFigure, ReleasedTables, Table } from '../../artefacts.ts'
import {
  type CodedQuestion,
  codedQuestions,
  type Definition,
  type TextTheme,
  themeId,
} from '../../definition/index.ts'
import { ranksInWords, shareInWords, timesInWords } from '../../words-of-size.ts'
import { plainFigure } from '../figure.ts'

/** A theme in one population: what was released of it, and the same in words. */
export interface ThemeRow {
  readonly question: CodedQuestion
  readonly theme: TextTheme
  readonly table: string
  readonly population: string
  readonly populationTitle: string
  readonly count: string
  readonly percent: string
  readonly status: string
  readonly base: string
  readonly share: string
  readonly rank: string
  readonly compared: string
}

/** Every theme by population, from the released tables of themes alone: words say no more than figures do. */
export const themeRows = (definition: Definition, { tables }: ReleasedTables): readonly ThemeRow[] =>
  codedQuestions(definition).flatMap((question) => {
    const table = tables.find(({ id }) => id === themeId(question.id))
    if (table === undefined) return []
    const populations = [...new Set(table.columns.map(({ population }) => population))]
    return populations.flatMap((population) => rowsOf(definition, question, table, population))
  })

interface Size {
  readonly of: number
  readonly among: number
}

function rowsOf(
  definition: Definition,
  question: CodedQuestion,
  table: Table<ReleasedFigure>,
  population: string,
): readonly ThemeRow[] {
  const at = (statistic: string) =>
    table.columns.findIndex((column) => column.population === population && column.statistic === statistic)
  const column = table.columns[at('percent')]
  const cell = (row: number, statistic: string) => table.rows[row]?.cells[at(statistic)]
  const weighted = definition.weighting !== undefined
  // Of weighted figures the percentage is what counts, in its own digits.
  const scale = 10 ** (column?.decimals ?? 0)
  const sizes = question.themes.map((_, row): Size | undefined => {
    const figure = cell(row, weighted ? 'percent' : 'count')
    if (figure === undefined || figure.value === null) return undefined
    if (weighted) return { of: Math.round(figure.value * scale), among: 100 * scale }
    return column?.base == null ? undefined : { of: Math.min(figure.value, column.base), among: column.base }
  })
  const main = question.themes.map(({ parent }, row) => (parent === undefined ? sizes[row] : undefined))
  const ranks = ranked(main)
  const plain = (row: number, statistic: string) => {
    const figure = cell(row, statistic)
    return figure === undefined ? '' : plainFigure(figure, table.columns[at(statistic)]?.decimals ?? 0)
  }
  return question.themes.map((theme, row) => {
    const size = sizes[row]
    return {
      ...{ question, theme, table: table.id, population, populationTitle: column?.title ?? population },
      count: plain(row, 'count'),
      percent: plain(row, 'percent'),
      status: cell(row, 'percent')?.status ?? '',
      base: column?.base == null ? '' : String(column.base),
      share: size === undefined ? '' : shareInWords(size.of, size.among),
      rank: ranks[row] ?? '',
      compared: size === undefined ? '' : compared(question.themes, theme, size, sizes),
    }
  })
}

/** Places in words, only where the size of every theme was released: one that is hidden might be the first. */
function ranked(sizes: readonly (Size | undefined)[]): readonly string[] {
  const places = [...sizes.entries()].flatMap(([index, size]) =>
    size === undefined ? [] : [{ index, size }],
  )
  const words = ranksInWords(places.map(({ size }) => size.of))
  return sizes.map((_, index) => words[places.findIndex((place) => place.index === index)] ?? '')
}

/** "almost four times as many as ..." beside the theme that says the contrary; blank for the smaller one. */
function compared(
  themes: readonly TextTheme[],
  { code, opposite }: TextTheme,
  { of }: Size,
  sizes: readonly (Size | undefined)[],
): string {
  const other = themes.findIndex((theme) => theme.code === opposite || theme.opposite === code)
  const contrary = sizes[other]
  const theme = themes[other]
  if (theme === undefined || contrary === undefined || contrary.of === 0 || of <= contrary.of) return ''
  return `${timesInWords(of, contrary.of)} as \u201c${theme.label}\u201d`
}
