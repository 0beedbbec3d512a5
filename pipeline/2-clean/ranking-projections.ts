import { NOTHING, type Projection, type SubmissionSource } from '../artefacts.ts'
import { answerColumns, labelKey, type RankingQuestion } from '../definition/index.ts'
import { literal, literals } from '../engine/index.ts'
import { answerType, knownColumn, rawColumn, ruleColumn } from './answer-names.ts'

/** The rank of each item: from a column of its own that holds it, or from its place in the one cell. */
export function rankingProjections(
  question: RankingQuestion,
  source: SubmissionSource,
): readonly Projection[] {
  const columns = answerColumns(question)
  const label = (rank: string, name: string, blank: string) =>
    `CASE WHEN ${blank} THEN ${literal(NOTHING.noReply)}
      ELSE coalesce(try_cast(CAST(${rank} AS VARCHAR) AS "${answerType(name)}"), ${literal(NOTHING.error)}) END::"${answerType(name)}"`
  const own = columns.flatMap(({ name }) => {
    const cell = source.columns.get(name)
    if (cell === undefined) return []
    const rank = `try_cast(regexp_extract(${cell}, '^\\s*0*([0-9]+)', 1) AS INTEGER)`
    return [{ name: rawColumn(name), sql: label(rank, name, `${cell} IS NULL OR NOT has_text(${cell})`) }]
  })
  if (own.length > 0) return own
  const cell = source.columns.get(question.id)
  if (cell === undefined) return []
  const parts = knownColumn(question.id)
  const known = literals(['', ...question.answers.map(labelKey)])
  return [
    ...columns.map(({ name, option = '' }) => {
      const place = `list_position(${parts}, ${literal(labelKey(option))})`
      const absent = `${cell} IS NULL OR ${place} IS NULL OR ${place} = 0`
      return { name: rawColumn(name), sql: label(place, name, absent) }
    }),
    {
      name: ruleColumn(question.id),
      sql: `(CASE WHEN ${cell} IS NULL OR list_has_all([${known}], ${parts}) THEN 0 ELSE 4 END)::UTINYINT`,
    },
  ]
}
