/**
 * Who the consultation knows, a room of its own within the stage. In: columns that identify, of every file. Out:
 * `identities` (text, kind, names, own_only, source, record): whoever and whatever must not be given away by words
 * that are published. It is read by redaction alone, and is in no release. Made only where words are published.
 */
import type { SubmissionSource, Submissions } from '../../artefacts.ts'
import type { Definition, SourceFile } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { type Identity, kindOfHeading } from './kind-of-heading.ts'

export const IDENTITIES = 'identities'

/**
 * Makes the relation, after `responses` are there, where words of respondents may be published; everybody in the
 * files counts, also those whose rows were set aside.
 */
export async function noteEverybody(
  engine: Engine,
  definition: Definition,
  { frame, invitees, responses }: Pick<Submissions, 'frame' | 'invitees' | 'responses'>,
): Promise<readonly Issue[]> {
  await engine.run(`CREATE TABLE ${IDENTITIES}
    (text VARCHAR, kind VARCHAR, names VARCHAR, own_only BOOLEAN, source VARCHAR, record BIGINT)`)
  if (definition.openText?.quotes === undefined) return []
  const files = [
    { plan: definition.frame, source: frame },
    { plan: definition.invitees, source: invitees },
    ...responses.map((source, index) => ({ plan: definition.responses[index], source })),
  ]
  for (const { plan, source } of files) {
    if (plan === undefined || source === undefined) continue
    const issues = await noteIdentities(engine, plan, source)
    if (hasErrors(issues)) return issues
  }
  await noteFrame(engine, definition, invitees)
  return []
}

/** Roles of columns that identify though they are not among those called identifying. */
const ROLES: Readonly<Record<string, Identity>> = {
  link: { kind: 'web address', names: 'words' },
  reference: { kind: 'identifying number', names: 'words' },
  unit_name: { kind: 'organisation', names: 'organisation' },
  organisation_name: { kind: 'organisation', names: 'organisation' },
}

/**
 * Adds what one file says of people: its identifying columns, a person's first and last name together, and the
 * roles that identify. `plan` says which they are.
 */
async function noteIdentities(
  engine: Engine,
  plan: SourceFile,
  source: SubmissionSource,
): Promise<readonly Issue[]> {
  const cells = [
    ...plan.identifying.flatMap((heading) => {
      const column = source.headings.get(heading)
      return column === undefined ? [] : [{ column, identity: kindOfHeading(heading) }]
    }),
    ...Object.entries(ROLES).flatMap(([role, identity]) => {
      const column = source.columns.get(role)
      return column === undefined ? [] : [{ column, identity }]
    }),
  ]
  const first = cells.find(({ identity }) => identity.part === 'first')?.column
  const last = cells.find(({ identity }) => identity.part === 'last')?.column
  const whole = first === undefined || last === undefined ? [] : [fullName(first, last)]
  const all = [...cells.map(({ column, identity }) => ({ sql: column, identity })), ...whole]
  if (all.length === 0) return []
  const faults = await source.into(
    'identity_rows',
    all.map(({ sql }, index) => ({ name: `i${index}`, sql: `nullif(without_blanks(${sql}), '')` })),
  )
  if (hasErrors(faults)) return faults
  const parts = all.map(
    ({ identity: { kind, names, ownOnly } }, index) => `SELECT i${index}, ${literal(kind)}, ${literal(names)},
      ${ownOnly === true}, ${literal(source.file)}, rowid + ${source.firstRow} FROM identity_rows WHERE i${index} IS NOT NULL`,
  )
  await engine.run(`INSERT INTO ${IDENTITIES} ${parts.join(' UNION ALL ')}; DROP TABLE identity_rows`)
  return []
}

const fullName = (first: string, last: string) => ({
  sql: `${first} || ' ' || ${last}`,
  identity: { kind: 'name', names: 'person' } as Identity,
})

/**
 * Adds the frame: its units and their other names. `kind` is the word for a unit. Then gives each response what its
 * unit and the person invited go by, as its own.
 */
async function noteFrame(
  engine: Engine,
  definition: Definition,
  invitees: SubmissionSource | undefined,
): Promise<void> {
  if (definition.frame === undefined) return
  const kind = literal(definition.frame.unit.one)
  const named = `SELECT key, name FROM units UNION ALL SELECT key, name FROM unit_aliases`
  await engine.run(`INSERT INTO ${IDENTITIES}
    SELECT DISTINCT name, ${kind}, 'organisation', false, NULL, NULL::BIGINT FROM (${named}) WHERE name IS NOT NULL`)
  await engine.run(`INSERT INTO ${IDENTITIES}
    SELECT n.name, ${kind}, 'organisation', false, r.source, r.record FROM (
      SELECT source, record, unit AS key FROM responses WHERE unit IS NOT NULL
      UNION SELECT r.source, r.record, unnest(p.keys) FROM responses r JOIN people p ON r.person = p.rowid) r
    JOIN (${named}) n USING (key) WHERE n.name IS NOT NULL`)
  if (invitees === undefined) return
  await engine.run(`INSERT INTO ${IDENTITIES}
    SELECT i.text, i.kind, i.names, i.own_only, r.source, r.record FROM responses r
    JOIN ${IDENTITIES} i ON i.source = ${literal(invitees.file)} AND i.record = r.person + ${invitees.firstRow}`)
}
