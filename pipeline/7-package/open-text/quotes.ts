import type { Quote } from '../../artefacts.ts'
import type { Definition, TextTheme } from '../../definition/index.ts'
import { toCsv } from '../csv.ts'
import type { FieldDescriptor, TableSchema } from '../data-package/index.ts'
import type { WorkbookTable } from '../workbook/index.ts'
import { HARMLESS, harmless } from './harmless.ts'

/** Columns of `data/quotes.csv`, in order. */
const COLUMNS = ['question', 'question_text', 'theme', 'theme_title', 'quote', 'attribution'] as const

/** What people said, a quote a line. */
export const quotesCsv = (definition: Definition, quotes: readonly Quote[]): string =>
  toCsv(
    COLUMNS,
    quotes.map((quote) => {
      const { text, theme } = named(definition, quote)
      return [quote.question, text, quote.theme ?? '', theme?.label ?? '', quote.text, quote.attribution].map(
        harmless,
      )
    }),
  )

const FIELDS: Readonly<Record<(typeof COLUMNS)[number], FieldDescriptor>> = {
  question: {
    name: 'question',
    title: 'Identifier of the question',
    type: 'string',
    constraints: { required: true },
  },
  question_text: {
    name: 'question_text',
    title: 'Its wording',
    type: 'string',
    constraints: { required: true },
  },
  theme: {
    name: 'theme',
    title: 'Code of the theme that the quote stands for; blank for none',
    type: 'string',
  },
  theme_title: { name: 'theme_title', title: 'Title of that theme', type: 'string' },
  quote: {
    name: 'quote',
    title: 'Words of an answer',
    description:
      'As they were written, misperceptions included. [...] stands where words were left out; other words in square brackets were put in: by the editor, or, such as [name], in place of words that could identify somebody.',
    type: 'string',
    constraints: { required: true },
  },
  attribution: {
    name: 'attribution',
    title: 'Who said so: a group, or an organisation that agreed to be named',
    type: 'string',
    constraints: { required: true },
  },
}

export const quotesSchema = (): Omit<TableSchema, '$schema'> => ({
  fields: COLUMNS.map((name) => FIELDS[name]),
  missingValues: [''],
})

export const QUOTES_DESCRIPTION = `One line a quote, by question and theme, and in no order that says anything of the responses. Quotes belong to no line of the responses. ${HARMLESS}`

/** The same as a worksheet; none where nothing is quoted. */
export function quotesSheet(definition: Definition, quotes: readonly Quote[]): readonly WorkbookTable[] {
  if (quotes.length === 0) return []
  const headers = ['Quote', 'Attribution', 'Theme', 'Question']
  return [
    {
      id: 'quotes',
      title: 'What people said',
      lines: [
        'Words of answers as they were written, misperceptions included. [...] stands where words were left out; other words in square brackets were put in.',
      ],
      columns: headers.map((header) => ({ header, kind: 'text' as const })),
      rows: quotes.map((quote) => {
        const { text, theme } = named(definition, quote)
        return [quote.text, quote.attribution, theme?.label ?? '\u2013', text].map(withoutReferences)
      }),
    },
  ]
}

/** Brackets of a quote that look like a reference to a note of the workbook. */
const withoutReferences = (text: string): string => text.replace(/\[note (?=\d+\])/g, '[note\u00a0')

function named(
  definition: Definition,
  quote: Quote,
): { readonly text: string; readonly theme: TextTheme | undefined } {
  const question = definition.questions.find(({ id }) => id === quote.question)
  const themes = question?.kind === 'open' ? (question.themes ?? []) : []
  return { text: question?.text ?? quote.question, theme: themes.find(({ code }) => code === quote.theme) }
}
