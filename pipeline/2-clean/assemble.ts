import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import {
  allAnswerColumns,
  baseColumn,
  type Definition,
  isMeasured,
  measureColumn,
  populationColumn,
  type Question,
  type ResponseSource,
} from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { conditionSql } from './condition-sql.ts'
import { openTextColumns, openTextItems } from './open-text/columns.ts'
import { editColumn, routedItems } from './route.ts'
import { variableType } from './variable-projections.ts'

/**
 * SQL for the responses kept of one file: where each came from, its variables (of the person invited,
 * else of the unit, else its own), its routed answers, its place in the sample design, whether it is in
 * the base of each question that has a rule, and its membership of each population (GSBPM 5.5).
 */
export function assembleSql(
  definition: Definition,
  ordered: readonly Question[],
  plan: ResponseSource,
  source: SubmissionSource,
  staged: string,
  matched: string,
): string {
  const variables = definition.variables.map(({ id }) => variable(definition, id, plan, source))
  const answers = allAnswerColumns(definition).map(({ name }) => identifier(name))
  const populations = definition.populations.map(
    ({ id, where }) => `(${conditionSql(definition, where ?? {})}) AS ${identifier(populationColumn(id))}`,
  )
  const measures = definition.questions.filter(isMeasured).map(({ id }) => identifier(measureColumn(id)))
  const bases = definition.questions.flatMap(({ id, base }) =>
    base.of === 'rule' ? [`(${conditionSql(definition, base.rule)}) AS ${identifier(baseColumn(id))}`] : [],
  )
  const words = openTextItems(definition, source)
  return `SELECT source, record, person, unit, covers, digest, do_not_publish, weight, stratum, cluster, population_size,
      ${[...definition.variables.map(({ id }) => identifier(id)), ...answers].map((name) => `${name},`).join(' ')}
      ${definition.questions.map(({ id }) => `${editColumn(id)},`).join(' ')}
      ${[...openTextColumns(definition), ...measures, ...bases, ...populations].join(', ')}
    FROM (
      SELECT ${literal(source.file)} AS source, m.record + ${source.firstRow} AS record, m.person, m.unit, s.covers, s.digest, s.do_not_publish, s.weight, s.stratum, s.cluster, s.population_size,
        ${[...variables, ...routedItems(definition, ordered, source), ...words].join(',\n        ')}
      FROM ${staged} s JOIN ${matched} m ON s.rowid = m.record
      LEFT JOIN people p ON m.person = p.rowid
      LEFT JOIN units u ON m.unit = u.key
      WHERE m.reason IS NULL
    )`
}

function variable(
  definition: Definition,
  id: string,
  plan: ResponseSource,
  source: SubmissionSource,
): string {
  const name = identifier(id)
  const places = [
    ...(definition.invitees?.columns[id] === undefined ? [] : [`p.${name}`]),
    ...(definition.frame?.columns[id] === undefined ? [] : [`u.${name}`]),
    ...(source.columns.has(id) || (id === 'channel' && plan.channel !== undefined) ? [`s.${name}`] : []),
  ]
  const type = identifier(variableType(id))
  return `coalesce(${[...places, `${literal(NOTHING.noReply)}::${type}`].join(', ')}) AS ${name}`
}
