import { type Engine, identifier } from '../../engine/index.ts'
import type { Placing } from '../placing.ts'
import type { Telling } from './model.ts'

/** Column with the side of a condition that a row is on. */
export const sideName = (index: number): string => identifier(`side ${index}`)

/**
 * The classes in which conditions cannot all be told: telling -> classes in which its sides may not be seen, so that
 * in no class any combination of the visible sides has 1 to `least` - 1 people. Combinations are judged together, for
 * several conditions tell apart whom none tells alone.
 */
export async function hiddenSides(
  engine: Engine,
  { from }: Placing,
  tellings: readonly Telling[],
  least: number,
): Promise<readonly ReadonlySet<number>[]> {
  const hidden = tellings.map(() => new Set<number>())
  if (tellings.length === 0) return hidden
  const sides = tellings.map(({ sql }, index) => `coalesce((${sql}), false)::UTINYINT AS ${sideName(index)}`)
  const names = tellings.map((_, index) => sideName(index))
  const columns = await engine.columns(`
    SELECT "row class", ${names.join(', ')}, people FROM (
      SELECT *, min(people) OVER (PARTITION BY "row class") AS fewest FROM (
        SELECT "row class", ${names.join(', ')}, count(*)::INTEGER AS people
        FROM (SELECT k."row class", ${sides.join(', ')} ${from}) GROUP BY ALL))
    WHERE fewest < ${least} ORDER BY ALL`)
  const people = columns.at(-1) ?? []
  const rowsOf = new Map<number, number[]>()
  for (const [row, one] of (columns[0] ?? []).entries()) {
    const own = rowsOf.get(Number(one))
    if (own === undefined) rowsOf.set(Number(one), [row])
    else own.push(row)
  }
  for (const [number, rows] of rowsOf) {
    let visible = rows.map(() => '')
    for (const [index] of tellings.entries()) {
      const tried = rows.map((row, at) => `${visible[at]}${columns[index + 1]?.[row]}`)
      const sizes = new Map<string, number>()
      for (const [at, row] of rows.entries())
        sizes.set(tried[at] ?? '', (sizes.get(tried[at] ?? '') ?? 0) + Number(people[row]))
      if ([...sizes.values()].every((size) => size >= least)) visible = tried
      else hidden[index]?.add(number)
    }
  }
  return hidden
}
