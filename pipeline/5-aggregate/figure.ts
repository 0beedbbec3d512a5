import type { Figure } from '../artefacts.ts'
import { percent } from './percent.ts'

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
