import { NOTHING } from '../artefacts.ts'
import { type AnswerColumn, allAnswerColumns, type Definition } from '../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import { DRAWN } from './draw.ts'
import { privateColumns } from './private-columns.ts'
import { RECODING, typeOf } from './recoding.ts'
import type { Withheld } from './withheld.ts'

/** Relation of the responses as they are published. */
export const PUBLISHED = 'anonymous_responses'

/**
 * The key of every order and draw: a digest of all rows received, whatever their order. The same files give the
 * same release anywhere, and who does not hold them cannot compute it.
 */
export const writeSecret = (engine: Engine, relation: string): Promise<void> =>
  engine.run(`CREATE TABLE secret AS
    SELECT md5(concat_ws('-', count(*), bit_xor(digest), sum(digest))) AS key FROM ${identifier(relation)}`)

/**
 * Makes the published responses: recoded variables, answers, and what only tables need. Their order is that of
 * a hash keyed with the secret; ids count along it.
 */
export async function writePublished(
  engine: Engine,
  definition: Definition,
  relation: string,
  withheld: Withheld,
  divided: boolean,
): Promise<void> {
  const { publish } = definition.privacy
  const answers: string[] = []
  for (const column of allAnswerColumns(definition)) {
    const name = identifier(column.name)
    const when = withheld([column.question.id])
    if (when === undefined) answers.push(`r.${name}`)
    else {
      const type = await answerType(engine, column)
      answers.push(
        `(CASE WHEN ${when} THEN ${literal(NOTHING.notReleased)} ELSE r.${name}::VARCHAR END)::${type} AS ${name}`,
      )
    }
  }
  const variables = publish.map((id) => `${RECODING}.${typeOf(id)} AS ${identifier(id)}`)
  const keys = publish.map((id, index) => `enum_code(r.${identifier(id)}) = ${RECODING}.value_${index}`)
  const piece = divided ? [`${RECODING}.piece = coalesce(${DRAWN}.piece, 0)`] : []
  await engine.run(`CREATE TABLE ${PUBLISHED} AS
    SELECT row_number() OVER () AS id, * FROM (
      SELECT ${[...variables, ...answers, ...privateColumns(definition, withheld)].join(', ')}
      FROM ${identifier(relation)} r ${divided ? `LEFT JOIN ${DRAWN} ON ${DRAWN}.row = r.rowid` : ''}
      JOIN ${RECODING} ON ${[...keys, ...piece].join(' AND ') || 'true'}
      ORDER BY md5_number_lower((SELECT key FROM secret) || r.digest::VARCHAR), r.digest)`)
}

/** The type of answers of which some may be withheld. */
async function answerType(engine: Engine, { name, labels }: AnswerColumn): Promise<string> {
  const type = identifier(`published answer ${name}`)
  const { notAsked, noReply, error, notReleased } = NOTHING
  await engine.run(
    `CREATE TYPE ${type} AS ENUM (${literals([...labels, notAsked, noReply, error, notReleased])})`,
  )
  return type
}
