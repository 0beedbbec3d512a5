import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import { allAnswerColumns, type Definition, populationColumn, type Question } from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { conditionSql } from './condition-sql.ts'
import { editColumn, routedItems } from './route.ts'
import { variableType } from './variable-projections.ts'

/**
 * SQL for the responses kept of one file: where each came from, its variables (of the person invited,
 * else of the unit, else its own), its routed answers, and its membership of each population
 * (GSBPM 5.5).
 */
export function assembleSql(
  definition: Definition,
  ordered: readonly Question[],
  source: SubmissionSource,
  staged: string,
  matched: string,
): string {
  const variables = definition.variables.map(({ id }) => variable(definition, id, source))
  const answers = allAnswerColumns(definition).map(({ name }) => identifier(name))
  const populations = definition.populations.map(
    ({ id, where }) => `(${conditionSql(definition, where ?? {})}) AS ${identifier(populationColumn(id))}`,
  )
  return `SELECT source, record, person, unit, covers, digest,
      ${[...definition.variables.map(({ id }) => identifier(id)), ...answers].map((name) => `${name},`).join(' ')}
      ${definition.questions.map(({ id }) => `${editColumn(id)},`).join(' ')}
      ${populations.join(', ')}
    FROM (
      SELECT ${literal(source.file)} AS source, m.record + 2 AS record, m.person, m.unit, s.covers, s.digest,
        ${[...variables, ...routedItems(definition, ordered, source)].join(',\n        ')}
      FROM ${staged} s JOIN ${matched} m ON s.rowid = m.record
      LEFT JOIN people p ON m.person = p.rowid
      LEFT JOIN units u ON m.unit = u.key
      WHERE m.reason IS NULL
    )`
}

function variable(definition: Definition, id: string, source: SubmissionSource): string {
  const name = identifier(id)
  const places = [
    ...(definition.invitees?.columns[id] === undefined ? [] : [`p.${name}`]),
    ...(definition.frame?.columns[id] === undefined ? [] : [`u.${name}`]),
    ...(source.columns.has(id) ? [`s.${name}`] : []),
  ]
  const type = identifier(variableType(id))
  return `coalesce(${[...places, `${literal(NOTHING.noReply)}::${type}`].join(', ')}) AS ${name}`
}
