import type { SubmissionSource } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, literal } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { CODING_RULES } from './labels.ts'
import { editColumn } from './route.ts'

/** Starts the private cleaning log: every change and every row set aside, with file, row, field and rule. */
export const startLog = (engine: Engine): Promise<void> =>
  engine.run('CREATE TABLE cleaning_log (file VARCHAR, row BIGINT, field VARCHAR, rule VARCHAR)')

/** Logs the rows of one file that are set aside. */
export const logSetAside = (engine: Engine, source: SubmissionSource, matched: string): Promise<void> =>
  engine.run(`INSERT INTO cleaning_log SELECT ${literal(source.file)}, record + 2, NULL, 'set aside: ' || reason
    FROM ${matched} WHERE reason IS NOT NULL ORDER BY record`)

/** Logs every answer that a rule changed. */
export async function logEdits(engine: Engine, definition: Definition): Promise<void> {
  const rules = Object.entries(CODING_RULES).map(([rule, words]) => `WHEN ${rule} THEN ${literal(words)}`)
  const parts = definition.questions.map(
    ({ id }) => `SELECT source, record, ${literal(id)}, CASE ${editColumn(id)} ${rules.join(' ')} END
      FROM responses WHERE ${editColumn(id)} > 0`,
  )
  await engine.run(`INSERT INTO cleaning_log ${parts.join(' UNION ALL ')}`)
}

/** Answers outside the code list, as issues: errors where the definition says refuse. */
export async function unlistedAnswers(engine: Engine, definition: Definition): Promise<readonly Issue[]> {
  const refused = definition.cleaning.unlistedAnswers === 'refuse'
  const rows = await engine.rows(`SELECT file, field, count(*)::INTEGER AS cells, min(row)::INTEGER AS first
    FROM cleaning_log WHERE rule IN (${literal(CODING_RULES[4])}, ${literal(CODING_RULES[6])})
    GROUP BY file, field ORDER BY file, field`)
  return rows.map(({ file, field, cells, first }) => ({
    code: 'clean/unlisted-answer',
    severity: refused ? 'error' : 'warning',
    concern: 'data',
    message:
      cells === 1
        ? 'One answer is not in the code list.'
        : `${cells} answers are not in the code list; this is the first of them.`,
    expected: expected(definition, String(field)),
    advice: refused
      ? `Add the answer to questions.${field}.answers, correct it, or state \`cleaning: { unlisted_answers: error }\` to keep such answers apart.`
      : 'They are published as [error] and counted in no base.',
    file: String(file),
    row: Number(first),
    column: String(field),
  }))
}

function expected(definition: Definition, field: string): string {
  const question = definition.questions.find(({ id }) => id === field)
  if (question?.kind === 'number') return `a number from ${question.minimum ?? 'any'} to ${question.maximum ?? 'any'}`
  return question !== undefined && 'answers' in question ? question.answers.join('; ') : 'an answer of the code list'
}
