import { percent } from '../percent.ts'

/** One printed column: whole shares of one base that should add up to everyone. */
export interface PrintedColumn {
  readonly table: string
  readonly population: string
  readonly base: number
  /** The printed percentages of mutually exclusive answers, without their total. */
  readonly percents: readonly number[]
}

export interface Impossible extends PrintedColumn {
  /** The bases nearest to the printed one, within `REACH`, with which the same percentages are possible. */
  readonly possibleBases: readonly number[]
}

/** How far from the printed base a slip of the pen is looked for. */
const REACH = 3

/**
 * Printed columns that no counts can give: each percentage needs a count that rounds (half up) to it,
 * and the counts must add up to the base. Counts of one percentage are an interval of whole numbers,
 * so they can add up to the base exactly when it lies between the sums of the ends.
 */
export function impossibleColumns(columns: readonly PrintedColumn[]): readonly Impossible[] {
  return columns
    .filter(({ base, percents }) => !isPossible(percents, base))
    .map((column) => ({ ...column, possibleBases: nearestPossible(column) }))
}

function nearestPossible({ base, percents }: PrintedColumn): readonly number[] {
  for (let distance = 1; distance <= REACH; distance += 1) {
    const found = [base - distance, base + distance].filter(
      (other) => other > 0 && isPossible(percents, other),
    )
    if (found.length > 0) return found
  }
  return []
}

function isPossible(percents: readonly number[], base: number): boolean {
  const ranges = percents.map((share) => countsFor(share, base))
  if (ranges.some(({ least, most }) => least > most)) return false
  const sum = (pick: 'least' | 'most') => ranges.reduce((total, range) => total + range[pick], 0)
  return sum('least') <= base && base <= sum('most')
}

/** The counts of `base` that print as `share`; empty when least > most. */
function countsFor(share: number, base: number): { readonly least: number; readonly most: number } {
  const decimals = (String(share).split('.')[1] ?? '').length
  const scale = 10 ** decimals
  const target = Math.round(share * scale)
  let least = Math.max(0, Math.ceil(((2 * target - 1) * base) / (200 * scale)))
  let most = Math.min(base, Math.ceil(((2 * target + 1) * base) / (200 * scale)) - 1)
  // Floats may misplace an end by one; the exact rule decides.
  while (least <= most && percent(least, base, decimals) !== share) least += 1
  while (most >= least && percent(most, base, decimals) !== share) most -= 1
  return { least, most }
}
