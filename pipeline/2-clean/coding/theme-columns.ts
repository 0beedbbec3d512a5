import { NOTHING } from '../../artefacts.ts'
import { type CodedQuestion, codedQuestions, type Definition, themeColumns } from '../../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../../engine/index.ts'

/**
 * Adds to `responses` a column a theme: `true` where the answer has its code or that of one of its sub-themes,
 * `false` where it was coded and has not, and a mark where no codes of it count.
 */
export async function addThemeColumns(engine: Engine, definition: Definition): Promise<void> {
  const questions = codedQuestions(definition)
  const columns = questions.flatMap((question) =>
    question.themes.map(({ code }, index) => {
      const parts = question.themes.filter(({ parent }) => parent === code).map((theme) => theme.code)
      const name = identifier(themeColumns(question)[index] ?? '')
      return `CASE WHEN ${codesOf(question)} IS NULL THEN ${literal(NOTHING.noReply)}
        WHEN list_has_any(${codesOf(question)}, [${literals([code, ...parts])}]) THEN 'true' ELSE 'false' END AS ${name}`
    }),
  )
  const joins = questions.map(
    (
      question,
    ) => `LEFT JOIN (SELECT reference, codes FROM resolved_codings WHERE question = ${literal(question.id)})
      ${joined(question)} ON ${joined(question)}.reference = r.reference`,
  )
  await engine.run(`CREATE TABLE coded_responses AS
    SELECT r.*, ${columns.join(', ')} FROM responses r ${joins.join('\n')} ORDER BY r.rowid`)
  await engine.run('DROP TABLE responses; ALTER TABLE coded_responses RENAME TO responses')
}

const joined = ({ id }: CodedQuestion): string => identifier(`codes_${id}`)
const codesOf = (question: CodedQuestion): string => `${joined(question)}.codes`
