import type { Question } from '../definition/index.ts'
import type { MeasureCounts } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { measuredSql, measuresOf } from './estimates-table.ts'

/** Where the cells of the engine stand in a crossing, and how many that has. */
export interface Places {
  readonly place: ReadonlyMap<number, number>
  readonly size: number
}

/** Who gave the numbers that means of a question are made of, cell by cell of a relation whose rows have the number of their cell. */
export async function countMeasures(
  engine: Engine,
  relation: string,
  question: Question,
  { place, size }: Places,
): Promise<readonly MeasureCounts[]> {
  const measures = measuresOf(question)
  if (measures.length === 0) return []
  const base = measuredSql(question)
  const items = measures.flatMap(({ value }) => {
    const those = `FILTER (WHERE (${base}) AND (${value}) IS NOT NULL)`
    return [`(count(*) ${those})::INTEGER`, `min(${value}) ${those}`, `max(${value}) ${those}`]
  })
  const [numbers = [], ...columns] = await engine.columns(
    `SELECT "#cell", ${items.join(', ')} FROM ${identifier(relation)} GROUP BY "#cell"`,
  )
  const listOf = (column: readonly unknown[] | undefined, nothing: number): readonly number[] => {
    const list = new Array<number>(size).fill(nothing)
    for (const [index, value] of (column ?? []).entries()) {
      const cell = place.get(Number(numbers[index]))
      if (cell !== undefined && value !== null) list[cell] = Number(value)
    }
    return list
  }
  return measures.map(({ label }, index) => ({
    label,
    people: listOf(columns[3 * index], 0),
    least: listOf(columns[3 * index + 1], Number.NaN),
    most: listOf(columns[3 * index + 2], Number.NaN),
  }))
}
