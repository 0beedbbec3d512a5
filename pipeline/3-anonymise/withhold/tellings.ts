import { NOTHING } from '../../artefacts.ts'
import { conditionSql } from '../../condition-sql.ts'
import {
  type AnswerColumn,
  answerColumns,
  baseColumn,
  type Condition,
  type Definition,
  type Id,
  populationColumn,
  type Question,
} from '../../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../../engine/index.ts'
import { leavingQuestions } from '../leaving.ts'
import { following } from '../sensitive.ts'
import type { Telling } from './model.ts'

/**
 * The conditions that rows make visible without being an opinion: who was asked because of a variable, a file or an
 * answer that does not leave; who had a question in the file they answered in; populations and bases made of answers
 * that the rows show. Conditions with the same SQL are one.
 */
export async function tellingsOf(
  engine: Engine,
  definition: Definition,
  relation: string,
): Promise<readonly Telling[]> {
  const leaving = leavingQuestions(definition).filter((question) => answerColumns(question).length > 0)
  const shown = new Set(leaving.map(({ id }) => id).filter((id) => !definition.privacy.publish.includes(id)))
  const lacking = await lackingFiles(engine, definition, relation, leaving)
  const found: Telling[] = []
  for (const question of leaving) {
    for (const column of answerColumns(question)) {
      const hidden = Object.entries(question.askedIf ?? {}).filter(([name]) => !shown.has(name))
      const parts = [
        ...(hidden.length === 0 ? [] : [conditionSql(definition, Object.fromEntries(hidden))]),
        ...(lacking.has(column.name) ? [`source NOT IN (${literals(lacking.get(column.name) ?? [])})`] : []),
      ]
      const byAnswers = hidden.some(([name]) => definition.questions.some(({ id }) => id === name))
      if (parts.length > 0)
        found.push({
          sql: parts.join(' AND '),
          questions: following(question.id, definition.questions),
          own: new Set(),
          routed: new Set(byAnswers ? [] : [question.id]),
        })
    }
  }
  const byAnswers = (condition: Condition | undefined, name: string): readonly Telling[] => {
    const own = Object.keys(condition ?? {}).filter((id) => shown.has(id))
    if (own.length === 0) return []
    const questions = new Set(own.flatMap((id) => [...following(id, definition.questions)]))
    return [{ sql: `r.${identifier(name)}`, questions, own: new Set(own), routed: new Set() }]
  }
  found.push(
    ...definition.populations.flatMap(({ id, where }) => byAnswers(where, populationColumn(id))),
    ...definition.questions.flatMap(({ id, base }) =>
      base.of === 'rule' ? byAnswers(base.rule, baseColumn(id)) : [],
    ),
  )
  return merged(found)
}

/** Column -> the files that do not have it: nobody in them answered, though the routing would have asked. */
async function lackingFiles(
  engine: Engine,
  definition: Definition,
  relation: string,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (definition.responses.length < 2 || questions.length === 0) return new Map()
  const columns = questions.flatMap(answerColumns)
  const lacks = ({ name, question }: AnswerColumn, index: number) =>
    `bool_or(${identifier(name)} = ${literal(NOTHING.notAsked)} AND (${conditionSql(definition, question.askedIf ?? {})})) AS l${index}`
  const rows = await engine.rows(
    `SELECT source, ${columns.map(lacks).join(', ')} FROM ${identifier(relation)} GROUP BY source ORDER BY source`,
  )
  return new Map(
    columns.flatMap(({ name }, index) => {
      const files = rows.filter((row) => row[`l${index}`] === true).map(({ source }) => String(source))
      return files.length === 0 || files.length === rows.length ? [] : [[name, files] as const]
    }),
  )
}

/** One telling a condition, most questions first: what tells most is kept visible first. */
function merged(tellings: readonly Telling[]): readonly Telling[] {
  const bySql = new Map<string, Telling>()
  for (const { sql, questions, own, routed } of tellings) {
    const same = bySql.get(sql)
    bySql.set(sql, {
      sql,
      questions: new Set<Id>([...(same?.questions ?? []), ...questions]),
      own: new Set<Id>([...(same?.own ?? []), ...own]),
      routed: new Set<Id>([...(same?.routed ?? []), ...routed]),
    })
  }
  return [...bySql.values()].sort((a, b) => b.questions.size - a.questions.size || (a.sql < b.sql ? -1 : 1))
}
