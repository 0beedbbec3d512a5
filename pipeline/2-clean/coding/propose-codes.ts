import { CODING_TO_DO } from '../../artefacts.ts'
import { codedQuestions, type Definition, type TextTheme } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'

/**
 * Makes `coding_to_do`, after `codeAnswers`: the answers that nobody has coded, for a coder to fill in: response,
 * question, answer, the codes whose keywords stand in it, the words that are the reason, and `codes`, blank. A
 * proposal counts for nothing until a person writes it down.
 */
export async function proposeCodes(engine: Engine, definition: Definition): Promise<void> {
  const questions = codedQuestions(definition)
  if (questions.length === 0) return
  const parts = questions.map(({ id, themes }, place) => {
    const found = themes.filter(({ keywords }) => keywords.length > 0).map(foundSql)
    const proposals = `list_filter([${found.join(', ')}]::VARCHAR[][], lambda one: one[2] <> '')`
    return `SELECT ${place} AS place, reference AS response, question, answer, ${proposals} AS proposals
      FROM open_answers WHERE question = ${literal(id)} AND reference IS NOT NULL`
  })
  await engine.run(`CREATE OR REPLACE TABLE ${CODING_TO_DO} AS
    SELECT response, question, answer,
      array_to_string(list_transform(proposals, lambda one: one[1]), ';') AS proposed,
      array_to_string(list_transform(proposals, lambda one: one[1] || ': ' || one[2]), '; ') AS because,
      '' AS codes
    FROM (${parts.join(' UNION ALL ')}) t
    WHERE NOT EXISTS (SELECT 1 FROM codings c WHERE c.reference = t.response AND c.question = t.question)
    ORDER BY place, response`)
}

/** SQL: a code and the first of its keywords in an answer, as it stands there; blank where there is none. */
const foundSql = ({ code, keywords }: TextTheme): string =>
  `[${literal(code)}, regexp_extract(answer, ${literal(keywordPattern(keywords))}, 1, 'i')]`

/**
 * A pattern of whole words: `*` at an end of a keyword stands for further letters, a blank for any blanks. The engine
 * matches in time linear in the answer, whatever the keywords.
 */
export function keywordPattern(keywords: readonly string[]): string {
  const words = keywords.map((keyword) =>
    keyword
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[\\pL\\pN]*')
      .replace(/\s+/g, '\\s+'),
  )
  return `(?:^|[^\\pL\\pN])(${words.join('|')})(?:$|[^\\pL\\pN])`
}
