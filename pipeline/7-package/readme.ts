import type { Field, ReleasedTables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { licenceOf } from '../licences.ts'
import type { NotTested } from '../not-tested.ts'
import { citationOf } from './citing.ts'
import type { CodeList } from './code-lists.ts'
import { code, link, markdownTable, plainText } from './markdown.ts'
import { NOTHING_MEANINGS, printedMark, STATUS_MEANINGS, STATUSES } from './marks.ts'
import { methodStatements } from './methods.ts'
import type { NamedTable } from './names.ts'
import { openTextList } from './open-text/index.ts'
import { PATHS } from './paths.ts'
import { protectionParagraphs } from './protection.ts'
import { publishedFields } from './published-fields.ts'
import { readingInstructions } from './reading.ts'
import { missingIn } from './response-schema.ts'
import { qualityStatements, refusalStatements, responseStatements, responsesCounted } from './statements.ts'
import { dateInWords, webAddress } from './words.ts'

/** `README.md` of a release: for a person who opens the folder and knows nothing of it. */
export function releaseReadme(
  definition: Definition,
  released: ReleasedTables,
  tables: readonly NamedTable[],
  lists: readonly CodeList[],
  notTested: readonly NotTested[],
): string {
  const { title, description, notes, sources, methodology } = definition
  const fields = publishedFields(released)
  const section = (heading: string, paragraphs: readonly string[]): readonly string[] =>
    paragraphs.length === 0 ? [] : [`## ${heading}`, ...paragraphs]
  const blocks = [
    `# ${plainText(title)}`,
    // The description is Markdown already, as in the data package; without one it is the title.
    ...(['', title].includes(description.trim()) ? [] : [description.trim()]),
    ...section('Who was asked, and when', asked(definition, released)),
    ...section('What the files hold', [
      dataTable(fields.length > 0, tables, openTextList(definition, released), lists),
      ...columns(fields),
    ]),
    ...section('How to read them', readingInstructions(fields, lists)),
    ...section('Cells without a value, and marks', marks(definition, released)),
    ...section('How people were asked', bullets(methodLines(methodology))),
    ...section(
      'How the figures were made',
      bullets([...methodStatements(definition), ...qualityStatements(released)].map(plainText)),
    ),
    ...section(
      'How people are protected',
      protectionParagraphs(definition, released, notTested).map(plainText),
    ),
    ...section('What was not released', bullets(refusalStatements(released).map(plainText))),
    ...section('Notes', bullets(notes.map(plainText))),
    ...section('Sources', bullets(sources.map((source) => link(source.title, webAddress(source.url))))),
    ...section('How to cite', citing(definition)),
    ...section('What describes and protects the files', [
      describingTable(definition, fields.length > 0, foldersOf(tables, lists)),
      `Every file and its SHA-256 checksum is listed in ${code(PATHS.checksums)}: ${code(`sha256sum -c ${PATHS.checksums}`)} tells whether all of them arrived unchanged. The folder is a bag as archives know it: tools for BagIt check it too.`,
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

const bullets = (items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')]

/** "Sampling: …", in a fixed order. */
const methodLines = ({ universe, sampling, mode, instrument }: Definition['methodology']) =>
  Object.entries({ Universe: universe, Sampling: sampling, Mode: mode, Instrument: instrument }).flatMap(
    ([name, said]) => (said === undefined ? [] : [`${name}: ${plainText(said)}`]),
  )

function asked(definition: Definition, released: ReleasedTables): readonly string[] {
  const { fieldwork, populations, publisher } = definition
  const bases = populations.map(({ title, base }) => `${plainText(title)}: ${plainText(base)}`)
  return [
    `${link(publisher.name, webAddress(publisher.url))} received responses from ${dateInWords(fieldwork.start)} to ${dateInWords(fieldwork.end)}. ${responsesCounted(released)}`,
    ...bullets(responseStatements(definition, released).map(plainText)),
    ...(bases.length === 0 ? [] : ['The tables count these groups of respondents:']),
    ...bullets(bases),
  ]
}

function dataTable(
  responses: boolean,
  tables: readonly NamedTable[],
  openText: readonly (readonly [string, string])[],
  lists: readonly CodeList[],
): string {
  return files([
    [PATHS.page, 'The results as a page for people: findings, charts, tables, how it was done'],
    ...(responses
      ? ([
          [PATHS.codebook, 'What each column of the responses holds, and how often: a page for people'],
          [PATHS.responses, 'The anonymous responses, one line each'],
          [PATHS.responsesParquet, 'The same responses as Parquet, for programs'],
        ] as const)
      : ([[PATHS.codebook, 'What was asked, and what could be answered: a page for people']] as const)),
    ...(tables.length === 0 ? [] : [[PATHS.workbook, 'Every table as an accessible workbook'] as const]),
    [PATHS.tables, 'Every published figure, one line each'],
    ...tables.map(({ path, title }) => [path, title] as const),
    ...openText,
    ...lists.map(({ path, title }) => [path, `Code list: ${title}`] as const),
  ])
}

function describingTable({ doi }: Definition, responses: boolean, folders: readonly string[]): string {
  return files([
    [PATHS.descriptor, 'What each file and column is, for programs: Data Package'],
    ...folders.map(
      (folder) =>
        [`${folder}${PATHS.csvw}`, `The CSV files beside it, for programs: CSV on the Web`] as const,
    ),
    [PATHS.dcatTurtle, 'The release, for data portals: DCAT-AP 3'],
    [PATHS.dcatJsonLd, 'The same as JSON-LD'],
    [PATHS.ddi, 'The codebook, for archives of surveys: DDI-Codebook 2.5'],
    [PATHS.croissant, 'The release, for search engines and machine learning: schema.org and Croissant 1.1'],
    ...(doi === undefined ? [] : [[PATHS.dataCite, 'What the DOI is registered with: DataCite 4'] as const]),
    ...(responses
      ? [[PATHS.schema, 'The JSON Schema that every response was checked against'] as const]
      : []),
    [
      PATHS.tabulation,
      'How the tables hang together, for programs: questions, groups, the rules of disclosure control',
    ],
    [PATHS.licence, 'The licence'],
    [PATHS.citation, 'How to cite, for programs'],
    [PATHS.changelog, 'What each version changed, and why'],
    [PATHS.checksums, 'Checksums of all files'],
    ...[...PATHS.bag, PATHS.tagManifest].map((path) => [path, 'Checksums, for archives: BagIt'] as const),
  ])
}

const files = (rows: readonly (readonly [path: string, holds: string])[]): string =>
  markdownTable(
    ['File', 'What it holds'],
    rows.map(([path, holds]) => [code(path), plainText(holds)]),
  )

function columns(fields: readonly Field[]): readonly string[] {
  if (fields.length === 0) return []
  return [
    `Columns of ${code(PATHS.responses)}:`,
    markdownTable(
      ['Column', 'What it holds'],
      fields.map(({ name, title }) => [code(name), plainText(title)]),
    ),
  ]
}

function marks({ reporting }: Definition, released: ReleasedTables): readonly string[] {
  const missing = missingIn(publishedFields(released))
  const cells = missing.map((mark) => [code(mark), plainText(NOTHING_MEANINGS[mark] ?? '')])
  const figures = STATUSES.map((status) => [
    code(status),
    code(printedMark(status, reporting)),
    plainText(STATUS_MEANINGS[status]),
  ])
  return [
    ...(cells.length === 0
      ? []
      : ['In the responses:', markdownTable(['Cell', 'Why there is no answer'], cells)]),
    `In the tables. ${code(PATHS.tables)} leaves the value blank and gives a status; the tables as printed show a mark. A zero always means that there were none. One status stands beside a value: ${code('u')}, of low reliability. The printed tables have its mark in the heading of the column, because the figures are numbers like any other.`,
    markdownTable(['Status', 'Printed', 'What it means'], figures),
  ]
}

function citing(definition: Definition): readonly string[] {
  const { title, url, summary } = licenceOf(definition)
  return [
    `> ${plainText(citationOf(definition))}`,
    `Licence: ${link(title, url)} (${definition.licence}). ${summary}`,
    ...(definition.publisher.email === undefined ? [] : [`Questions: <${definition.publisher.email}>`]),
  ]
}

/** Folders of CSV files, in the order in which the tables above name them. */
const foldersOf = (tables: readonly NamedTable[], lists: readonly CodeList[]): readonly string[] => [
  ...new Set(
    [PATHS.tables, ...tables.map(({ path }) => path), ...lists.map(({ path }) => path)].map((path) =>
      path.slice(0, path.lastIndexOf('/') + 1),
    ),
  ),
]
