import { asksWho } from './asked-of-whom.ts'
import { type ColumnDraft, ownColumn, ownRoles, type Role, withHeadings } from './columns.ts'
import { koboPaths } from './kobo-paths.ts'
import type { PlatformReader } from './reader.ts'
import { headerRow, type Records } from './records.ts'

/**
 * KoboToolbox and other XLSForm servers: one row of names or labels, groups before them as `group/question`;
 * several answers are 0/1 columns `question/option` beside a cell that repeats them, joined by blanks.
 * A row of tags may follow the header.
 * Source: kobotoolbox/formpack.
 */
export const kobotoolbox: PlatformReader = {
  platform: 'kobotoolbox',
  recognises: (records) => headerRow(records, 0).filter((name) => SIGNS.includes(name)).length > 1,
  layout: (records) => {
    const header = headerRow(records, 0)
    if (!header.some((name) => SIGNS.includes(name) || name === '_id')) return undefined
    const headerRows = isTags(records[1]) ? 2 : 1
    return {
      platform: 'kobotoolbox',
      headerRows,
      columns: withHeadings(draftsOf(header, records.slice(headerRows))),
      separator: ' ',
      unticked: ['0', 'False', 'FALSE'],
      missing: [],
      dates: 'year first',
      setAside: [],
      escapes: [],
    }
  },
}

const SIGNS = [
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_submitted_by',
  '__version__',
  '_xform_id_string',
]

/** Letter for letter: `_status` is the server's, "Status" may have been asked. */
const own = ownRoles(
  {
    identifier: ['_id'],
    started: ['start'],
    submitted: ['_submission_time'],
    identifying: [
      ...['deviceid', 'username', 'phonenumber', 'subscriberid', 'simserial', 'email', 'imei'],
      ...['_submitted_by', '_geolocation'],
    ],
    technical: [
      ...[
        'end',
        'today',
        'audit',
        '_uuid',
        'formhub/uuid',
        'meta/instanceID',
        'meta/rootUuid',
        'meta/deprecatedID',
      ],
      ...[
        'meta/instanceName',
        '__version__',
        '_version_',
        '_attachments',
        '_tags',
        '_notes',
        '_status',
        '_index',
      ],
      ...[
        '_validation_status',
        '_xform_id_string',
        '_bamboo_dataset_id',
        '_parent_index',
        '_parent_table_name',
      ],
    ],
  },
  (name) => name,
)

/** The four parts that a place is split into. */
const PLACE = /^_.+_(?:latitude|longitude|altitude|precision)$/

const isTags = (record: readonly string[] | undefined): boolean => {
  const filled = record?.filter((cell) => cell.trim() !== '') ?? []
  return filled.length > 0 && filled.every((cell) => cell.trim().startsWith('#'))
}

function draftsOf(header: readonly string[], rows: Records): readonly ColumnDraft[] {
  const hasSubmission = header.some((name) => own(name) === 'submitted')
  const find = koboPaths(header, rows)
  return header.map((name, column): ColumnDraft => {
    const role: Role | undefined = PLACE.test(name) ? 'identifying' : own(name)
    if (role !== undefined) return ownColumn(name, name === 'end' && !hasSubmission ? 'submitted' : role)
    const { kind, question, part } = find(column)
    if (kind === 'typed')
      return { question, role: 'other text', heading: `${question} - Other - Text`, code: name }
    const common = { question, code: name }
    if (kind === 'summary') return { ...common, role: 'summary' }
    if (part !== undefined) return { ...common, part, role: 'answer' }
    return { ...common, role: asksWho(question) ? 'identifying' : 'answer' }
  })
}
