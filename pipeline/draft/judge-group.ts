import { labelKey } from '../definition/index.ts'
import { type ClosedList, closedList } from './closed.ts'
import { type CellValue, type ColumnProfile, share } from './profile.ts'

/** What the columns of one question are taken for together. */
export type GroupVerdict =
  | {
      readonly is: 'multiple'
      readonly columns: readonly ColumnProfile[]
      /** Texts of cells that were not ticked, as the cells have them. */
      readonly unticked: readonly string[]
    }
  | { readonly is: 'ranking'; readonly columns: readonly ColumnProfile[]; readonly sure: boolean }
  | { readonly is: 'matrix'; readonly columns: readonly ColumnProfile[]; readonly list: ClosedList }

const TICKED = new Set([
  '1',
  'yes',
  'y',
  'true',
  'x',
  '\u2713',
  '\u2714',
  'selected',
  'checked',
  'ticked',
  'quoted',
])
const NOT_TICKED = new Set([
  ...['0', 'no', 'n', 'false', 'not selected', 'unselected', 'unchecked', 'not checked', 'not quoted'],
  ...['not ticked'],
])
const RANKED = /\brank|\border of (?:preference|importance|priority)|\bprioriti[sz]e|\bin order\b/

/**
 * Judges columns that share a question: options that are ticked, ranks of items, or a grid whose items share
 * one list of answers. Undefined where they do not belong together so; columns that do not fit a grid (a
 * comment beside it) are left out of it. `unticked` is what the platform writes for "not ticked".
 */
export function judgeGroup(
  question: string,
  columns: readonly ColumnProfile[],
  unticked: readonly string[],
): GroupVerdict | undefined {
  const filled = columns.filter((column) => column.filled > 0)
  const parts = new Set(columns.map(({ part = '' }) => labelKey(part)))
  if (filled.length < 2 || parts.size < columns.length || [...parts].some(isBarred)) return undefined
  const off = new Set([...NOT_TICKED, ...unticked.map(labelKey)])
  if (filled.every((column) => isOption(column, off, unticked))) {
    const texts = filled.flatMap(({ values, part = '' }) =>
      values.map(({ text }) => text).filter((text) => labelKey(text) !== labelKey(part)),
    )
    return {
      is: 'multiple',
      columns,
      unticked: [...new Set(texts)].filter((text) => off.has(labelKey(text))).sort(),
    }
  }
  const ranked = ranks(filled, columns.length)
  const worded = RANKED.test(labelKey(question))
  if (ranked !== undefined && (ranked.even || worded)) {
    return { is: 'ranking', columns, sure: ranked.even && worded }
  }
  return grid(columns)
}

/** No label, or one that only marks for nothing may be. */
const isBarred = (key: string): boolean => key === '' || key.startsWith('[')

/** A column that says whether one option was ticked: by its own label, a mark, or marks for both. */
function isOption(
  { values, distinct, filled, rows, part = '' }: ColumnProfile,
  off: ReadonlySet<string>,
  platform: readonly string[],
): boolean {
  if (distinct > 2 || values.length === 0) return false
  const keys = values.map(({ text }) => labelKey(text))
  // "No" may be the option itself, as one of Yes and No.
  const on = keys.filter((key) => key === labelKey(part) || !off.has(key))
  if (on.length > 1 || keys.length - on.length > 1) return false
  if (on.length === 0) return true
  const isOwn = on[0] === labelKey(part) || (keys.length === 1 && filled < rows)
  // "Yes" and "No" in every row are answers, unless the platform writes "No" for what was not ticked.
  const isBoth = keys.includes('no') && !platform.some((mark) => labelKey(mark) === 'no')
  return isOwn || (TICKED.has(on[0] ?? '') && !isBoth)
}

/** Whether the cells are ranks, and whether each rank was given equally often, as where all items are ranked. */
function ranks(columns: readonly ColumnProfile[], items: number): { readonly even: boolean } | undefined {
  const fits = columns.every(
    ({ numbers, whole, filled, minimum = 0, maximum = 0 }) =>
      numbers === filled && whole === filled && minimum >= 1 && maximum <= items,
  )
  if (!fits || items < 3) return undefined
  const totals = Array.from({ length: items }, (_, rank) =>
    columns.reduce((sum, { values }) => sum + countOf(values, rank + 1), 0),
  )
  const [first = 0] = totals
  const even = first > 0 && totals.every((total) => Math.abs(total - first) <= first * 0.03)
  return { even }
}

const countOf = (values: readonly CellValue[], rank: number): number =>
  values.filter(({ text }) => Number(text) === rank).reduce((sum, { count }) => sum + count, 0)

/** Labels that a grid has at most, and the share of them that each row uses. */
const MOST_ANSWERS = 15

/** Items that share one list of answers. */
function grid(columns: readonly ColumnProfile[]): GroupVerdict | undefined {
  const items = columns.filter((column) => column.filled === 0 || isClosed(column))
  const closed = items.filter(({ filled }) => filled > 0)
  if (closed.length < 2) return undefined
  const list = closedList(
    closed.flatMap(({ values }) => values),
    closed.reduce((sum, { filled }) => sum + filled, 0),
  )
  if (list === undefined || list.labels.length > MOST_ANSWERS || list.labels.length < 2) return undefined
  const labels = new Set(list.labels.map(labelKey))
  const used = closed.map(({ values }) =>
    share(values.filter(({ text }) => labels.has(labelKey(text))).length, labels.size),
  )
  const alike =
    used.every((part) => part >= 0.3) && used.reduce((sum, part) => sum + part, 0) >= used.length * 0.6
  return alike ? { is: 'matrix', columns: items, list } : undefined
}

const isClosed = ({ values, filled, distinct }: ColumnProfile): boolean =>
  distinct <= MOST_ANSWERS &&
  values.length > 0 &&
  (distinct === 1 || closedList(values, filled) !== undefined)
