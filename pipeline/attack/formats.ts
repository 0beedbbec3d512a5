import { parse } from 'csv-parse/sync'
import { read, utils } from 'xlsx'
import type { Finding } from './findings.ts'
import type { ShownPage } from './read-page.ts'
import type { PublishedFolder } from './read-release.ts'

const WORKBOOK = 'tables.xlsx'
const PAGE = 'index.html'
const DESCRIPTOR = 'datapackage.json'
/** Printed for a confidential figure. */
const CONFIDENTIAL = '[c]'

/**
 * Figures that a printed table hides and another format shows. In the workbook and the page the same table is
 * looked for by its title and rows, and compared cell by cell: hidden sheets, rows and columns, and closed
 * parts of the page, included. Charts and sentences of the page name the figures they show: none of them may be
 * a hidden one.
 */
export async function compareFormats(release: PublishedFolder): Promise<readonly Finding[]> {
  const sheets = await sheetsOf(release)
  const text = await release.read(PAGE)
  const page = text === undefined ? { tables: [], marks: [] } : await pageOf(text)
  const findings: Finding[] = []
  const differ = (path: string, other: string) =>
    findings.push({ rule: 'formats differ', group: `${path} and ${other}`, derived: [] })
  for (const { path, id, title } of printedTables((await release.read(DESCRIPTOR)) ?? '{}')) {
    const printed: string[][] = parse((await release.read(path)) ?? '', { relax_column_count: true })
    if (!printed.some((row) => row.includes(CONFIDENTIAL))) continue
    const titled = sheets.filter((sheet) => sheet.some(([cell]) => isTitled(cell, title)))
    if (titled.some((sheet) => showsHidden(sheet, printed))) differ(path, WORKBOOK)
    const marked = page.marks.some(({ figure, shows }) => isHiddenFigure(id, printed, figure, shows))
    if (marked || page.tables.some((table) => table.id === id && showsHidden(table.rows, printed)))
      differ(path, PAGE)
  }
  return findings
}

/** What reads pages is loaded only where there is one. */
async function pageOf(text: string): Promise<ShownPage> {
  const { readPage } = await import('./read-page.ts')
  return readPage(text)
}

async function sheetsOf(release: PublishedFolder): Promise<readonly (readonly (readonly unknown[])[])[]> {
  const bytes = await release.bytes(WORKBOOK)
  if (bytes === undefined) return []
  const workbook = read(bytes, { type: 'buffer', cellStyles: false })
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name]
    const cells: unknown[][] =
      sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, defval: '' })
    return cells
  })
}

/** Whether a mark of the page is of a figure that the table hides, and shows more than that. */
function isHiddenFigure(
  id: string,
  [, ...rows]: readonly (readonly string[])[],
  figure: string,
  shows: string,
): boolean {
  const [table, row = '', column = ''] = figure.split(' ')
  if (table !== id || shows === CONFIDENTIAL) return false
  return rows[Number(row)]?.[Number(column) + 1] === CONFIDENTIAL
}

/** The tables as printed: where they stand, and how the page calls them. */
function printedTables(
  descriptor: string,
): readonly { readonly path: string; readonly id: string; readonly title: string }[] {
  const { resources = [] }: { resources?: readonly { readonly path?: unknown; readonly title?: unknown }[] } =
    JSON.parse(descriptor)
  return resources.flatMap(({ path, title }) =>
    typeof path === 'string' && path.startsWith('data/tables/')
      ? [
          {
            path,
            id: path.slice('data/tables/'.length, -'.csv'.length),
            title: typeof title === 'string' ? title : '',
          },
        ]
      : [],
  )
}

/** Whether a cell of a sheet is the title of a table, which may be numbered. */
const isTitled = (cell: unknown, title: string): boolean => {
  const text = String(cell ?? '')
  return text === title || text.endsWith(`: ${title}`) || title.endsWith(`: ${text}`)
}

/** Whether a sheet has the rows of a printed table, in order, with something else in place of a mark. */
function showsHidden(
  sheet: readonly (readonly unknown[])[],
  printed: readonly (readonly string[])[],
): boolean {
  const [, ...rows] = printed
  const labels = rows.map(([label = '']) => label)
  const start = sheet.findIndex((_, index) =>
    labels.every((label, offset) => String(sheet[index + offset]?.[0] ?? '') === label),
  )
  if (start < 0 || labels.length === 0) return false
  const same = rows.every((row, offset) =>
    row.every((cell, column) => cell === CONFIDENTIAL || isSame(sheet[start + offset]?.[column], cell)),
  )
  // Another table with the same answers is not this one.
  if (!same) return false
  return rows.some((row, offset) =>
    row.some(
      (cell, column) => cell === CONFIDENTIAL && String(sheet[start + offset]?.[column] ?? '') !== cell,
    ),
  )
}

function isSame(shown: unknown, printed: string): boolean {
  if (String(shown ?? '') === printed) return true
  return typeof shown === 'number' && Number(printed.replaceAll(',', '')) === shown
}
