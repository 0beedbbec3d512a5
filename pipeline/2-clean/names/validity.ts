import type { SubmissionSource } from '../../artefacts.ts'
import { type Engine, literal } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'

/**
 * SQL that holds for a unit, read with columns `from` and `until` as text, that existed on `day`. Both are
 * days of its existence, the last one too, as registers give them; a blank one leaves that end open.
 */
export const existedOn = (day: string): string =>
  `coalesce(try_cast("from" AS DATE) <= DATE ${literal(day)}, true)
    AND coalesce(try_cast("until" AS DATE) >= DATE ${literal(day)}, true)`

/** Dates of `relation` (with rowid, `from`, `until`) that are no dates, as errors. */
export async function dateFaults(
  engine: Engine,
  relation: string,
  source: SubmissionSource,
): Promise<readonly Issue[]> {
  const parts = ['from', 'until'].map(
    (role) => `SELECT rowid + ${source.firstRow} AS row, ${literal(role)} AS role FROM ${relation}
      WHERE "${role}" IS NOT NULL AND try_cast("${role}" AS DATE) IS NULL`,
  )
  const rows = await engine.rows(`${parts.join(' UNION ALL ')} ORDER BY row, role LIMIT 20`)
  return rows.map(({ row, role }) => ({
    code: 'clean/frame-date',
    severity: 'error',
    concern: 'data',
    message: `The day ${role === 'from' ? 'from' : 'until'} which this unit existed is no date.`,
    expected: 'a date such as 2019-03-31, or a blank cell where that end is open',
    advice: 'Correct the cell.',
    file: source.file,
    row: Number(row),
    column: String(role),
  }))
}

/** How many units were left out because they did not exist on `day`: a note, or an error if all were. */
export async function leftOut(engine: Engine, file: string, day: string): Promise<readonly Issue[]> {
  const [counts] = await engine.rows(`SELECT (SELECT count(*) FROM units)::INTEGER AS units,
    (SELECT count(*) FROM former_units)::INTEGER AS former`)
  const [units, former] = [Number(counts?.['units']), Number(counts?.['former'])]
  if (former === 0) return []
  const none = units === 0
  return [
    {
      code: 'clean/units-left-out',
      severity: none ? 'error' : 'note',
      concern: 'data',
      message: none
        ? `No unit of the frame existed on ${day}, the last day of fieldwork.`
        : `${former} of ${units + former} units of the frame did not exist on ${day}, the last day of fieldwork, or ${former === 1 ? 'was' : 'were'} not asked: left out.`,
      ...(none ? { advice: 'Look at the columns named for from and until, and at fieldwork.end.' } : {}),
      file,
    },
  ]
}
