import type { Projection, SubmissionSource } from '../../artefacts.ts'
import {
  type Condition,
  type Definition,
  labelKey,
  type ResponseSource,
  readQuestions,
  textColumn,
} from '../../definition/index.ts'
import { identifier, literals } from '../../engine/index.ts'
import { rawColumn } from '../answer-names.ts'
import { conditionSql } from '../condition-sql.ts'

/** Columns of a response that say whose words they are, and what may be done with them; all private. */
const WORDS_OF = ['reference', 'organisation_name'] as const

/** What people write for yes and for no, as label keys. */
const YES = ['yes', 'y', 'true', '1', 'x', 'ticked', 'checked', 'selected']
const NO = ['no', 'n', 'false', '0', 'unticked', 'unchecked', 'not selected']

/**
 * SQL: whether a response is to be kept back. Without a list the column says so by anything but no or nothing; with one,
 * by anything that is not on it. A file without the column keeps nothing back.
 */
export function doNotPublishSql(
  column: string | undefined,
  mayPublish: readonly string[] | undefined,
): string {
  if (column === undefined) return 'false'
  const lets = literals((mayPublish ?? ['', ...NO]).map(labelKey))
  const cell = `label_key(coalesce(${column}, ''))`
  return `(NOT coalesce(list_contains([${lets}], ${cell}), false))`
}

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
 * source, whatever is done with open text; false where the source has no such column.
 */
export const confidentialProjection = (
  { columns }: SubmissionSource,
  { mayPublish }: Pick<ResponseSource, 'mayPublish'>,
): Projection => ({
  name: 'do_not_publish',
  sql: doNotPublishSql(columns.get('do_not_publish'), mayPublish),
})

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
