import { type Engine, literals } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import type { ResponseFile } from './files.ts'
import { COPY, SAME_NUMBER, SAME_ROW } from './set-aside-rows.ts'

/**
 * One warning for each file where copies of responses were set aside: how many, how many responses stood there more
 * than once, and where the first stands. Reasons that a person has for answering twice are told by the account alone.
 */
export async function repeatedPeople(
  engine: Engine,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const issues: Issue[] = []
  for (const { source, matched } of files) {
    const [row] = await engine.rows(`SELECT count(*)::INTEGER AS rows, min(record)::INTEGER AS first,
        count(DISTINCT coalesce(_number, _reference, _whole::VARCHAR))::INTEGER AS responses
      FROM ${matched} WHERE reason IN (${literals([COPY, SAME_ROW, SAME_NUMBER])})`)
    const rows = Number(row?.['rows'])
    if (rows === 0) continue
    issues.push(
      copies(source.file, rows, Number(row?.['responses']), Number(row?.['first']) + source.firstRow),
    )
  }
  return issues
}

const copies = (file: string, rows: number, responses: number, first: number): Issue => ({
  code: 'clean/repeated-rows',
  severity: 'warning',
  concern: 'data',
  message: `${responses === 1 ? 'One response stands' : `${responses} responses stand`} there more than once, and ${responses === 1 ? 'counts' : 'each counts'} once: ${rows === 1 ? 'one row was' : `${rows} rows were`} set aside. This is the first of them.`,
  advice: 'Look whether an export was pasted or listed twice. The cleaning log has each row.',
  file,
  row: first,
})
