import type { SubmissionSource, Submissions } from '../../artefacts.ts'
import type { Definition, SourceFile } from '../../definition/index.ts'
import { type Engine, identifier, literal } from '../../engine/index.ts'
import { IDENTIFIERS } from '../../policy.ts'

/** What an identifier is, as far as it matters for what may be published. */
export type Sort = 'person' | 'unit' | 'other'

/** Columns that identify though their author did not say so. `unit_name` is what somebody typed. */
const ROLES: Readonly<Record<string, Sort>> = {
  link: 'other',
  reference: 'other',
  unit_name: 'other',
  organisation_name: 'other',
}

/** What a column is whose heading says so: the name of a person. */
const OF_PEOPLE = /name|contact|respondent|person/i
const NOT_OF_PEOPLE = /organi[sz]ation|authority|council|company|employer|school|business|user ?name/i

/**
 * Makes the view `identifiers` (text, sort): every cell of every column that identifies, of every file as received,
 * set aside or not; a person's first and last name together; the names of the frame's units and their other names.
 */
export async function noteIdentifiers(
  engine: Engine,
  definition: Definition,
  { frame, invitees, responses, aliases }: Submissions,
): Promise<void> {
  const files = [
    { plan: definition.invitees, source: invitees },
    { plan: definition.frame, source: frame },
    ...responses.map((source, index) => ({ plan: definition.responses[index], source })),
  ]
  const parts: string[] = []
  const note = async (source: SubmissionSource, cells: readonly Cell[]): Promise<void> => {
    const relation = `identifier_cells_${parts.length}`
    if (cells.length > 0) parts.push(...(await readCells(source, cells, relation)))
  }
  for (const { plan, source } of files)
    if (plan !== undefined && source !== undefined) await note(source, cellsOf(plan, source))
  for (const source of [frame, aliases]) {
    const name = source?.columns.get('name')
    if (source !== undefined && name !== undefined) await note(source, [{ sql: name, sort: 'unit' }])
  }
  const all = parts.length === 0 ? `SELECT '' AS text, '' AS sort WHERE false` : parts.join(' UNION ALL ')
  await engine.run(
    `CREATE OR REPLACE VIEW identifiers AS SELECT * FROM (${all}) WHERE length(text) >= ${FEWEST}`,
  )
}

/** Shorter cells are never looked at. */
const FEWEST = Math.min(IDENTIFIERS.fewest_letters, IDENTIFIERS.fewest_digits, IDENTIFIERS.fewest_mixed)

interface Cell {
  readonly sql: string
  readonly sort: Sort
}

function cellsOf(plan: SourceFile, source: SubmissionSource): readonly Cell[] {
  const named = plan.identifying.flatMap((heading) => {
    const sql = source.headings.get(heading)
    const sort: Sort = OF_PEOPLE.test(heading) && !NOT_OF_PEOPLE.test(heading) ? 'person' : 'other'
    return sql === undefined ? [] : [{ heading, sql, sort }]
  })
  const first = named.find(({ heading }) => /first|given|fore/i.test(heading))
  const last = named.find(({ heading }) => /last|sur|family/i.test(heading))
  const whole: readonly Cell[] =
    first === undefined || last === undefined
      ? []
      : [{ sql: `${first.sql} || ' ' || ${last.sql}`, sort: 'person' }]
  const roles = Object.entries(ROLES).flatMap(([role, sort]) => {
    const sql = source.columns.get(role)
    return sql === undefined ? [] : [{ sql, sort }]
  })
  return [...named, ...whole, ...roles]
}

/** Reads cells into a relation; out: SQL for each of its columns. */
async function readCells(
  source: SubmissionSource,
  cells: readonly Cell[],
  relation: string,
): Promise<readonly string[]> {
  // Faults of the file were found when it was read the first time.
  await source.into(
    relation,
    cells.map(({ sql }, index) => ({ name: `c${index}`, sql })),
  )
  return cells.map(
    ({ sort }, index) => `SELECT c${index} AS text, ${literal(sort)} AS sort FROM ${identifier(relation)}`,
  )
}
