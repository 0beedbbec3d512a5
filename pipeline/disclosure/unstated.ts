import { type Crossing, ROW_CLASS } from './crossings.ts'

/** What stands for a value where there is none that others could know. */
const SILENT: ReadonlySet<string> = new Set(['', '[no reply]', '[error]'])

/**
 * Tells of groups of a crossing whether they are people who left a variable unstated by which the group is told from
 * others. Nobody else knows who they are, so nobody can point at such a group (the model of disclosure control, 4.2).
 * One in which some stated it is no such group: whoever knows one of these knows where to look. Nor is one that populations
 * or other variables tell by themselves: there must be others, alike in all of these, who did state it. `isThere` says
 * in which cells anybody is; without it all cells count.
 */
export function unstatedIn(
  crossing: Crossing,
  isThere: (cell: number) => boolean = () => true,
): (cells: readonly number[]) => boolean {
  const { variables, cells: all } = crossing
  const places = [...variables.keys()].filter((place) => variables[place] !== ROW_CLASS)
  // Cells that agree in all but one variable: under each variable, a key for each cell.
  const others = places.map((place) =>
    all.map(({ populations, values }) =>
      JSON.stringify([populations, places.filter((one) => one !== place).map((one) => values[one] ?? '')]),
    ),
  )
  return (cells) => {
    const inside = new Set(cells)
    return places.some((place, index) => {
      if (!cells.every((cell) => SILENT.has(all[cell]?.values[place] ?? ''))) return false
      const own = others[index] ?? []
      const keys = new Set(cells.map((cell) => own[cell]))
      const stated = (cell: number) => !SILENT.has(all[cell]?.values[place] ?? '')
      return own.some((key, cell) => !inside.has(cell) && isThere(cell) && stated(cell) && keys.has(key))
    })
  }
}

/**
 * Tells of groups of a crossing whether no row of any of their people leaves. They asked for it, or were left out with those who
 * did so that enough are missing: nobody else knows who they are.
 */
export function withoutRowIn({ variables, cells: all }: Crossing): (cells: readonly number[]) => boolean {
  const place = variables.indexOf(ROW_CLASS)
  return (cells) => place >= 0 && cells.every((cell) => all[cell]?.values[place] === '0')
}
