import type { Projection, SubmissionSource } from '../../artefacts.ts'
import { type Condition, type Definition, readQuestions, textColumn } from '../../definition/index.ts'
import { identifier, literals } from '../../engine/index.ts'
import { rawColumn } from '../answer-names.ts'
import { conditionSql } from '../condition-sql.ts'

/** Columns of a response that say whose words they are, and what may be done with them; all private. */
const WORDS_OF = ['reference', 'organisation_name'] as const

/** What people write for yes and for no, as label keys. */
const YES = ['yes', 'y', 'true', '1', 'x', 'ticked', 'checked', 'selected']
const NO = ['no', 'n', 'false', '0', 'unticked', 'unchecked', 'not selected']

/**
 * What is read of a source for open text: its words, by which reference a response goes, and what its sender
 * agreed to. Nothing at all where the definition does nothing with open text. What is neither a yes nor a
 * no counts as the safer of both: not to be named, not to be published.
 */
export function openTextProjections(definition: Definition, source: SubmissionSource): readonly Projection[] {
  const questions = readQuestions(definition)
  if (questions.length === 0) return []
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  return [
    { name: 'reference', sql: `code_text(${cell('reference')})` },
    { name: 'organisation_name', sql: `nullif(without_blanks(${cell('organisation_name')}), '')` },
    { name: 'may_be_named', sql: said(cell('may_be_named'), YES) },
    ...questions.flatMap(({ id }) => {
      const words = source.columns.get(id)
      return words === undefined ? [] : [{ name: textColumn(id), sql: words }]
    }),
  ]
}

/**
 * Whether the sender asked that the response be not published: counted it is, and in no row that leaves. Read of every
 * source, whatever is done with open text; false where the source has no such column or the cell is blank.
 */
export function confidentialProjection({ columns }: SubmissionSource): Projection {
  const cell = columns.get('do_not_publish')
  const sql = cell === undefined ? 'false' : `(${cell} IS NOT NULL AND NOT ${said(cell, ['', ...NO])})`
  return { name: 'do_not_publish', sql }
}

/** SQL: whether a cell is one of these words. */
const said = (cell: string, words: readonly string[]): string =>
  `coalesce(list_contains([${literals(words)}], label_key(${cell})), false)`

/** The same as items of the rows kept of one source, before routing. */
export const openTextItems = (definition: Definition, source: SubmissionSource): readonly string[] => {
  const questions = readQuestions(definition)
  if (questions.length === 0) return []
  const words = questions.map(({ id }) => {
    const column = identifier(textColumn(id))
    if (!source.columns.has(id)) return `NULL::VARCHAR AS ${column}`
    return `CASE WHEN ${identifier(rawColumn(id))} THEN s.${column} END AS ${column}`
  })
  return [...WORDS_OF.map((name) => `s.${name}`), 's.may_be_named', ...words]
}

/**
 * Those items as columns of the responses: words only where the question was asked, and `named`, whether they may be
 * attributed by name. Conditions look at variables and routed answers, so this belongs outside of them.
 */
export const openTextColumns = (definition: Definition): readonly string[] => {
  const questions = readQuestions(definition)
  if (questions.length === 0) return []
  const holds = (condition: Condition) => `(${conditionSql(definition, condition)})`
  const isNamed = holds(definition.openText?.quotes?.namedIf ?? {})
  return [
    ...WORDS_OF,
    `(may_be_named AND organisation_name IS NOT NULL AND ${isNamed}) AS named`,
    ...questions.map(({ id, askedIf }) => {
      const column = identifier(textColumn(id))
      return askedIf === undefined ? column : `CASE WHEN ${holds(askedIf)} THEN ${column} END AS ${column}`
    }),
  ]
}
