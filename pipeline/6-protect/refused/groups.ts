import type { Figure, RefusedBreakdown, Table } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import type { RiskModel } from '../../policy.ts'
import { countsAnswers } from '../shown-counts.ts'
import { linesFor } from './lines.ts'

/** A group of a breakdown, with the fewest and the most who answered a question that is refused. */
interface Sizes {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly title: string
  readonly least: number
  readonly most: number
}

/**
 * Breakdowns of which nothing is left of some tables: their groups with how many answered, and what to write in the
 * definition so that they can be shown. Private: these are the sizes that protection hides.
 */
export function refusedBreakdowns(
  definition: Definition,
  tables: readonly Table<Figure>[],
  refused: ReadonlySet<string>,
  model: RiskModel,
): readonly RefusedBreakdown[] {
  const byNames = new Map<string, Table<Figure>[]>()
  for (const table of tables) {
    if (!refused.has(table.id) || !countsAnswers(table)) continue
    const key = JSON.stringify(namesOf(table))
    byNames.set(key, [...(byNames.get(key) ?? []), table])
  }
  return [...byNames.values()].map((some) => {
    const by = some[0] === undefined ? [] : namesOf(some[0])
    const groups = sizesIn(some)
    return {
      by,
      tables: some.map(({ id }) => id),
      groups: groups.map(({ title, least, most }) => ({ title, least, most })),
      ...linesFor(definition, by, groups, model),
    }
  })
}

/** Populations and variables that a table is broken down by. */
const namesOf = ({ columns }: Table<Figure>): readonly string[] => [
  ...new Set(
    columns.flatMap(({ group }) => [...(group?.populations ?? []), ...Object.keys(group?.values ?? {})]),
  ),
]

function sizesIn(tables: readonly Table<Figure>[]): readonly Sizes[] {
  const found = new Map<string, Sizes>()
  for (const { columns } of tables) {
    for (const { population, title, base, group } of columns) {
      if (base === null || group === undefined) continue
      const { least, most } = found.get(population) ?? { least: base, most: base }
      found.set(population, {
        ...{ values: group.values, title },
        ...{ least: Math.min(least, base), most: Math.max(most, base) },
      })
    }
  }
  return [...found.values()]
}
