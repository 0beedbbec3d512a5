import type { Effort, Program, Sense, Term } from '../solver/index.ts'

/** Values of a sum of counts that were seen to be possible. */
export interface Seen {
  readonly least: number
  readonly most: number
}

/** A sum of counts, and when it was seen far enough up and down for nothing more to be asked of it. */
export interface Wanted {
  readonly terms: readonly Term[]
  readonly isHigh: (seen: Seen) => boolean
  readonly isLow: (seen: Seen) => boolean
}

/** Nothing was seen yet. */
export const UNSEEN: Seen = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }

/**
 * What can be seen of many sums of counts with few programs: whatever fits says something of each of them. All that
 * were not seen high enough are raised together, again and again as long as that shows any of them higher; then
 * they are lowered. The ranges are true but need not be whole: what is not seen may be possible, too. `start`
 * has what is known to be possible, one for each. Where `isProof` is given, only values that it accepts count.
 */
export function seenRanges(
  program: Program,
  wanted: readonly Wanted[],
  start: readonly Seen[],
  effort: Effort & { readonly relaxed?: boolean },
  isProof: (values: Float64Array) => boolean = (): boolean => true,
): readonly Seen[] {
  let seen = start
  // Sums that rise when others fall must not be raised with them.
  const signs = [
    wanted.map(({ terms }) => (terms[0]?.[1] ?? 0) > 0),
    wanted.map(({ terms }) => (terms[0]?.[1] ?? 0) < 0),
  ]
  for (const sense of ['max', 'min'] as const) {
    for (const side of signs) {
      const isOpen = (index: number): boolean => {
        const { isHigh, isLow } = wanted[index] ?? NOTHING
        return side[index] === true && !(sense === 'max' ? isHigh : isLow)(seen[index] ?? UNSEEN)
      }
      for (let open = [...wanted.keys()].filter(isOpen); open.length > 0; ) {
        const values = solved(program, wanted, open, sense, effort)
        if (values === undefined || !isProof(values)) break
        seen = wanted.map(({ terms }, index) => widened(seen[index] ?? UNSEEN, terms, values))
        const left = open.filter(isOpen)
        if (left.length === open.length) break
        open = left
      }
    }
  }
  return seen
}

const NOTHING: Wanted = { terms: [], isHigh: () => true, isLow: () => true }

/** What was seen of a sum, with counts that are possible. */
export function widened({ least, most }: Seen, terms: readonly Term[], values: Float64Array): Seen {
  const value = terms.reduce((sum, [column, by]) => sum + by * (values[column] ?? 0), 0)
  return { least: Math.min(least, value), most: Math.max(most, value) }
}

/** The counts that carry the open sums farthest, all together; a column stands in the objective once. */
function solved(
  program: Program,
  wanted: readonly Wanted[],
  open: readonly number[],
  sense: Sense,
  effort: Effort & { readonly relaxed?: boolean },
): Float64Array | undefined {
  const costs = new Map<number, number>()
  for (const index of open) {
    for (const [column, by] of wanted[index]?.terms ?? []) costs.set(column, (costs.get(column) ?? 0) + by)
  }
  program.setCosts([...costs])
  const { status, values } = program.solve(sense, effort)
  return status === 'optimal' ? values : undefined
}
