import { type Engine, identifier } from '../../engine/index.ts'
import { grouped } from '../../grouped.ts'
import type { Issue } from '../../issues.ts'

/** So many rows are named for each kind of fault. */
const NAMED_ROWS = 20

/** How far the sum of weights may be from the population, as a part of it. */
const NEAR = 0.005

const KINDS = [
  {
    code: 'clean/missing-weight',
    severity: 'error',
    holds: 'weight IS NULL',
    says: 'no weight, or one that is not a number',
    advice: 'Every response needs a weight. Put in the missing ones, or leave the rows out.',
  },
  {
    code: 'clean/weight-not-finite',
    severity: 'error',
    holds: 'NOT isfinite(weight)',
    says: 'a weight that is infinite or no number',
    advice: 'Look for a division by 0 where the weights were made.',
  },
  {
    code: 'clean/negative-weight',
    severity: 'error',
    holds: 'isfinite(weight) AND weight < 0',
    says: 'a negative weight',
    advice: 'A response stands for somebody or for nobody. Trim the weights where they were made.',
  },
  {
    code: 'clean/zero-weight',
    severity: 'warning',
    holds: 'weight = 0',
    says: 'a weight of 0',
    advice:
      'These responses are in the unweighted bases and in no weighted figure. Check that this is meant.',
  },
] as const

/**
 * What is wrong with the weights of a relation of responses: `source` and `record` say where each stands, the
 * DOUBLE `weight` is NULL where the cell was blank or no number. One issue a row, for the first 20 rows
 * of each kind; the first of them says how many there are. `population` is what the definition says
 * they sum to. Never a cell's content.
 */
export async function checkWeights(
  engine: Engine,
  relation: string,
  population: number | undefined,
): Promise<readonly Issue[]> {
  const issues: Issue[] = []
  for (const kind of KINDS) {
    const rows =
      await engine.rows(`SELECT source, record::DOUBLE AS record, (count(*) OVER ())::DOUBLE AS found
      FROM ${identifier(relation)} WHERE ${kind.holds} ORDER BY source, record LIMIT ${NAMED_ROWS}`)
    issues.push(...rows.map((row, index) => rowIssue(kind, row, index)))
  }
  return [...issues, ...(await sumIssue(engine, relation, population))]
}

function rowIssue(
  { code, severity, says, advice }: (typeof KINDS)[number],
  row: Readonly<Record<string, unknown>>,
  index: number,
): Issue {
  const found = Number(row['found'])
  const others = index === 0 && found > 1 ? ` (one of ${found} such rows)` : ''
  const message = `This response has ${says}${others}.`
  const place = { file: String(row['source']), row: Number(row['record']), column: 'weight' }
  return { code, severity, concern: 'data', message, advice, ...place }
}

async function sumIssue(
  engine: Engine,
  relation: string,
  population: number | undefined,
): Promise<readonly Issue[]> {
  if (population === undefined) return []
  // As a decimal, since a sum of floats depends on the order of rows; beyond 10^15 no weight is meant.
  const [row] = await engine.rows(`SELECT coalesce(sum(CASE WHEN abs(weight) < 1e15
    THEN weight::DECIMAL(38, 6) END), 0)::VARCHAR AS sum FROM ${identifier(relation)}`)
  const sum = Number(row?.['sum'])
  if (Math.abs(sum - population) <= NEAR * population) return []
  return [
    {
      code: 'clean/weight-sum',
      severity: 'error',
      concern: 'data',
      message: `The weights add up to ${grouped(sum)}; the population is said to be ${grouped(population)}.`,
      advice:
        'Correct weighting.total in the definition, or the weights. Weights scaled to the number of responses give no totals of the population.',
      column: 'weight',
    },
  ]
}
