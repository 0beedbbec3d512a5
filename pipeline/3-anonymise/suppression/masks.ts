/** Above so many variables that can be blanked, masks of more than `MOST_BLANKS` are left out, but for all of them. */
const ALL_SUBSETS = 6
const MOST_BLANKS = 3

export const isBlank = (mask: number, variable: number): boolean => (mask & (1 << variable)) !== 0

/** How many variables a mask blanks. */
export function blanks(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/**
 * The masks besides 0 over variables that have anything to hide: fewest blanks first, and among equals those of
 * the last-named variables, for the first-named matter most.
 */
export function usableMasks(sizes: readonly number[]): readonly number[] {
  const usable = sizes.flatMap((size, variable) => (size > 1 ? [variable] : []))
  const all = usable.reduce((mask, variable) => mask | (1 << variable), 0)
  const few = usable.length <= ALL_SUBSETS ? usable.length : MOST_BLANKS
  let masks = [0]
  for (const variable of usable)
    masks = [...masks, ...masks.map((mask) => mask | (1 << variable)).filter((mask) => blanks(mask) <= few)]
  return [...new Set([...masks, all])]
    .filter((mask) => mask !== 0)
    .sort((a, b) => blanks(a) - blanks(b) || b - a)
}
