import type { CrossingCell, TabulationPlan } from '../disclosure/index.ts'

/**
 * Cells of responses, and those that differ from one of them only in populations made of answers: that nobody is in such a
 * cell is an answer, which no outsider knows. In an order that depends on what they are alone. Where there would be more
 * than `most`, the cells as they are.
 */
export function withSiblings(
  { populations }: TabulationPlan,
  cells: readonly CrossingCell[],
  most: number,
): readonly CrossingCell[] {
  const asked = answerPopulations(populations, cells)
  if (asked.length === 0 || cells.length * 2 ** asked.length > most) return cells
  const found = new Map<string, CrossingCell>()
  for (const { populations: own, values } of cells) {
    for (let bits = 0; bits < 2 ** asked.length; bits += 1) {
      const within = new Set(own.filter((id) => !asked.includes(id)))
      for (const [index, id] of asked.entries()) if ((bits >> index) % 2 === 1) within.add(id)
      const cell = { populations: [...within].sort(), values }
      found.set(JSON.stringify(cell), cell)
    }
  }
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
}

/** Populations that rest on answers and tell some of these cells apart. */
const answerPopulations = (
  populations: TabulationPlan['populations'],
  cells: readonly CrossingCell[],
): readonly string[] =>
  populations
    .filter(({ answers }) => answers === true)
    .map(({ id }) => id)
    .filter((id) => cells.some((cell) => cell.populations.includes(id)))
