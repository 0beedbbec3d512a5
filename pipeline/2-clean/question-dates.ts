import type { SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import type { DateOrder } from './date-sql.ts'
import { resolveDates } from './resolve-dates.ts'

/**
 * The order of day and month in the date questions of a file. They are read once beforehand, because what
 * is made of each date depends on all of them; a file without date questions costs nothing.
 */
export async function questionDates(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
): Promise<{ readonly orders: ReadonlyMap<string, DateOrder>; readonly issues: readonly Issue[] }> {
  const asked = definition.questions.flatMap(({ id, ...question }) => {
    const cell = source.columns.get(id)
    return question.kind === 'number' && question.dates && cell !== undefined ? [{ id, cell }] : []
  })
  const orders = new Map<string, DateOrder>()
  if (asked.length === 0) return { orders, issues: [] }
  const faults = await source.into(
    'dates',
    asked.map(({ id, cell }) => ({ name: id, sql: cell })),
  )
  if (faults.length > 0) return { orders, issues: faults }
  const issues: Issue[] = []
  for (const { id } of asked) {
    const resolved = await resolveDates(engine, definition, source, 'dates', id, id)
    if ('refused' in resolved) issues.push(resolved.refused)
    else orders.set(id, resolved.order)
  }
  await engine.run('DROP TABLE dates')
  return { orders, issues }
}
