import { type AnswerColumn, answerColumns, type Id, type Question } from '../../definition/index.ts'
import { type Engine, identifier, literal } from '../../engine/index.ts'
import type { RowLimits } from '../limits.ts'
import type { Placing } from '../placing.ts'
import type { Telling } from './model.ts'
import { sideName } from './sides.ts'

/** In `group` (a class, or everybody where it is 0) all who answered gave the same answer to `question`. */
export interface Told {
  readonly question: Id
  readonly group: number
}

/**
 * Where rows would say what all of a group said: in a class, in what visible conditions make of one, or in all rows
 * together, where fewer than `unanimityBelow` answered. To a sensitive question two others must differ, for one who
 * differs knows the rest, and there must be `diversity` answers whatever the size.
 */
export async function toldAnswers(
  engine: Engine,
  { from }: Placing,
  questions: readonly Question[],
  tellings: readonly Telling[],
  hidden: readonly ReadonlySet<number>[],
  limits: RowLimits,
): Promise<readonly Told[]> {
  if (questions.length === 0) return []
  await writeHidden(engine, hidden)
  const sides = tellings.map(
    ({ sql }, index) =>
      `(coalesce((${sql}), false) AND k."row class" NOT IN (SELECT h.class FROM hidden_sides h WHERE h.side = ${index})) AS ${sideName(index)}`,
  )
  const names = tellings.map((_, index) => sideName(index))
  const own = new Set(tellings.flatMap((telling) => [...telling.own]))
  const flags = questions.map((question, index) => {
    const few = answerColumns(question).map(
      (column) => `${answered(column)} BETWEEN 1 AND ${limits.minimumBase - 1}`,
    )
    const flag = [questionFlag(question, limits), ...few].map((one) => `(${one})`).join(' OR ')
    // What a population by answers says of its own answers is how it is made up.
    return `((${flag})${own.has(question.id) && names.length > 0 ? ' AND "row whole" = 1' : ''}) AS ${toldName(index)}`
  })
  const sets = ['()', '("row class")', ...(names.length === 0 ? [] : [`("row class", ${names.join(', ')})`])]
  const whole = names.length === 0 ? '1' : `grouping(${sideName(0)})`
  const columns = [...new Set(questions.flatMap(answerColumns).map(({ name }) => `r.${identifier(name)}`))]
  const counts = questions.flatMap(countsOf)
  const rows = await engine.columns(`
    SELECT coalesce("row class", 0)::INTEGER, ${questions.map((_, index) => `bool_or(${toldName(index)})::INTEGER`).join(', ')} FROM (
      SELECT "row class", ${flags.join(', ')} FROM (
        SELECT "row class", ${whole} AS "row whole", ${counts.join(', ')}
        FROM (SELECT k."row class", ${[...sides, ...columns].join(', ')} ${from})
        GROUP BY GROUPING SETS (${sets.join(', ')})))
    WHERE ${questions.map((_, index) => toldName(index)).join(' OR ')}
    GROUP BY 1 ORDER BY 1`)
  return (rows[0] ?? []).flatMap((group, row) =>
    questions.flatMap(({ id }, index) =>
      Number(rows[index + 1]?.[row]) === 1 ? [{ question: id, group: Number(group) }] : [],
    ),
  )
}

async function writeHidden(engine: Engine, hidden: readonly ReadonlySet<number>[]): Promise<void> {
  const pairs = hidden.flatMap((classes, side) => [...classes].map((one) => ({ side, class: one })))
  await engine.run('CREATE OR REPLACE TABLE hidden_sides (side INTEGER, class INTEGER)')
  if (pairs.length === 0) return
  await engine.run('DROP TABLE hidden_sides')
  await engine.table(
    'hidden_sides',
    new Map([
      ['side', pairs.map(({ side }) => side)],
      ['class', pairs.map((pair) => pair.class)],
    ]),
  )
}

const toldName = (index: number): string => identifier(`told ${index}`)

/** Name of the count of one label in one column. */
const countName = (column: string, label: number): string => identifier(`${column} ${label}`)

/** SQL of how many gave each answer, as columns that `questionFlag` reads. */
export const countsOf = (question: Question): readonly string[] =>
  answerColumns(question).flatMap(({ name, labels }) =>
    labels.map(
      (label, index) =>
        `count(*) FILTER (WHERE ${identifier(name)} = ${literal(label)}) AS ${countName(name, index)}`,
    ),
  )

/** SQL over these counts: whether they say what all of a group said who answered. */
export function questionFlag(question: Question, limits: RowLimits): string {
  const { unanimityBelow, diversity } = limits
  const small = (margin: number) => (column: AnswerColumn) =>
    `(${answered(column)} < ${unanimityBelow} AND ${differing(column)} < ${margin} AND ${leading(column)} > 0)`
  const columns = answerColumns(question)
  if (!question.sensitive) return columns.map(small(1)).join(' OR ')
  const few = columns.map(({ name, labels, kind }) => {
    const given = labels.map((_, index) => `(${countName(name, index)} > 0)::INTEGER`).join(' + ')
    return kind === 'ticked'
      ? `(${diversity > 1} AND ${countName(name, 0)} > 0 AND ${countName(name, 1)} = 0)`
      : `((${given}) BETWEEN 1 AND ${diversity - 1})`
  })
  return [...columns.map(small(2)), ...few].join(' OR ')
}

/** SQL: how many gave the commonest answer; of a tick, how many have it, for not to have it says little. */
const leading = ({ name, labels, kind }: AnswerColumn): string =>
  kind === 'ticked' || labels.length < 2
    ? countName(name, 0)
    : `greatest(${labels.map((_, index) => countName(name, index)).join(', ')})`

/** SQL: how many answered. */
const answered = ({ name, labels }: AnswerColumn): string =>
  `(${labels.map((_, index) => countName(name, index)).join(' + ')})`

/** SQL: how many of those who answered gave another. */
const differing = (column: AnswerColumn): string => `(${answered(column)} - ${leading(column)})`
