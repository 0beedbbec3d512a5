import type { Crossing, InnerCounts } from '../../disclosure/index.ts'
import type { SuppressionInput } from './model.ts'

/**
 * The same tables with some cells of their only crossing: what others hold is left as it is. Whatever counts are possible here
 * are possible with all cells, too, since those left out keep their true counts. `cells` are indexes in rising order.
 */
export function restrictedTo(input: SuppressionInput, cells: readonly number[]): SuppressionInput {
  return { ...input, inner: input.inner.map((one) => innerOf(one, cells)) }
}

function innerOf(
  { crossing, people, questions, measures }: InnerCounts,
  cells: readonly number[],
): InnerCounts {
  const pick = (counts: readonly number[]): readonly number[] => cells.map((cell) => counts[cell] ?? 0)
  return {
    crossing: crossingOf(crossing, cells),
    people: pick(people),
    measures,
    questions: new Map(
      [...questions].map(([id, { base, rows }]) => [
        id,
        { base: pick(base), rows: new Map([...rows].map(([row, counts]) => [row, pick(counts)])) },
      ]),
    ),
  }
}

function crossingOf(crossing: Crossing, cells: readonly number[]): Crossing {
  const place = new Map(cells.map((cell, index) => [cell, index]))
  return {
    ...crossing,
    cells: cells.flatMap((cell) => crossing.cells[cell] ?? []),
    groups: new Map(
      [...crossing.groups].map(([id, own]) => [id, own.flatMap((cell) => place.get(cell) ?? [])]),
    ),
  }
}
