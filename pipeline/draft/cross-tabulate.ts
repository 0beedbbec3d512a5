import { labelKey } from '../definition/index.ts'
import { type Engine, identifier, literal, literals, type Row } from '../engine/index.ts'
import { type CellConventions, cellText, textKey } from './cells-sql.ts'
import type { Crossing, Ticks } from './facts.ts'
import type { Judged, JudgedQuestion } from './judge.ts'

/** Most labels that a question can have to route others. */
const MOST_LABELS = 25
/** Fewest answers that can prove anything. */
const FEWEST = 10

type Conventions = CellConventions & { readonly unticked: readonly string[] }

/** Of questions with a column an answer: how many answers a row has at most. One pass over all of them. */
export async function countTicks(
  engine: Engine,
  relation: string,
  judged: readonly Judged[],
  conventions: Conventions,
): Promise<ReadonlyMap<number, Ticks>> {
  const spread = judged.filter((one) => one.is === 'question').filter(isSpread)
  if (spread.length === 0) return new Map()
  const [row] = await engine.rows(
    `SELECT ${spread
      .map((question) => {
        const ticks = question.columns
          .map((column) => `(${tickedSql(column, conventions)})::INTEGER`)
          .join(' + ')
        const name = position(question)
        return `count(*) FILTER (WHERE ${ticks} > 0)::DOUBLE AS rows${name}, coalesce(max(${ticks}), 0)::DOUBLE AS most${name}`
      })
      .join(',\n')} FROM ${identifier(relation)}`,
  )
  return new Map(
    spread.map((question) => {
      const name = position(question)
      return [name, { rows: Number(row?.[`rows${name}`]), most: Number(row?.[`most${name}`]) }] as const
    }),
  )
}

/**
 * Counts what routing rests on: for each closed question, by its answers, how many rows answered each later
 * question that some rows did not. One pass marks every row as answered or not, then one for each question.
 */
export async function crossTabulate(
  engine: Engine,
  relation: string,
  rows: number,
  judged: readonly Judged[],
  conventions: Conventions,
): Promise<readonly Crossing[]> {
  const questions = judged.filter((one) => one.is === 'question')
  const routers = questions.filter(isRouter)
  const targets = questions.filter((question) => isTarget(question, rows))
  if (routers.length === 0 || targets.length === 0) return []
  const marks = `${relation}_marks`
  const filled = (question: JudgedQuestion) =>
    question.columns.map(({ index }) => hasAnswer(`c${index}`, conventions)).join(' OR ')
  await engine.run(
    `CREATE OR REPLACE TABLE ${identifier(marks)} AS SELECT ${[
      ...routers.map((one) => `${answerSql(one, conventions)} AS r${position(one)}`),
      ...targets.map((one) => `(${filled(one)}) AS t${position(one)}`),
    ].join(',\n')} FROM ${identifier(relation)}`,
  )
  const crossings: Crossing[] = []
  for (const router of routers) {
    const later = targets.map(position).filter((target) => target > position(router))
    if (later.length === 0) continue
    const counts = await engine.rows(`SELECT r${position(router)} AS label, count(*)::DOUBLE AS rows,
      ${later.map((target) => `count(*) FILTER (WHERE t${target})::DOUBLE AS t${target}`).join(', ')}
      FROM ${identifier(marks)} GROUP BY ALL ORDER BY label`)
    crossings.push({ router: position(router), targets: later, rows: byKey(counts, later) })
  }
  await engine.run(`DROP TABLE ${identifier(marks)}`)
  return crossings
}

const NOT_TICKED = ['0', 'no', 'false', 'not selected', 'n', 'unchecked']

/** SQL: whether the cell of an option says that it was ticked. */
function tickedSql(
  { index, part = '' }: JudgedQuestion['columns'][number],
  conventions: Conventions,
): string {
  const cell = cellText(`c${index}`, conventions)
  const off = [...NOT_TICKED, ...conventions.unticked.map(labelKey)].filter((mark) => mark !== labelKey(part))
  return `${cell} IS NOT NULL AND NOT list_contains([${literals(off)}], ${textKey(cell)})`
}

/** SQL: key of the one answer of a row, in its cell or of the column that is ticked. */
function answerSql({ columns }: JudgedQuestion, conventions: Conventions): string {
  const [first] = columns
  if (columns.length === 1 && first !== undefined) {
    const cell = `c${first.index}`
    return `CASE WHEN ${hasAnswer(cell, conventions)} THEN ${isPlain(conventions) ? cell : cellText(cell, conventions)} END`
  }
  return `CASE ${columns
    .map((column) => `WHEN ${tickedSql(column, conventions)} THEN ${literal(labelKey(column.part ?? ''))}`)
    .join(' ')} END`
}

/** SQL: whether a cell says anything. */
const hasAnswer = (cell: string, conventions: Conventions): string =>
  isPlain(conventions) ? `coalesce(trim(${cell}), '') <> ''` : `${cellText(cell, conventions)} IS NOT NULL`

/** Whether cells are read as they stand. */
const isPlain = ({ missing, escapes }: Conventions): boolean => missing.length + escapes.length === 0

const position = ({ columns }: JudgedQuestion): number => columns[0]?.index ?? -1

const isSpread = ({ kind, columns }: JudgedQuestion): boolean => kind === 'multiple' && columns.length > 1

function isRouter({ kind, columns, list }: JudgedQuestion): boolean {
  const labels = list?.labels.length ?? columns.length
  return (kind === 'single' || kind === 'scale') && labels > 1 && labels <= MOST_LABELS
}

function isTarget({ columns }: JudgedQuestion, rows: number): boolean {
  const most = Math.max(...columns.map(({ filled }) => filled))
  return most >= FEWEST && most <= rows - FEWEST
}

/** Labels that differ in marks alone are one. */
function byKey(counts: readonly Row[], targets: readonly number[]): Crossing['rows'] {
  const rows = new Map<string | undefined, { rows: number; answered: number[] }>()
  for (const row of counts) {
    const label = labelKey(String(row['label'] ?? ''))
    const key = label === '' ? undefined : label
    const before = rows.get(key) ?? { rows: 0, answered: targets.map(() => 0) }
    rows.set(key, {
      rows: before.rows + Number(row['rows']),
      answered: before.answered.map((count, index) => count + Number(row[`t${targets[index]}`])),
    })
  }
  return [...rows].map(([key, counted]) => ({ ...(key === undefined ? {} : { key }), ...counted }))
}
