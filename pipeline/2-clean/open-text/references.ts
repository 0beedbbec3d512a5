import type { Definition } from '../../definition/index.ts'
import { readQuestions } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'

/** Starts `references_seen`: the references of all rows received, and whether the row was kept. */
export const startReferences = (engine: Engine): Promise<void> =>
  engine.run('CREATE TABLE references_seen (file VARCHAR, reference VARCHAR, row BIGINT, kept BOOLEAN)')

/** Adds those of one file. */
export async function noteReferences(
  engine: Engine,
  definition: Definition,
  file: string,
  firstRow: number,
  staged: string,
  matched: string,
): Promise<void> {
  if (readQuestions(definition).length === 0) return
  await engine.run(`INSERT INTO references_seen
    SELECT ${literal(file)}, s.reference, m.record + ${firstRow}, m.reason IS NULL FROM ${staged} s
    JOIN ${matched} m ON s.rowid = m.record WHERE s.reference IS NOT NULL`)
}

/** Two responses kept under one reference: nobody could say which of them a sheet means. */
export async function repeatedReferences(engine: Engine): Promise<readonly Issue[]> {
  const rows =
    await engine.rows(`SELECT arg_max(file, (file, row)) AS file, arg_max(row, (file, row))::INTEGER AS row
    FROM references_seen WHERE kept GROUP BY reference HAVING count(*) > 1 ORDER BY file, row LIMIT 20`)
  return rows.map(({ file, row }) => ({
    code: 'clean/repeated-reference',
    severity: 'error',
    concern: 'data',
    message: 'Another response has the same reference as this one.',
    expected: 'a reference that never repeats',
    advice: 'Name another column under columns: { reference: … }, or correct the file.',
    file: String(file),
    row: Number(row),
    column: 'reference',
  }))
}
