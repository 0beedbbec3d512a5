import type { Projection, SubmissionSource } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { literal, literals } from '../../engine/index.ts'
import { kindOfHeading } from '../identities/kind-of-heading.ts'

/** Roles of columns that say who answered, when, or with which weight: no part of what was answered. */
const ROLES = new Set([
  ...['link', 'unit', 'unit_name', 'started', 'submitted', 'covers', 'reference', 'organisation_name'],
  ...['weight', 'stratum', 'cluster', 'population_size', 'may_be_named', 'do_not_publish'],
])

/** A column of a file that is neither an answer nor a variable of the definition. */
export interface OtherColumn {
  readonly heading: string
  /** SQL identifier of the raw column. */
  readonly column: string
}

/** Columns as received that the definition maps to nothing: identifying, ignored, of the platform's own making. */
export function otherColumns(source: SubmissionSource): readonly OtherColumn[] {
  const mapped = new Set(source.columns.values())
  return [...source.headings]
    .filter(([heading, column]) => heading !== '' && !mapped.has(column))
    .map(([heading, column]) => ({ heading, column }))
    .sort((a, b) => (a.heading < b.heading ? -1 : 1))
}

/** Name of the staged column with the e-mail address of one of `otherColumns`, as a number. */
export const mailColumn = (index: number): string => `_mail${index}`

/**
 * What tells persons from rows, read with the rest of a file: `_content`, a number for all answers and variables,
 * the same in whatever file and column they stand; `_whole`, one for everything received; `_number`, the
 * platform's own number of the response; `_reference`, another number that the definition names; `_who`, the names
 * given; and an e-mail address a column: a number for an address, 0 for another text. All of it stays private.
 */
export function markProjections(
  definition: Definition,
  sources: readonly SubmissionSource[],
  source: SubmissionSource,
): readonly Projection[] {
  const names = [...new Set(sources.flatMap(({ columns }) => [...columns.keys()]))].sort()
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  const answers = names.filter((name) => !ROLES.has(name)).map(cell)
  const roles = names.filter((name) => ROLES.has(name)).map(cell)
  const others = otherColumns(source)
  const content = `hash(${[literal(definition.id), ...answers].join(', ')})`
  const [own] = source.numbers
  const reference = source.columns.get('reference')
  return [
    { name: '_content', sql: content },
    {
      name: '_whole',
      sql: `hash(${[content, ...roles, ...others.map(({ column }) => column)].join(', ')})`,
    },
    { name: '_number', sql: `code_text(${own ?? reference ?? 'NULL::VARCHAR'})` },
    {
      name: '_reference',
      sql: own === undefined || own === reference ? 'NULL::VARCHAR' : `code_text(${cell('reference')})`,
    },
    { name: '_who', sql: whoSql(source, others) },
    ...others.map(({ column }, index) => ({ name: mailColumn(index), sql: mailSql(column) })),
  ]
}

/** SQL: a number for the names of the person and the organisation that a row gives; NULL where it gives none. */
function whoSql(source: SubmissionSource, others: readonly OtherColumn[]): string {
  const named = others.filter(({ heading }) => kindOfHeading(heading).names !== 'words')
  const cells = [
    ...named.map(({ column }) => column),
    ...['unit_name', 'organisation_name'].flatMap((role) => source.columns.get(role) ?? []),
  ]
  if (cells.length === 0) return 'NULL::UBIGINT'
  // An address under "Contact" is no name.
  const written = cells.map((cell) => `CASE WHEN NOT contains(${cell}, '@') THEN ${cell} END`)
  // Case, blanks and full stops make no other person.
  const names = `nullif(translate(lower(concat('', ${written.join(', ')})), ' .,\u00a0\t', ''), '')`
  return `CASE WHEN ${names} IS NOT NULL THEN hash(${names}) END`
}

/**
 * SQL: a number for an e-mail address, 0 for any other text, and 1 for one that an office shares; NULL for a blank.
 * Plain searches instead of patterns: this is done for each cell that the definition maps to nothing.
 */
function mailSql(cell: string): string {
  const text = `lower(trim(${cell}))`
  const isAddress = `contains(split_part(${cell}, '@', 2), '.') AND NOT contains(${text}, ' ')`
  return `CASE WHEN ${cell} IS NULL THEN NULL WHEN contains(${cell}, '@') AND ${isAddress}
    THEN CASE WHEN split_part(${text}, '@', 1) IN (${literals(SHARED)}) THEN 1 ELSE hash(${text}) END
    ELSE 0 END::UBIGINT`
}

/** The number of all addresses that an office shares, or that stand for none: no one person's. */
export const SHARED_ADDRESS = 1

const SHARED = [
  ...['info', 'information', 'admin', 'administrator', 'administration', 'office', 'enquiry', 'enquiries'],
  ...['inquiry', 'inquiries', 'contact', 'contactus', 'hello', 'help', 'helpdesk', 'mail', 'email', 'e-mail'],
  ...['post', 'postmaster', 'reception', 'secretary', 'clerk', 'townclerk', 'parishclerk', 'parish.clerk'],
  ...['council', 'consultation', 'consultations', 'feedback', 'planning', 'democratic.services', 'support'],
  ...['team', 'noreply', 'no-reply', 'none', 'no', 'na', 'n.a', 'n/a', 'test', 'anon', 'anonymous', 'nobody'],
  ...['unknown', 'notprovided', 'not.provided', 'x', 'xx', 'xxx'],
]
