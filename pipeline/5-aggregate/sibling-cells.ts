import { type CrossingCell, cellStates, type TabulationPlan } from '../disclosure/index.ts'

/**
 * Cells of responses, and those that differ from one of them only in populations made of answers: that nobody is in such a
 * cell is an answer, which no outsider knows. Left out are memberships that cannot occur together by the rules of the
 * populations: that nobody is in those everybody knows. In an order that depends on what they are alone. Where there would be more
 * than `most`, the cells as they are.
 */
export function withSiblings(
  plan: TabulationPlan,
  cells: readonly CrossingCell[],
  most: number,
): readonly CrossingCell[] {
  const asked = answerPopulations(plan.populations, cells)
  if (asked.length === 0 || cells.length * 2 ** asked.length > most) return cells
  const states = cellStates(plan, { variables: [], populations: asked }, most) ?? []
  const possible = new Set(states.map(({ populations }) => [...populations].sort().join()))
  const isPossible = (own: readonly string[]) => possible.size === 0 || possible.has([...own].sort().join())
  const found = new Map(cells.map((cell) => [JSON.stringify(cell), cell]))
  for (const { populations: own, values } of cells) {
    for (let bits = 0; bits < 2 ** asked.length; bits += 1) {
      const members = asked.filter((_, index) => (bits >> index) % 2 === 1)
      if (!isPossible(members)) continue
      const others = own.filter((id) => !asked.includes(id))
      const cell = { populations: [...others, ...members].sort(), values }
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
