import { parse } from 'csv-parse/sync'
import { read, utils } from 'xlsx'
import type { Finding } from './findings.ts'
import type { PublishedFolder } from './read-release.ts'

const WORKBOOK = 'tables.xlsx'
const DESCRIPTOR = 'datapackage.json'
/** Printed for a confidential figure. */
const CONFIDENTIAL = '[c]'

/**
 * Figures that a printed table hides and the workbook shows: the same table is looked for in every sheet by its
 * heading and rows, and compared cell by cell, hidden sheets, rows and columns included.
 */
export async function compareFormats(release: PublishedFolder): Promise<readonly Finding[]> {
  const bytes = await release.bytes(WORKBOOK)
  if (bytes === undefined) return []
  const workbook = read(bytes, { type: 'buffer', cellStyles: false })
  const sheets = workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name]
    const cells: unknown[][] =
      sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, defval: '' })
    return cells
  })
  const findings: Finding[] = []
  for (const path of printedTables((await release.read(DESCRIPTOR)) ?? '{}')) {
    const printed: string[][] = parse((await release.read(path)) ?? '', { relax_column_count: true })
    if (!printed.some((row) => row.includes(CONFIDENTIAL))) continue
    if (sheets.some((sheet) => showsHidden(sheet, printed))) {
      findings.push({ rule: 'formats differ', group: `${path} and ${WORKBOOK}`, derived: [] })
    }
  }
  return findings
}

/** Paths of the tables as printed. */
function printedTables(descriptor: string): readonly string[] {
  const { resources = [] }: { resources?: readonly { readonly path?: unknown }[] } = JSON.parse(descriptor)
  return resources.flatMap(({ path }) =>
    typeof path === 'string' && path.startsWith('data/tables/') ? [path] : [],
  )
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
