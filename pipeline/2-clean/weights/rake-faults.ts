import { sumOf } from './proportional-fit.ts'
import type { Cell, Margin } from './rake.ts'

/** Why there are no weights. `margin` is the index of the margin; values are those of the definition or of a coded variable. */
export type RakeFault =
  | { readonly kind: 'not-a-total'; readonly margin: number; readonly value: string }
  | { readonly kind: 'unequal-sums'; readonly margin: number; readonly sum: number; readonly first: number }
  | {
      readonly kind: 'no-respondents'
      readonly margin: number
      readonly value: string
      readonly total: number
    }
  | {
      readonly kind: 'no-total'
      readonly margin: number
      readonly value: string
      readonly respondents: number
    }
  | { readonly kind: 'not-converged'; readonly margin: number; readonly value: string; readonly gap: number }

/** Sums of margins may differ by so much of them: rounded totals do. */
const ALIKE = 1e-6

/** The first thing that rules raking out, for cells that have respondents; undefined where nothing does. */
export function rakeFault(cells: readonly Cell[], margins: readonly Margin[]): RakeFault | undefined {
  const first = sumOf(margins[0])
  const checks = [notATotal, unequalSums(first), noRespondents(cells), noTotal(cells)]
  for (const check of checks) {
    for (const [index, margin] of margins.entries()) {
      const fault = check(margin, index)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

function notATotal(totals: Margin, margin: number): RakeFault | undefined {
  const found = [...totals].find(([, total]) => !Number.isFinite(total) || total < 0)
  return found === undefined ? undefined : { kind: 'not-a-total', margin, value: found[0] }
}

const unequalSums =
  (first: number) =>
  (totals: Margin, margin: number): RakeFault | undefined => {
    const sum = sumOf(totals)
    return Math.abs(sum - first) <= ALIKE * first ? undefined : { kind: 'unequal-sums', margin, sum, first }
  }

const noRespondents =
  (cells: readonly Cell[]) =>
  (totals: Margin, margin: number): RakeFault | undefined => {
    const counts = respondents(cells, margin)
    const found = [...totals].find(([value, total]) => total > 0 && !counts.has(value))
    return found && { kind: 'no-respondents', margin, value: found[0], total: found[1] }
  }

const noTotal =
  (cells: readonly Cell[]) =>
  (totals: Margin, margin: number): RakeFault | undefined => {
    const found = [...respondents(cells, margin)].find(([value]) => (totals.get(value) ?? 0) === 0)
    return found && { kind: 'no-total', margin, value: found[0], respondents: found[1] }
  }

/** Respondents by value, in the order of values. */
function respondents(cells: readonly Cell[], margin: number): Margin {
  const counts = new Map<string, number>()
  for (const { values, count } of cells) {
    const value = values[margin] ?? ''
    counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}
