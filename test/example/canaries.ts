import type { RawRecord } from './model.ts'

/**
 * Strings that identify somebody: every cell of the identifying columns as written, trimmed, and the
 * parts of a cell that tell as much as the whole: link tokens and, of `places`, those named in a cell.
 */
export function canariesOf(
  files: readonly { readonly records: readonly RawRecord[]; readonly columns: readonly string[] }[],
  further: readonly string[],
  places: { readonly shires: readonly string[]; readonly towns: readonly string[] },
): readonly string[] {
  const cells = files.flatMap(({ records, columns }) =>
    records.flatMap(({ cells: row }) => columns.map((column) => (row[column] ?? '').trim())),
  )
  const tokens = cells.flatMap((cell) => cell.match(/(?<=\?id=)\w{20,}/g) ?? [])
  const text = cells.join('\n')
  const named = [...places.shires, ...places.towns].filter((place) => text.includes(place))
  return [...new Set([...cells, ...tokens, ...further, ...named])]
    .filter((canary) => canary !== '')
    .sort(byCodeUnit)
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
