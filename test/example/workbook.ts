import type { CellObject, WorkSheet } from 'xlsx'
import { utils, write } from 'xlsx'
import type { RawRecord } from './model.ts'

/**
 * A workbook with one sheet. Everything is text but `dateColumn`: real dates, except where the record
 * is one for which `dateIsText` holds. The bytes depend on the records alone.
 */
export function workbook(
  sheet: string,
  headings: readonly string[],
  records: readonly RawRecord[],
  dateColumn: string,
  dateIsText: (index: number) => boolean,
): Uint8Array {
  const cells: WorkSheet = {
    '!ref': utils.encode_range({ r: 0, c: 0 }, { r: records.length, c: headings.length - 1 }),
  }
  headings.forEach((heading, column) => {
    cells[utils.encode_cell({ r: 0, c: column })] = { t: 's', v: heading }
    records.forEach((record, index) => {
      const value = record.cells[heading] ?? ''
      if (value === '') return
      const real = heading === dateColumn && !dateIsText(index)
      const address = utils.encode_cell({ r: index + 1, c: column })
      cells[address] = real ? date(value) : { t: 's', v: value, z: '@' }
    })
  })
  const book = utils.book_new(cells, sheet)
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true })
  return new Uint8Array(bytes)
}

/** An ISO date as a spreadsheet keeps it: days since 30 December 1899, shown day first. */
function date(iso: string): CellObject {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const serial = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000
  return { t: 'n', v: serial, z: 'dd/mm/yyyy' }
}
