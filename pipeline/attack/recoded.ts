import type { Crossing, TabulationPlan } from '../disclosure/index.ts'
import { NOTHING } from '../fields.ts'

/**
 * Tells whether people of a cell can be in rows with these published values: a value that was put together stands for several,
 * one that is not released for any, and one that no table shows for those whom tables do not tell apart by it.
 */
export function fitsRow(
  { recoded = {} }: TabulationPlan,
  { variables, cells }: Crossing,
): (cell: number, values: Readonly<Record<string, string>>) => boolean {
  const shown = variables.map((_, place) => new Set(cells.map(({ values }) => values[place] ?? '')))
  return (cell, values) =>
    Object.entries(values).every(([name, label]) => {
      const place = variables.indexOf(name)
      if (place < 0 || label === NOTHING.notReleased) return true
      const own = cells[cell]?.values[place] ?? ''
      const standsFor = recoded[name]?.[label] ?? [label]
      return standsFor.some((value) => (shown[place]?.has(value) ? own === value : own === ''))
    })
}
