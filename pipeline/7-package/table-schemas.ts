import type { Reporting } from '../definition/index.ts'
import { categoryField, type FieldDescriptor, type TableSchema } from './data-package/index.ts'
import { printedMarks } from './figure.ts'
import { columnHeadings, rowHeading } from './headings.ts'
import { STATUS_MEANINGS, STATUSES } from './marks.ts'
import type { NamedTable } from './names.ts'
import { TIDY_COLUMNS, TIDY_KEY } from './tables.ts'

type Schema = Omit<TableSchema, '$schema'>

/** Table Schema of `data/tables.csv`. */
export const tidySchema = (): Schema => ({
  fields: TIDY_COLUMNS.map((name) => TIDY_FIELDS[name]),
  missingValues: [''],
  primaryKey: TIDY_KEY,
})

const required = { constraints: { required: true } } as const

const TIDY_FIELDS: Readonly<Record<(typeof TIDY_COLUMNS)[number], FieldDescriptor>> = {
  table: { name: 'table', title: 'Number or name of the table', type: 'string', ...required },
  title: {
    name: 'title',
    title: 'Title of the table: for a question, its wording',
    type: 'string',
    ...required,
  },
  population: { name: 'population', title: 'Who is counted', type: 'string', ...required },
  row: { name: 'row', title: 'Row of the table: an answer or a group', type: 'string', ...required },
  statistic: { name: 'statistic', title: 'What the value is', type: 'string', ...required },
  value: { name: 'value', title: 'The figure; blank where the status says why', type: 'number' },
  status: categoryField(
    { name: 'status', title: 'Why there is no value; blank where there is one' },
    STATUSES.map((value) => ({ value, label: STATUS_MEANINGS[value] })),
    false,
  ),
  base: { name: 'base', title: 'How many answered; blank for response rates', type: 'integer' },
  base_description: { name: 'base_description', title: 'Who was asked', type: 'string' },
}

/** Table Schema of a table as printed: its headings, numbers, and the marks that stand in their place. */
export function printedSchema({ table }: NamedTable, reporting: Reporting): Schema {
  const rows = rowHeading(table)
  return {
    fields: [
      { name: rows, type: 'string', constraints: { required: true, unique: true } },
      ...columnHeadings(table, ' ', false).map((name): FieldDescriptor => ({ name, type: 'number' })),
    ],
    missingValues: printedMarks(reporting),
    primaryKey: [rows],
  }
}
