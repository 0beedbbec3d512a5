import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Finding } from './findings.ts'
import { KEYED, type VisibleCondition } from './rows-conditions.ts'
import { groupedBy, inWords, type RowsRead } from './rows-key.ts'

/**
 * Equivalence classes of the rows that hold fewer than `minimum_class` (k-anonymity: Samarati and Sweeney 1998): by
 * what others can know, then also by who was asked what, one condition at a time and all together.
 */
export async function classFindings(
  engine: Engine,
  { minimum_class }: TabulationPlan['rules'],
  { identifying }: RowsRead,
  conditions: readonly VisibleCondition[],
): Promise<readonly Finding[]> {
  const whole = await small(engine, minimum_class, [], [])
  // A file of so few is one finding, and not one for each way to divide it.
  if (whole.length > 0 || identifying.length + conditions.length === 0) return whole
  const found = [...(await small(engine, minimum_class, identifying, []))]
  for (const condition of conditions)
    found.push(...(await small(engine, minimum_class, identifying, [condition])))
  const certain = conditions.filter(({ explained }) => !explained)
  if (found.length > 0 || certain.length < 2) return found
  return small(engine, minimum_class, identifying, certain)
}

/**
 * Sides of these conditions that fewer rows of a class are on, of classes that are large enough. Rows of which answers
 * explain that they were asked or not may be on either side.
 */
async function small(
  engine: Engine,
  fewest: number,
  names: readonly string[],
  conditions: readonly VisibleCondition[],
): Promise<readonly Finding[]> {
  const sides = conditions.map(({ side }) => side)
  const within = names.length === 0 ? '' : `PARTITION BY ${names.map(identifier).join(', ')}`
  const either = sides.length === 1 ? `${sides[0]} IS NULL` : 'false'
  const size = `"#n" + coalesce(sum("#n") FILTER (WHERE ${either}) OVER (${within}), 0)`
  const divided = conditions.length === 0 ? 'true' : `"#whole" >= ${fewest} AND NOT (${either})`
  const [row] = await engine.rows(`
    SELECT count(*)::INTEGER AS classes, min("#size") FILTER (WHERE "#small")::INTEGER AS least,
      max("#size") FILTER (WHERE "#small")::INTEGER AS most, count(*) FILTER (WHERE "#small")::INTEGER AS small
    FROM (SELECT *, ${divided} AND "#size" < ${fewest} AS "#small"
      FROM (SELECT *, ${size} AS "#size", sum("#n") OVER (${within}) AS "#whole"
        FROM (SELECT ${[...names.map(identifier), ...sides, 'count(*) AS "#n"'].join(', ')}
          FROM ${KEYED} ${groupedBy([...names, ...sides])} HAVING count(*) > 0)))`)
  if (Number(row?.['small'] ?? 0) === 0) return []
  const of = inWords(
    names,
    conditions.map(({ question }) => question),
  )
  const count =
    names.length + sides.length === 0 ? '' : ` (${row?.['small']} of ${row?.['classes']} combinations)`
  const base = { least: Number(row?.['least']), most: Number(row?.['most']) }
  return [{ rule: 'small class', group: `${of}${count}`, base, derived: [] }]
}
