import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import type { ResponseFile } from './files.ts'
import { settle, type Tie } from './sittings.ts'
import { resolveLate } from './times.ts'

interface Mark {
  /** Relation (file, record, key) of the rows whose key stands there more than once; it is dropped. */
  readonly relation: string
  readonly reason: string
  /** What they share, in words. */
  readonly mark: string
  readonly code: string
  /** What else the author may do where nothing decides. */
  readonly otherwise: string
}

/**
 * Settles rows that share a mark of one person and may differ, by the rule of the definition. Where nothing decides
 * between rows that differ, they are errors with their rows named. Under `keep: all` they stay; a warning says so.
 */
export async function contradictions(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
  { relation, reason, mark, code, otherwise }: Mark,
): Promise<readonly Issue[]> {
  const [row] = await engine.rows(
    `SELECT count(*)::INTEGER AS rows, count(DISTINCT key)::INTEGER AS keys FROM ${relation}`,
  )
  const [rows, keys] = [Number(row?.['rows']), Number(row?.['keys'])]
  const { keep } = definition.cleaning
  if (rows === 0 || keep === 'all') {
    await engine.run(`DROP TABLE ${relation}`)
    return rows === 0 ? [] : [keptAll(rows, keys, mark, code)]
  }
  const untold = await resolveLate(engine, definition, files, relation, { mustTell: true })
  if (hasErrors(untold)) return untold
  const { ties } = await settle(engine, definition, files, { relation, rule: keep, reason })
  return ties.map((tie) => undecided(files, tie, { mark, code, otherwise }))
}

const keptAll = (rows: number, keys: number, mark: string, code: string): Issue => ({
  code,
  severity: 'warning',
  concern: 'data',
  message: `${rows} responses share the ${mark} with another one that says otherwise (${keys} of them different); all are counted, as \`cleaning: { keep: all }\` states.`,
  advice: 'Leave `keep: all` out if each of them is to count once.',
})

function undecided(
  files: readonly ResponseFile[],
  { rows }: Tie,
  { mark, code, otherwise }: Pick<Mark, 'mark' | 'code' | 'otherwise'>,
): Issue {
  const places = rows.map(({ file, record }) => {
    const source = files[file]?.source
    return { file: source?.file ?? '', row: record + (source?.firstRow ?? 0) }
  })
  const [first, ...rest] = places
  const others = rest
    .slice(0, 10)
    .map(({ file, row }) => (file === first?.file ? `row ${row}` : `${file}, row ${row}`))
  const more = rest.length > others.length ? ` and ${rest.length - others.length} more` : ''
  return {
    code,
    severity: 'error',
    concern: 'data',
    message: `Another response has the same ${mark} as this one (${others.join('; ')}${more}), and they differ; nothing tells which of them counts.`,
    expected: 'a time of sending that tells the last one, or one row a response',
    advice: `Delete the rows that do not count, name the column with the time under \`columns: { submitted: … }\`, or ${otherwise}.`,
    ...(first === undefined ? {} : first),
  }
}
