const SHEET_NAME_LIMIT = 31
const RESERVED_SHEETS = ['Cover', 'Contents', 'Notes', 'History']

export interface TableNames {
  readonly sheet: string
  readonly table: string
}

/**
 * Worksheet and table names for these table ids, in order. '1' becomes the sheet 'Table 1' and the
 * table 'table_1'; 'coverage' becomes 'Coverage' and 'table_coverage'. Excel's rules: sheets at most 31
 * characters, none of []:*?/\ and no apostrophe at either end, unique whatever the case; tables letters,
 * digits and underscores, unique, and nothing that reads as a cell address (the prefix sees to that).
 */
export function namesOf(ids: readonly string[]): TableNames[] {
  const sheets = new Set(RESERVED_SHEETS.map(fold))
  const tables = new Set<string>()
  return ids.map((id) => ({
    sheet: unique(sheetName(id), sheets, ' ', SHEET_NAME_LIMIT),
    table: unique(tableName(id), tables, '_', 255),
  }))
}

function sheetName(id: string): string {
  const words = id
    .replace(/[^\p{L}\p{N}.()&,' ]+/gu, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  if (words === '' || /^\p{N}/u.test(words)) return `Table ${words}`.trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function tableName(id: string): string {
  return `table_${id.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`.replace(/_+$/, '')
}

/** The name cut to length, with the first number from 2 that nobody has if it is taken. */
function unique(name: string, taken: Set<string>, separator: string, limit: number): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `${separator}${number}`
    const candidate = cut(name, limit - suffix.length) + suffix
    if (taken.has(fold(candidate))) continue
    taken.add(fold(candidate))
    return candidate
  }
}

/** At most so many UTF-16 units (Excel counts those), never half a character, no ragged end. */
function cut(name: string, limit: number): string {
  if (name.length <= limit) return name
  return name
    .slice(0, limit)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[' ]+$/, '')
}

function fold(name: string): string {
  return name.toLowerCase()
}
