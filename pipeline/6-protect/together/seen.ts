import type { Figure, GroupOfRespondents, ReleasedFigure, Table } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { countsAnswers } from '../shown-counts.ts'

/** A table with its true counts, and as it may be seen. */
export interface Seen {
  readonly made: Table<Figure>
  readonly released: Table<ReleasedFigure>
}

/** What is shown of a group: its base, and the counts of the rows that are not hidden. */
export interface SeenGroup {
  readonly base: number
  readonly rows: ReadonlyMap<string, number>
}

/** Counts of the groups that tables show of a question; undefined of a group of which the base is hidden or in no table. */
export type SeenCounts = (question: string, group: GroupOfRespondents) => SeenGroup | undefined

/** Statistics that follow where counts do; of weighted answers only the counts themselves. */
export const followingStatistics = ({ weighting }: Definition): readonly string[] =>
  weighting === undefined ? ['count', 'percent'] : ['count']

/** Everything that tables show of groups of respondents. A population of everybody is no condition on its members. */
export function seenCounts(definition: Definition, tables: readonly Seen[]): SeenCounts {
  const everybody = new Set(definition.populations.flatMap(({ id, where }) => (where ? [] : [id])))
  const statistics = followingStatistics(definition)
  const keyOf = (question: string, { populations, without, values }: GroupOfRespondents): string =>
    JSON.stringify([
      question,
      populations.filter((id) => !everybody.has(id)).sort(),
      [...without].sort(),
      Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
  const found = new Map<string, SeenGroup>()
  for (const { made, released } of tables) {
    const { question } = made
    if (question === undefined || !countsAnswers(made)) continue
    for (const [index, { group, base, statistic }] of released.columns.entries()) {
      if (group === undefined || base === null || !statistics.includes(statistic)) continue
      found.set(keyOf(question, group), { base, rows: rowsOf(made, released, index) })
    }
  }
  return (question, group) => found.get(keyOf(question, group))
}

function rowsOf(made: Table<Figure>, released: Table<ReleasedFigure>, index: number): SeenGroup['rows'] {
  return new Map(
    made.rows.flatMap(({ label, cells }, row): readonly (readonly [string, number])[] => {
      const status = released.rows[row]?.cells[index]?.status ?? 'c'
      const count = cells[index]?.count
      return count === undefined || status === 'c' || status === 'x' ? [] : [[label, count]]
    }),
  )
}
