import { conditionSql } from '../condition-sql.ts'
import { answerColumns, type Definition } from '../definition/index.ts'
import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { NOTHING } from '../fields.ts'

/** The variable under which cells have the file that a response came in. */
export const SOURCE = 'source'

/**
 * Whether the file that somebody answered in tells what they said: a question asked of all who gave an answer, that one file
 * lacks. Its empty column then says of a group that nobody in the other files gave that answer.
 */
export async function isToldByFile(
  engine: Engine,
  definition: Definition,
  relation: string,
  plan: TabulationPlan,
): Promise<boolean> {
  if (definition.responses.length < 2) return false
  const exact = new Set(plan.questions.filter(({ exactly }) => exactly === true).map(({ id }) => id))
  const lacking = definition.questions
    .filter(({ id }) => exact.has(id))
    .map((question) => {
      const silent = answerColumns(question).map(
        ({ name }) => `${identifier(name)} = ${literal(NOTHING.notAsked)}`,
      )
      return `((${conditionSql(definition, question.askedIf ?? {})}) AND ${silent.join(' AND ')})`
    })
  if (lacking.length === 0) return false
  const found = await engine.rows(
    `SELECT 1 AS lacks FROM ${identifier(relation)} WHERE ${lacking.join(' OR ')} LIMIT 1`,
  )
  return found.length > 0
}
