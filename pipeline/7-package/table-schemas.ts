import type { Reporting } from '../definition/index.ts'
import type { CodeList } from './code-lists.ts'
import { categoryField, type FieldDescriptor, type TableSchema } from './data-package/index.ts'
import { printedMarks } from './figure.ts'
import { columnHeadings, rowHeading } from './headings.ts'
import { STATUS_MEANINGS, STATUSES } from './marks.ts'
import type { NamedTable } from './names.ts'
import { TIDY_COLUMNS, TIDY_KEY } from './tables.ts'

type Schema = Omit<TableSchema, '$schema'>

/** Table Schema of `data/tables.csv`, with keys into the code lists of its columns. */
export const tidySchema = (lists: readonly CodeList[]): Schema => ({
  fields: TIDY_COLUMNS.map((name) => TIDY_FIELDS[name]),
  missingValues: [''],
  primaryKey: TIDY_KEY,
  ...foreignKeys(lists.flatMap((list) => (list.column === undefined ? [] : [{ field: list.column, list }]))),
})

/** Table Schema of a code list. */
export const codesSchema = ({ codes }: CodeList): Schema => ({
  fields: [
    {
      name: 'position',
      title: 'Place in the order of the list; serves as a number for the value',
      type: 'integer',
      constraints: { required: true, unique: true, minimum: 1 },
    },
    {
      name: 'value',
      title: 'Value as it stands in the data',
      type: 'string',
      constraints: { required: true, unique: true },
    },
    ...(codes.some(({ meaning }) => meaning !== undefined)
      ? [{ name: 'meaning', title: 'What it means', type: 'string' } as const]
      : []),
  ],
  missingValues: [''],
  primaryKey: ['value'],
})

/** Keys from columns to the values of their code lists; nothing where there are none. */
export const foreignKeys = (
  pairs: readonly { readonly field: string; readonly list: CodeList }[],
): Pick<Schema, 'foreignKeys'> =>
  pairs.length === 0
    ? {}
    : {
        foreignKeys: pairs.map(({ field, list }) => ({
          fields: [field],
          reference: { resource: codesResource(list), fields: ['value'] },
        })),
      }

export const codesResource = ({ name }: CodeList): string => `codes-${name}`

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
    { name: 'status', title: 'Why there is no value, or one to be read with care (u)' },
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
