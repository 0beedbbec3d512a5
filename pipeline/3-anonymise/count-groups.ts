import type { Id } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import type { Group } from './classes.ts'
import type { SensitiveFacet } from './sensitive.ts'

/**
 * The distinct combinations of these variables (of an ENUM type; values are positions in it) among the
 * responses `r` of a relation for which `where` holds, with how many there are and what they answered; in the order of the values. One pass.
 */
export async function countGroups(
  engine: Engine,
  relation: string,
  variables: readonly Id[],
  facets: readonly SensitiveFacet[],
  where = 'true',
): Promise<readonly Group[]> {
  const items = [
    ...variables.map((id) => `enum_code(${identifier(id)})::INTEGER`),
    'count(*)::INTEGER',
    ...facets.flatMap(({ column, labels }) =>
      labels.map(
        (label) => `(count(*) FILTER (WHERE ${identifier(column.name)} = ${literal(label)}))::INTEGER`,
      ),
    ),
  ]
  const columns = await engine.columns(
    `SELECT ${items.join(', ')} FROM ${identifier(relation)} r WHERE ${where} GROUP BY ALL ORDER BY ALL`,
  )
  let next = variables.length + 1
  const places = facets.map(({ labels }) => labels.map(() => next++))
  const at = (column: number, row: number) => Number(columns[column]?.[row])
  // Without sensitive questions all groups share the same nothing: there may be a hundred thousand of them.
  const silent: Group['answers'] = []
  return (columns[0] ?? []).map((_, row) => ({
    values: variables.map((__, variable) => at(variable, row)),
    count: at(variables.length, row),
    answers: places.length === 0 ? silent : places.map((own) => own.map((column) => at(column, row))),
  }))
}
