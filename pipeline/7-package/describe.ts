import type { Edition, Field, ReleaseData, ReleasedTables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type CodeList, codeLists } from './code-lists.ts'
import {
  csvResource,
  type DataPackage,
  dataPackage,
  type MeasuredFile,
  type Resource,
  resource,
  tableResource,
} from './data-package/index.ts'
import { printedMark, STATUS_MEANINGS, statusesIn } from './marks.ts'
import { describeDataset } from './metadata/index.ts'
import { type NamedTable, namedTables } from './names.ts'
import { openTextResources } from './open-text/index.ts'
import { PATHS } from './paths.ts'
import { publishedFields } from './published-fields.ts'
import { missingInWords, responseTableSchema } from './response-schema.ts'
import { codesResource, codesSchema, printedSchema, tidySchema } from './table-schemas.ts'

/** The measured file at a path; asking for one that was not written is our own fault. */
export type Measured = (path: string) => MeasuredFile

/** `datapackage.json`: the release and every data file in it. */
export function describeRelease(
  definition: Definition,
  { released }: ReleaseData,
  { changes }: Edition,
  measured: Measured,
): DataPackage {
  return dataPackage({
    ...describeDataset(definition, released),
    changes,
    resources: [
      ...describeData(definition, released, namedTables(released.tables), measured),
      ...workbookResource(released, measured),
    ],
  })
}

/** The data files of a release, which say nothing of its version. */
export function describeData(
  definition: Definition,
  released: ReleasedTables,
  tables: readonly NamedTable[],
  measured: Measured,
): readonly Resource[] {
  const fields = publishedFields(released)
  const lists = codeLists(definition, fields, released.tables)
  return [
    ...(fields.length === 0 ? [] : describeResponses(fields, lists, measured)),
    csvResource(
      measured(PATHS.tables),
      {
        name: 'tables',
        title: 'Every published figure',
        description:
          'One line a figure. Where the value is blank the status says why; beside a value it says u where few people answered.',
      },
      tidySchema(lists),
    ),
    ...openTextResources(definition, released, measured),
    ...tables.map((named) => printedResource(definition, named, measured)),
    ...lists.map((list) => codesTable(list, measured)),
  ]
}

/** The responses, as CSV and as Parquet. */
function describeResponses(
  fields: readonly Field[],
  lists: readonly CodeList[],
  measured: Measured,
): readonly Resource[] {
  const marks = missingInWords(fields)
  const perLine = `One line a response, sorted by what stands in the columns.${marks === '' ? '' : ` Where a cell holds no answer it says why: ${marks}.`}`
  return [
    csvResource(
      measured(PATHS.responses),
      { name: 'responses', title: 'Anonymous responses', description: perLine },
      responseTableSchema(fields, lists),
    ),
    tableResource(
      measured(PATHS.responsesParquet),
      {
        name: 'responses-parquet',
        title: 'Anonymous responses, as Parquet',
        description: `The same responses for programs: smaller and faster to read. ${perLine}`,
      },
      { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
      responseTableSchema(fields, lists),
    ),
  ]
}

function codesTable(list: CodeList, measured: Measured): Resource {
  const description = list.ordered
    ? 'A code list whose order counts: from one end of a scale to the other.'
    : 'A code list, in the order of the questionnaire or of the tables.'
  return csvResource(
    measured(list.path),
    { name: codesResource(list), title: list.title, description },
    codesSchema(list),
  )
}

function workbookResource({ tables }: ReleasedTables, measured: Measured): readonly Resource[] {
  if (tables.length === 0) return []
  const described = {
    name: 'workbook',
    title: 'Every table, as an accessible workbook',
    description: 'A cover, a list of contents and a worksheet for each table.',
  }
  const kind = {
    format: 'xlsx',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
  return [resource(measured(PATHS.workbook), described, kind)]
}

function printedResource({ reporting }: Definition, named: NamedTable, measured: Measured): Resource {
  const marks = statusesIn([named.table])
    .map((status) => ` ${printedMark(status, reporting)} means ${STATUS_MEANINGS[status]}.`)
    .join('')
  const notes = named.table.notes.map((note) => ` ${note}`).join('')
  return csvResource(
    measured(named.path),
    { name: `table-${named.name}`, title: named.title, description: `The table as printed.${notes}${marks}` },
    printedSchema(named, reporting),
  )
}
