import { toCsv } from '../csv.ts'
import { categoryField, type FieldDescriptor, type TableSchema } from '../data-package/index.ts'
import { STATUS_MEANINGS, STATUSES } from '../marks.ts'
import type { WorkbookTable } from '../workbook/index.ts'
import { HARMLESS, harmless } from './harmless.ts'
import type { ThemeRow } from './theme-rows.ts'

/** Columns of `data/themes.csv`, in order. */
const COLUMNS = [
  ...['question', 'question_text', 'theme', 'theme_title', 'part_of', 'meaning', 'table', 'population'],
  ...['count', 'percent', 'status', 'base', 'share_in_words', 'rank_in_words', 'compared_in_words'],
] as const

/** The code frame with what was found, a theme and population a line. */
export const themesCsv = (rows: readonly ThemeRow[]): string =>
  toCsv(
    COLUMNS,
    rows.map((row) =>
      [
        ...[row.question.id, row.question.text, row.theme.code, row.theme.label, row.theme.parent ?? ''],
        ...[row.theme.meaning, row.table, row.population, row.count, row.percent, row.status, row.base],
        ...[row.share, row.rank, row.compared],
      ].map(harmless),
    ),
  )

const text = (name: string, title: string, required = true): FieldDescriptor => ({
  name,
  title,
  type: 'string',
  ...(required ? { constraints: { required } } : {}),
})

export const themesSchema = (): Omit<TableSchema, '$schema'> => ({
  fields: [
    text('question', 'Identifier of the open question'),
    text('question_text', 'Its wording'),
    text('theme', 'Code of the theme'),
    text('theme_title', 'Title of the theme, as in its table'),
    text('part_of', 'Code of the theme that it is a part of; blank for a theme of its own', false),
    text('meaning', 'What an answer says that belongs to it'),
    text('table', 'The table of these themes'),
    text('population', 'Who is counted'),
    { name: 'count', title: 'How many mention it', type: 'integer' },
    { name: 'percent', title: 'Their share of those whose answers were coded', type: 'number' },
    categoryField(
      { name: 'status', title: 'Why there is no percentage, or one to be read with care (u)' },
      STATUSES.map((value) => ({ value, label: STATUS_MEANINGS[value] })),
      false,
    ),
    { name: 'base', title: 'How many answers were coded', type: 'integer' },
    text('share_in_words', 'The share as words of size', false),
    text('rank_in_words', 'Its place among the themes, for the first two', false),
    text('compared_in_words', 'How it compares with the theme that says the contrary', false),
  ],
  missingValues: [''],
  primaryKey: ['question', 'theme', 'population'],
})

export const THEMES_DESCRIPTION = `The code frame by which people coded answers in respondents\u2019 own words, and how many mention each theme, one line a theme and population. Words of size are made from the same figures by fixed rules. ${HARMLESS}`

/** What themes mean and how common they are, in words; none where nothing was coded. */
export function themesSheet(rows: readonly ThemeRow[]): readonly WorkbookTable[] {
  if (rows.length === 0) return []
  const headers = ['Question', 'Theme', 'Meaning', 'Who', 'In words']
  return [
    {
      id: 'themes',
      title: 'Themes of answers in respondents\u2019 own words',
      lines: [
        'People read the answers and coded them to these themes. The figures are in the tables of themes.',
      ],
      columns: headers.map((header) => ({ header, kind: 'text' as const })),
      rows: rows.map((row) => [
        row.question.text,
        row.theme.label,
        row.theme.meaning,
        row.populationTitle,
        [row.share, row.rank, row.compared].filter((words) => words !== '').join('; ') || '\u2013',
      ]),
    },
  ]
}
