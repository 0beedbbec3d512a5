import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import { answerColumns, labelKey, type RankingQuestion } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { answerType, knownColumn, rawColumn, ruleColumn } from './answer-names.ts'

/**
 * The rank of each item: from a column of its own that holds it, or from its place in the one cell. Where
 * two items have one rank, or an item stands in the cell twice, none of it is a ranking: all are errors.
 */
export function rankingProjections(
  question: RankingQuestion,
  source: SubmissionSource,
): readonly Projection[] {
  const own = answerColumns(question).flatMap(({ name }) => {
    const cell = source.columns.get(name)
    return cell === undefined ? [] : [{ name, cell }]
  })
  if (own.length > 0) return fromColumns(question, own)
  const cell = source.columns.get(question.id)
  return cell === undefined ? [] : fromCell(question, cell)
}

function fromColumns(
  { id }: RankingQuestion,
  columns: readonly { readonly name: string; readonly cell: string }[],
): readonly Projection[] {
  const ranks = columns.map(({ cell }) => `try_cast(regexp_extract(${cell}, ${RANK}, 1) AS INTEGER)`)
  const tied = hasRepeats(`list_filter([${ranks.join(', ')}], lambda rank: rank IS NOT NULL)`)
  const read = columns.map(({ name, cell }, index) =>
    rankOf(name, ranks[index] ?? 'NULL', `${cell} IS NULL OR NOT has_text(${cell})`, tied),
  )
  const wrong = read.map(({ sql }) => `${sql} = ${literal(NOTHING.error)}`).join(' OR ')
  return [...read, ruleOf(id, wrong)]
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

/** "2", "02", "2.0", "2nd", "2 (second)"; not "1.5". */
const RANK = literal(String.raw`^\s*0*([1-9][0-9]*)(?:[.]0*|[^0-9.].*)?$`)
