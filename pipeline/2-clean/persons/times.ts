import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { completeSubmitted } from '../resolve-dates.ts'
import type { ResponseFile } from './files.ts'

/**
 * Completes the times of sending of files with rows in `relation` (file, record), where they wait to be understood:
 * until two rows of one person are found, the order of day and month matters to nobody. `mustTell` says whether
 * it is an error where the order cannot be told.
 */
export async function resolveLate(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
  relation: string,
  { mustTell }: { readonly mustTell: boolean },
): Promise<readonly Issue[]> {
  const found = await engine.rows(`SELECT DISTINCT file::INTEGER AS file FROM ${relation} ORDER BY file`)
  const issues: Issue[] = []
  for (const row of found) {
    const file = files[Number(row['file'])]
    if (file === undefined) continue
    const { source, staged, matched } = file
    const faults = await completeSubmitted(engine, definition, source, staged)
    if (mustTell) issues.push(...faults)
    if (hasErrors(faults)) continue
    await engine.run(
      `UPDATE ${matched} AS m SET submitted = s.submitted FROM ${staged} s WHERE s.rowid = m.record`,
    )
  }
  return issues
}
