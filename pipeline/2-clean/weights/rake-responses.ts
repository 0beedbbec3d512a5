import type { Definition, Id, Weighting } from '../../definition/index.ts'
import { type Engine, identifier, literal } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { type Margin, rake } from './rake.ts'
import { rakeIssue } from './rake-issue.ts'

/**
 * Gives each response the weight that brings all of them to the known totals: those of the definition, else
 * those of the frame. Weights received are kept as the starting point. Issues where the totals
 * cannot be met.
 */
export async function rakeResponses(
  engine: Engine,
  definition: Definition,
  { rake: plan, total }: Weighting,
): Promise<readonly Issue[]> {
  const variables = plan.map(({ variable }) => variable)
  const margins: Margin[] = []
  for (const { variable, totals } of plan) {
    margins.push(
      totals === undefined
        ? await frameTotals(engine, definition, variable)
        : new Map(Object.entries(totals)),
    )
  }
  const columns = variables.map((id) => identifier(id))
  const found =
    await engine.rows(`SELECT ${columns.map((column, index) => `${column}::VARCHAR AS v${index}`).join(', ')},
    sum(coalesce(weight, 1)::DECIMAL(38, 12))::DOUBLE AS weight FROM responses GROUP BY ALL ORDER BY ALL`)
  const cells = found.map((row) => ({
    values: variables.map((_, index) => String(row[`v${index}`])),
    count: Number(row['weight']),
  }))
  const raked = rake(cells, margins)
  if ('fault' in raked) return [rakeIssue(definition, variables, raked.fault)]
  const sum = [...(margins[0]?.values() ?? [])].reduce((all, one) => all + one, 0)
  const scale = total === undefined || sum === 0 ? 1 : total / sum
  const names = variables.map((_, index) => `v${index}`)
  await engine.run(
    `CREATE TEMP TABLE factors (${names.map((name) => `${name} VARCHAR, `).join('')}factor DOUBLE)`,
  )
  for (let start = 0; start < cells.length; start += 1000) {
    const rows = cells.slice(start, start + 1000).map(({ values }, offset) => {
      const factor = (raked.weights[start + offset] ?? 0) * scale
      return `(${[...values.map(literal), `${factor}::DOUBLE`].join(', ')})`
    })
    await engine.run(`INSERT INTO factors VALUES ${rows.join(', ')}`)
  }
  const same = columns.map((column, index) => `r.${column}::VARCHAR = f.v${index}`).join(' AND ')
  await engine.run(
    `UPDATE responses r SET weight = coalesce(r.weight, 1) * f.factor FROM factors f WHERE ${same}`,
  )
  await engine.run('DROP TABLE factors')
  return []
}

/** How many units of the frame (or people invited, where the variable is theirs) have each value. */
async function frameTotals(engine: Engine, definition: Definition, variable: Id): Promise<Margin> {
  const ofPeople = definition.invitees?.columns[variable] !== undefined
  const [relation, counted] = ofPeople ? ['people_coverage', 'sum(in_frame)'] : ['unit_coverage', 'count(*)']
  const rows =
    await engine.rows(`SELECT ${identifier(variable)}::VARCHAR AS value, (${counted})::DOUBLE AS units
    FROM ${relation} GROUP BY value HAVING ${counted} > 0 ORDER BY value`)
  return new Map(rows.map(({ value, units }) => [String(value), Number(units)]))
}
