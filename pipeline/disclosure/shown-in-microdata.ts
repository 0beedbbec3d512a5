import type { Crossing } from './crossings.ts'
import type { TabulationPlan } from './tabulation-plan.ts'

/**
 * The smallest group around a group that whoever holds the published responses can count there: whole
 * classes of the published variables; everybody, where none is published. A group that is all of it is
 * protected as a class of the microdata, not by tables. Undefined where no responses are published.
 */
export function classAround(
  { rules, published }: TabulationPlan,
  { variables, cells }: Crossing,
  group: readonly number[],
): readonly number[] | undefined {
  if (rules.microdata === 0) return undefined
  const places = variables.flatMap((name, place) => (published.includes(name) ? [place] : []))
  const classOf = (cell: number) => JSON.stringify(places.map((place) => cells[cell]?.values[place]))
  const inside = new Set(group.map(classOf))
  return [...cells.keys()].filter((cell) => inside.has(classOf(cell)))
}
