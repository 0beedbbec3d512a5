import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import { answerColumns, labelKey, type RankingQuestion } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { answerType, knownColumn, rawColumn, ruleColumn } from './answer-names.ts'

/**
 * What must be looked up of the columns that hold the ranks of items before `rankingProjections`, which use
 * it often: each rank as a number, and whether two items have one rank.
 */
export function rankLookups(question: RankingQuestion, source: SubmissionSource): readonly Projection[] {
  const own = ownCells(question, source)
  if (own.length === 0) return []
  const ranks = own.map(({ name, cell }) => ({ name: knownColumn(name), sql: rankSql(cell) }))
  const list = `[${ranks.map(({ sql }) => sql).join(', ')}]`
  const given = own.map((_, index) => `(${ranks[index]?.sql} IS NOT NULL)::UTINYINT`).join(' + ')
  return [...ranks, { name: knownColumn(question.id), sql: `list_unique(${list}) <> ${given}` }]
}

/**
 * The rank of each item: from a column of its own that holds it, or from its place in the one cell. Where
 * two items have one rank, or an item stands in the cell twice, none of it is a ranking: all are errors.
 */
export function rankingProjections(
  question: RankingQuestion,
  source: SubmissionSource,
): readonly Projection[] {
  const own = ownCells(question, source)
  if (own.length > 0) return fromColumns(question, own)
  const cell = source.columns.get(question.id)
  return cell === undefined ? [] : fromCell(question, cell)
}

interface OwnCell {
  readonly name: string
  readonly cell: string
}

const ownCells = (question: RankingQuestion, source: SubmissionSource): readonly OwnCell[] =>
  answerColumns(question).flatMap(({ name }) => {
    const cell = source.columns.get(name)
    return cell === undefined ? [] : [{ name, cell }]
  })

function fromColumns({ id, answers }: RankingQuestion, cells: readonly OwnCell[]): readonly Projection[] {
  const tied = knownColumn(id)
  const blank = (cell: string) => `${cell} IS NULL OR NOT has_text(${cell})`
  const read = cells.map(({ name, cell }) => rankOf(name, knownColumn(name), blank(cell), tied))
  const strays = cells.map(
    ({ name, cell }) => `(coalesce(${knownColumn(name)} > ${answers.length}, true) AND NOT (${blank(cell)}))`,
  )
  return [...read, ruleOf(id, [tied, ...strays].join(' OR '))]
}

function fromCell(question: RankingQuestion, cell: string): readonly Projection[] {
  const parts = knownColumn(question.id)
  const tied = hasRepeats(`list_filter(${parts}, lambda part: part <> '')`)
  const read = answerColumns(question).map(({ name, option = '' }) => {
    const place = `list_position(${parts}, ${literal(labelKey(option))})`
    return rankOf(name, place, `${cell} IS NULL OR ${place} IS NULL OR ${place} = 0`, tied)
  })
  const known = literals(['', ...question.answers.map(labelKey)])
  const wrong = `${cell} IS NOT NULL AND (NOT list_has_all([${known}], ${parts}) OR ${tied})`
  return [...read, ruleOf(question.id, wrong)]
}

/** One item's rank as a label; `blank` and `tied` are SQL conditions. */
function rankOf(name: string, rank: string, blank: string, tied: string): Projection {
  const type = answerType(name)
  const error = `${literal(NOTHING.error)}::"${type}"`
  return {
    name: rawColumn(name),
    sql: `CASE WHEN ${blank} THEN ${literal(NOTHING.noReply)}::"${type}" WHEN ${tied} THEN ${error}
      ELSE coalesce(try_cast(CAST(${rank} AS VARCHAR) AS "${type}"), ${error}) END`,
  }
}

const ruleOf = (question: string, wrong: string): Projection => ({
  name: ruleColumn(question),
  sql: `(CASE WHEN ${wrong} THEN 4 ELSE 0 END)::UTINYINT`,
})

const hasRepeats = (list: string): string => `len(${list}) <> len(list_distinct(${list}))`

/** The number of a rank: most are one digit, which costs a look-up; NULL for what is no rank. */
const rankSql = (cell: string): string =>
  `CASE WHEN ${cell} IS NULL THEN NULL WHEN length(${cell}) = 1 AND ${cell} BETWEEN '1' AND '9' THEN ${cell}::INTEGER
    ELSE try_cast(regexp_extract(${cell}, ${RANK}, 1) AS INTEGER) END`

/** "2", "02", "2.0", "2nd", "2 (second)"; not "1.5". */
const RANK = literal(String.raw`^\s*0*([1-9][0-9]*)(?:[.]0*|[^0-9.].*)?$`)
