import type { ReleasedTables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { licenceOf } from '../licences.ts'
import type { NotTested } from '../not-tested.ts'
import { citationOf } from './citing.ts'
import { baseLine, columnHeadings, rowHeading } from './headings.ts'
import { STATUS_MEANINGS, STATUSES, WORKBOOK_MARKS } from './marks.ts'
import { methodStatements } from './methods.ts'
import { openTextSheets } from './open-text/index.ts'
import { protectionParagraphs } from './protection.ts'
import { qualityStatements, refusalStatements, responseStatements, responsesCounted } from './statements.ts'
import { cellAt } from './tables.ts'
import { dateInWords, paragraphsOf, webAddress } from './words.ts'
import type { CoverSection, Workbook, WorkbookTable } from './workbook/index.ts'

type ReleasedTable = ReleasedTables['tables'][number]

/** The workbook of a release, as words and figures; `workbook/` knows how it looks. */
export function releaseWorkbook(
  definition: Definition,
  released: ReleasedTables,
  notTested: readonly NotTested[],
): Workbook {
  const { title, fieldwork, language, publisher, published, notes } = definition
  return {
    title,
    subtitle: `Fieldwork: ${dateInWords(fieldwork.start)} to ${dateInWords(fieldwork.end)}`,
    language,
    creator: publisher.name,
    ...(published === undefined ? {} : { created: `${published}T00:00:00Z` }),
    cover: cover(definition, released, notTested).filter(({ paragraphs }) => paragraphs.length > 0),
    shorthand: STATUSES.map((status) => ({
      mark: WORKBOOK_MARKS[status],
      meaning: STATUS_MEANINGS[status],
    })),
    notes,
    tables: [
      ...released.tables.map((table) => workbookTable(table)),
      ...openTextSheets(definition, released),
    ],
  }
}

function cover(
  definition: Definition,
  released: ReleasedTables,
  notTested: readonly NotTested[],
): readonly CoverSection[] {
  const { publisher, description, fieldwork, sources, version, published } = definition
  const { title, url, summary } = licenceOf(definition)
  return [
    { heading: 'About', paragraphs: description === definition.title ? [] : paragraphsOf(description) },
    {
      heading: 'Fieldwork',
      paragraphs: [
        `Responses were received from ${dateInWords(fieldwork.start)} to ${dateInWords(fieldwork.end)}. ${responsesCounted(released)}`,
        ...responseStatements(definition, released),
      ],
    },
    { heading: 'Source', paragraphs: sources.map((source) => linked(source.title, source.url)) },
    {
      heading: 'Publisher',
      paragraphs: [
        linked(publisher.name, publisher.url),
        ...(publisher.email === undefined
          ? []
          : [{ text: publisher.email, href: `mailto:${publisher.email}` }]),
        published === undefined
          ? `Version ${version}`
          : `Version ${version}, published ${dateInWords(published)}`,
      ],
    },
    { heading: 'Licence', paragraphs: [{ text: title, href: url }, summary, citationOf(definition)] },
    {
      heading: 'How the figures were made',
      paragraphs: [...methodStatements(definition), ...qualityStatements(released)],
    },
    {
      heading: 'How people are protected',
      paragraphs: protectionParagraphs(definition, released, notTested),
    },
    {
      heading: 'What was not released',
      paragraphs: refusalStatements(released),
    },
  ]
}

function linked(text: string, url: string | undefined): CoverSection['paragraphs'][number] {
  const href = webAddress(url)
  return href === undefined ? text : { text, href }
}

function workbookTable(table: ReleasedTable): WorkbookTable {
  const headings = columnHeadings(table, '\n', true)
  const base = baseLine(table)
  return {
    id: table.id,
    title: table.title,
    lines: [...(base === undefined ? [] : [base]), ...table.notes],
    columns: [
      { header: rowHeading(table), kind: 'text' },
      ...table.columns.map(({ decimals }, index) => ({
        header: headings[index] ?? '',
        kind: 'number' as const,
        decimals,
      })),
    ],
    rows: table.rows.map(({ label, cells }) => [
      label,
      ...table.columns.map((_, index) => {
        const { value, status } = cellAt(table, cells, index)
        return status === '' || status === 'u' ? value : WORKBOOK_MARKS[status]
      }),
    ]),
  }
}
