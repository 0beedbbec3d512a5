import type { Crossing, TabulationPlan } from '../disclosure/index.ts'

/** People who can be told apart by what is published, though no column need show them. */
export interface ToldGroup {
  readonly crossing: number
  readonly cells: readonly number[]
  /** In words, by the groups it is told by. */
  readonly description: string
}

/** More groups than this are not subtracted from each other pair by pair, only from everybody. */
const MOST_PAIRED = 60

/**
 * Groups of a crossing that somebody can point at: each group, everybody else, each of two groups without the other and what
 * they share, those whom the same groups hold, and the finest cells. Groups of the same people are one. Of `together`, hidden
 * groups that stand in one column, only the column itself is one: it is a larger group less those shown beside it, which
 * are here already.
 */
export function toldGroups(
  crossing: Crossing,
  index: number,
  together: ReadonlySet<string> = new Set(),
): readonly ToldGroup[] {
  const groups = [...crossing.groups]
    .filter(([id]) => !together.has(id))
    .map(([id, cells]) => ({ id, cells: new Set(cells) }))
  const all = [...crossing.cells.keys()]
  const found = new Map<string, ToldGroup>()
  const add = (cells: readonly number[], description: string): void => {
    const key = cells.join()
    if (cells.length > 0 && !found.has(key)) found.set(key, { crossing: index, cells, description })
  }
  for (const [id, cells] of crossing.groups) add(cells, id)
  for (const { id, cells } of groups)
    add(
      all.filter((cell) => !cells.has(cell)),
      `everybody without ${id}`,
    )
  if (groups.length <= MOST_PAIRED) {
    for (const one of groups) {
      const own = crossing.groups.get(one.id) ?? []
      for (const other of groups) {
        if (one === other) continue
        add(
          own.filter((cell) => !other.cells.has(cell)),
          `${one.id} without ${other.id}`,
        )
        add(
          own.filter((cell) => other.cells.has(cell)),
          `both ${one.id} and ${other.id}`,
        )
      }
    }
  }
  for (const { ids, cells } of toldApart(groups, all)) {
    add(cells, ids.length === 0 ? 'those in none of the groups shown' : `those in ${ids.join(' and ')} alone`)
  }
  for (const cell of all) add([cell], describeCell(crossing, cell))
  return [...found.values()]
}

/** Groups of a plan that show several hidden ones together. */
export const groupsTogether = ({ groups }: Pick<TabulationPlan, 'groups'>): ReadonlySet<string> =>
  new Set(groups.filter(({ values }) => Object.values(values).some(Array.isArray)).map(({ id }) => id))

/** Cells that the same groups hold: no table tells their people apart, tables together tell them from all others. */
function toldApart(
  groups: readonly { readonly id: string; readonly cells: ReadonlySet<number> }[],
  all: readonly number[],
): readonly { readonly ids: readonly string[]; readonly cells: readonly number[] }[] {
  const everybody = (cells: ReadonlySet<number>) => cells.size === all.length
  const classes = new Map<string, { readonly ids: readonly string[]; readonly cells: number[] }>()
  for (const cell of all) {
    const ids = groups.filter(({ cells }) => cells.has(cell) && !everybody(cells)).map(({ id }) => id)
    const key = JSON.stringify(ids)
    const found = classes.get(key) ?? { ids, cells: [] }
    found.cells.push(cell)
    classes.set(key, found)
  }
  return [...classes.values()]
}

function describeCell({ cells, populations, variables }: Crossing, index: number): string {
  const cell = cells[index]
  const isEverybody = (id: string) => cells.every((one) => one.populations.includes(id))
  const among = populations.filter((id) => cell?.populations.includes(id) && !isEverybody(id))
  const outside = populations.filter((id) => !cell?.populations.includes(id))
  const values = variables.map((name, place) => `${name}: ${cell?.values[place] || 'none'}`)
  return [
    ...values,
    ...(among.length === 0 ? [] : [`in ${among.join(' and ')}`]),
    ...(outside.length === 0 ? [] : [`not in ${outside.join(' nor ')}`]),
  ].join(', ')
}
