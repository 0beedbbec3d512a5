import { NOTHING } from '../artefacts.ts'
import type { PlannedQuestion } from '../disclosure/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { columnsOf, groupedBy, type RowsRead } from './rows-key.ts'

/** A condition that rows make visible though no column says it: who was asked a question. */
export interface VisibleCondition {
  readonly question: string
  /** Column of `KEYED` with the side of each row; NULL where answers explain that a row was asked or not. */
  readonly side: string
  /** Whether answers explain it for some rows: those may be on either side. */
  readonly explained: boolean
}

/** The published responses, with the side of each visible condition. */
export const KEYED = 'attacked_keyed'

/**
 * Questions that some were asked and others were not, for a reason that no published answer tells: a variable,
 * a population, the file that a response came in. Makes `KEYED`.
 */
export async function visibleConditions(
  engine: Engine,
  { relation, columns, questions }: RowsRead,
): Promise<readonly VisibleCondition[]> {
  const rows = identifier(relation)
  const found: VisibleCondition[] = []
  const joins: string[] = []
  const sides: string[] = []
  for (const question of await askedOfSome(engine, rows, questions)) {
    const by = routedBy(question, questions).filter((name) => columns.includes(name))
    const mixed = `SELECT ${[...by.map(identifier), 'true AS mixed'].join(', ')} FROM ${rows} ${groupedBy(by)}
      HAVING bool_or(${isNotAsked(question)}) AND NOT bool_and(${isNotAsked(question)})`
    if ((await engine.rows(`${mixed} LIMIT 1`)).length === 0) continue
    const number = found.length
    const side = `asked_${number}`
    const equal = by.map(
      (name) => `m${number}.${identifier(name)} IS NOT DISTINCT FROM r.${identifier(name)}`,
    )
    if (by.length > 0) joins.push(`LEFT JOIN (${mixed}) m${number} ON ${equal.join(' AND ')}`)
    const value = `CASE WHEN ${isNotAsked(question, 'r.')} THEN 0 WHEN ${isNotReleased(question, 'r.')} THEN 2 ELSE 1 END`
    sides.push(`${by.length > 0 ? `CASE WHEN m${number}.mixed THEN ${value} END` : value} AS ${side}`)
    found.push({ question: question.id, side, explained: by.length > 0 })
  }
  await engine.run(
    `CREATE OR REPLACE TEMP VIEW ${KEYED} AS SELECT ${['r.*', ...sides].join(', ')} FROM ${rows} r ${joins.join(' ')}`,
  )
  return found
}

/** Questions that were not asked of everybody: as many conditions as there can be. */
async function askedOfSome(
  engine: Engine,
  rows: string,
  questions: readonly PlannedQuestion[],
): Promise<readonly PlannedQuestion[]> {
  if (questions.length === 0) return []
  const any = questions.map((question, index) => `bool_or(${isNotAsked(question)}) AS some_${index}`)
  const [row] = await engine.rows(`SELECT ${any.join(', ')} FROM ${rows}`)
  return questions.filter((_, index) => row?.[`some_${index}`] === true)
}

/** Columns whose answers route a question; releases of before only list questions of one choice. */
const routedBy = (question: PlannedQuestion, questions: readonly PlannedQuestion[]): readonly string[] =>
  question.routedBy ??
  questions.filter(({ id }) => question.askedIf.some((one) => one.question === id)).flatMap(columnsOf)

const isNotAsked = (question: PlannedQuestion, of = ''): string => holds(question, of, NOTHING.notAsked)
const isNotReleased = (question: PlannedQuestion, of = ''): string => holds(question, of, NOTHING.notReleased)

/** SQL: whether this stands in any of a question's columns. */
const holds = (question: PlannedQuestion, of: string, nothing: string): string =>
  `(${columnsOf(question)
    .map((name) => `coalesce(${of}${identifier(name)} = ${literal(nothing)}, false)`)
    .join(' OR ')})`
