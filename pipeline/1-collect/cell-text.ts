import type { CellObject } from 'xlsx'

/**
 * A cell as text, for CSV: dates as YYYY-MM-DD, or YYYY-MM-DD HH:MM:SS where there is a time of day;
 * times and durations as HH:MM:SS; numbers in the fewest digits that give the same number, never in
 * powers of ten; TRUE and FALSE; text as it is. Undefined for what has no value: errors, formulas
 * never calculated, numbers that are none. '' for blank cells.
 */
export function cellText(cell: CellObject | undefined, epoch1904: boolean): string | undefined {
  if (cell === undefined || isBlankCell(cell)) return ''
  if (lacksValue(cell)) return undefined
  const { v: value } = cell
  if (value instanceof Date) return dateText(value, String(cell.z ?? ''), epoch1904)
  if (typeof value === 'number') return plainNumber(value)
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : (value ?? '')
}

/** Nothing in it: no value, no formula, or an empty text. */
export const isBlankCell = ({ t: type, v: value, f: formula }: CellObject): boolean =>
  value === '' || (type === 'z' && formula === undefined)

/** Something in it, but no value: an error, a formula never calculated, a number or date that is none. */
export function lacksValue({ t: type, v: value }: CellObject): boolean {
  if (type === 'e' || type === 'z' || value === undefined) return true
  return (
    (typeof value === 'number' && !Number.isFinite(value)) ||
    (value instanceof Date && Number.isNaN(value.getTime()))
  )
}

/** "1e-7" -> "0.0000001": the shortest digits that give the same number back, written out. */
export function plainNumber(value: number): string {
  const shortest = String(value)
  if (!shortest.includes('e')) return shortest
  const [digits = '', power] = shortest.split('e')
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const shift = Number(power)
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`
  return sign + whole + fraction.padEnd(shift, '0')
}

const SECOND = 1000
const DAY = 86_400 * SECOND
const EPOCH_1900 = Date.UTC(1899, 11, 31)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

function dateText(value: Date, format: string, epoch1904: boolean): string {
  // Serial numbers carry a time of day as a fraction; a second comes out some microseconds off.
  const time = Math.round(value.getTime() / SECOND) * SECOND
  const epoch = epoch1904 ? EPOCH_1904 : EPOCH_1900
  const sinceEpoch = time - epoch
  if (/^\[h+\]/i.test(format) && sinceEpoch >= 0 && sinceEpoch < 59 * DAY) return clock(sinceEpoch)
  if (sinceEpoch >= 0 && sinceEpoch < DAY && !/[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) {
    return clock(sinceEpoch)
  }
  const [date = '', clockTime = ''] = new Date(time).toISOString().split(/[T.]/)
  return clockTime === '00:00:00' ? date : `${date} ${clockTime}`
}

function clock(milliseconds: number): string {
  const seconds = milliseconds / SECOND
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}
