import type { SubmissionSource } from '../../artefacts.ts'
import { type Engine, literal } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'

/** What a person writes beside a name that is none of the frame's units. */
export const NOT_OURS = 'none'

/**
 * Reads the review sheet of an earlier run. Makes `decided_names` (form, name, decision), whatever a
 * person wrote, to be kept; and `name_decisions` (form, key: NULL for "none"), what of it counts.
 * Warns of decisions that name no unit of the frame, and of two that contradict each other: neither counts.
 */
export async function readDecisions(engine: Engine, source: SubmissionSource): Promise<readonly Issue[]> {
  const faults = await source.into('decision_rows', [
    { name: 'name', sql: source.columns.get('name') ?? 'NULL::VARCHAR' },
    { name: 'decision', sql: `nullif(without_blanks(${source.columns.get('decision') ?? 'NULL'}), '')` },
  ])
  if (faults.length > 0) return faults
  await engine.run(`INSERT INTO decided_names
    SELECT review_form(name) AS form, arg_min(name, rowid),
      array_to_string(list_sort(list(DISTINCT decision)), ' or ')
    FROM decision_rows WHERE name IS NOT NULL AND decision IS NOT NULL GROUP BY form`)
  await engine.run(`INSERT INTO name_decisions
    SELECT d.form, u.key FROM decided_names d LEFT JOIN (SELECT DISTINCT key FROM units) u ON u.key = d.decision
    WHERE u.key IS NOT NULL OR lower(d.decision) = ${literal(NOT_OURS)}`)
  const rows =
    await engine.rows(`SELECT r.rowid + ${source.firstRow} AS row, r.decision <> d.decision AS contradicted
    FROM decision_rows r JOIN decided_names d ON review_form(r.name) = d.form
    WHERE r.decision IS NOT NULL AND d.form NOT IN (SELECT n.form FROM name_decisions n) ORDER BY row LIMIT 20`)
  return rows.map(({ row, contradicted }) => ({
    code: 'clean/name-decision',
    severity: 'warning',
    concern: 'data',
    message:
      contradicted === true
        ? 'Another row decides otherwise for the same name, so neither decision counts.'
        : 'This decision is not the key of a unit of the frame, so it does not count.',
    expected: `the key of a unit, or ${NOT_OURS}`,
    advice: 'Correct the decision in the review sheet and run again.',
    file: source.file,
    row: Number(row),
    column: 'decision',
  }))
}
