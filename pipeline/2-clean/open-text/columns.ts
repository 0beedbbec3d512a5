import type { Projection, SubmissionSource } from '../../artefacts.ts'
import { type Condition, type Definition, readQuestions, textColumn } from '../../definition/index.ts'
import { identifier, literals } from '../../engine/index.ts'
import { rawColumn } from '../answer-names.ts'
import { conditionSql } from '../condition-sql.ts'

/** Columns of a response that say whose words they are, and what may be done with them; all private. */
const WORDS_OF = ['reference', 'organisation_name', 'do_not_publish'] as const

/** Whether anybody could say that a response is to be kept confidential: it is then in no row, quoted or not. */
const mayBeSilent = ({ responses }: Definition): boolean =>
  responses.some(({ columns }) => Object.hasOwn(columns, 'do_not_publish'))

/** What people write for yes and for no, as label keys. */
const YES = ['yes', 'y', 'true', '1', 'x', 'ticked', 'checked', 'selected']
const NO = ['no', 'n', 'false', '0', 'unticked', 'unchecked', 'not selected']

/**
 * What is read of a source for open text: its words, by which reference a response goes, and what its sender
 * agreed to. Where the definition does nothing with open text only whether a response is confidential. What is neither a yes nor a
 * no counts as the safer of both: not to be named, not to be published.
 */
export function openTextProjections(definition: Definition, source: SubmissionSource): readonly Projection[] {
  const questions = readQuestions(definition)
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  const said = (name: string, words: readonly string[]) =>
    `coalesce(list_contains([${literals(words)}], label_key(${cell(name)})), false)`
  const silent = {
    name: 'do_not_publish',
    sql: `(${cell('do_not_publish')} IS NOT NULL AND NOT ${said('do_not_publish', ['', ...NO])})`,
  }
  if (questions.length === 0) return mayBeSilent(definition) ? [silent] : []
  return [
    { name: 'reference', sql: `code_text(${cell('reference')})` },
    { name: 'organisation_name', sql: `nullif(without_blanks(${cell('organisation_name')}), '')` },
    { name: 'may_be_named', sql: said('may_be_named', YES) },
    silent,
    ...questions.flatMap(({ id }) => {
      const words = source.columns.get(id)
      return words === undefined ? [] : [{ name: textColumn(id), sql: words }]
    }),
  ]
}

/** The same as items of the rows kept of one source, before routing. */
export const openTextItems = (definition: Definition, source: SubmissionSource): readonly string[] => {
  const questions = readQuestions(definition)
  if (questions.length === 0) return mayBeSilent(definition) ? ['s.do_not_publish'] : []
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
  if (questions.length === 0) return mayBeSilent(definition) ? ['do_not_publish'] : []
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
