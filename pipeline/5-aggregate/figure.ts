import type { Figure } from '../artefacts.ts'
import { percent } from '../percent.ts'

/** A count as a figure. */
export const countFigure = (count: number): Figure => ({ value: count, count, status: '' })

/**
 * A share as a figure: not applicable where nobody answered, `low` where it is above zero but rounds
 * to zero (printed `**`), so that 0 always means no observations.
 */
export function percentFigure(count: number, base: number, decimals: number): Figure {
  if (base === 0) return { value: 0, count, status: 'z' }
  const value = percent(count, base, decimals)
  return { value, count, status: value === 0 && count > 0 ? 'low' : '' }
}

/**
 * An estimate as a figure, rounded half up at `decimals`; `count` is how many responses it rests on. What
 * cannot be said (nobody there, too few to judge its precision) is not applicable.
 */
export function estimateFigure(value: number | undefined, count: number, decimals: number): Figure {
  if (value === undefined || !Number.isFinite(value)) return { value: 0, count, status: 'z' }
  const scale = 10 ** decimals
  // A float may lie a hair off a half that it stands for.
  const rounded = Math.round(Number((value * scale).toPrecision(12))) / scale
  const low = rounded === 0 && value > 0
  // Never minus zero: it would print as such.
  return { value: rounded + 0, count, status: low ? 'low' : '' }
}
