import type { SubmissionSource } from '../artefacts.ts'
import type { Definition, NumberQuestion } from '../definition/index.ts'
import { type Engine, literal, literals } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { ruleColumn } from './answer-names.ts'
import { CODING_RULES } from './labels.ts'
import { editColumn } from './route.ts'

/** Starts the private cleaning log: every change and every row set aside, with file, row, field and rule. */
export const startLog = (engine: Engine): Promise<void> =>
  engine.run('CREATE TABLE cleaning_log (file VARCHAR, row BIGINT, field VARCHAR, rule VARCHAR)')

/** Logs the rows of one file that are set aside. */
export const logSetAside = (engine: Engine, source: SubmissionSource, matched: string): Promise<void> =>
  engine.run(`INSERT INTO cleaning_log SELECT ${literal(source.file)}, record + ${source.firstRow}, NULL, 'set aside: ' || reason
    FROM ${matched} WHERE reason IS NOT NULL ORDER BY record`)

/** Logs, for the rows of one file that are kept, variables that a rule changed and units found by name. */
export async function logJoins(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  staged: string,
  matched: string,
): Promise<void> {
  const file = literal(source.file)
  const variables = definition.variables.filter(({ id }) => source.columns.has(id))
  const parts = [
    `SELECT ${file}, record + ${source.firstRow}, 'unit', method FROM ${matched} WHERE reason IS NULL AND method IS NOT NULL`,
    ...variables.map(
      ({
        id,
      }) => `SELECT ${file}, m.record + ${source.firstRow}, ${literal(id)}, ${ruleInWords(ruleColumn(id))}
        FROM ${staged} s JOIN ${matched} m ON s.rowid = m.record WHERE m.reason IS NULL AND ${ruleColumn(id)} > 0`,
    ),
  ]
  await engine.run(`INSERT INTO cleaning_log ${parts.join(' UNION ALL ')}`)
}

const ruleInWords = (column: string): string =>
  `CASE ${column} ${Object.entries(CODING_RULES)
    .map(([rule, words]) => `WHEN ${rule} THEN ${literal(words)}`)
    .join(' ')} END`

/** Logs every answer that a rule changed. */
export async function logEdits(engine: Engine, definition: Definition): Promise<void> {
  const parts = definition.questions.map(
    ({ id }) => `SELECT source, record, ${literal(id)}, ${ruleInWords(editColumn(id))}
      FROM responses WHERE ${editColumn(id)} > 0`,
  )
  await engine.run(`INSERT INTO cleaning_log ${parts.join(' UNION ALL ')}`)
}

/**
 * Answers outside the code list, as issues: an error for each question where the definition says
 * refuse, else one warning, for the cleaning log has each of them.
 */
export async function unlistedAnswers(engine: Engine, definition: Definition): Promise<readonly Issue[]> {
  const rows = await engine.rows(`SELECT file, field, count(*)::INTEGER AS cells, min(row)::INTEGER AS first
    FROM cleaning_log WHERE rule IN (${literal(CODING_RULES[4])}, ${literal(CODING_RULES[6])})
      AND field IN (${literals(definition.questions.map(({ id }) => id))})
    GROUP BY file, field ORDER BY file, field`)
  if (rows.length === 0) return []
  if (definition.cleaning.unlistedAnswers === 'error') {
    const cells = rows.reduce((sum, row) => sum + Number(row['cells']), 0)
    return [
      {
        code: 'clean/unlisted-answer',
        severity: 'warning',
        concern: 'data',
        message: `${cells} ${cells === 1 ? 'answer is' : 'answers are'} not in the code lists. They are published as [error] and counted in no base; where others of several answers are listed, those count.`,
        advice: 'The cleaning log has the file, row and question of each.',
      },
    ]
  }
  return rows.map(({ file, field, cells, first }) => ({
    code: 'clean/unlisted-answer',
    severity: 'error',
    concern: 'data',
    message:
      cells === 1
        ? 'The answer in this row is not in the code list.'
        : `${cells} answers are not in the code list; this is the row of the first.`,
    ...expectation(definition, String(field)),
    file: String(file),
    row: Number(first),
    column: String(field),
  }))
}

/** What was expected of a question's answers, and what to do. */
function expectation(definition: Definition, field: string): Pick<Issue, 'advice'> & { expected: string } {
  const question = definition.questions.find(({ id }) => id === field)
  const otherwise = 'state `cleaning: { unlisted_answers: error }` to keep such answers apart.'
  if (question?.kind === 'number') {
    return { expected: rangeInWords(question), advice: `Correct the cell or the limits, or ${otherwise}` }
  }
  return {
    expected:
      question !== undefined && 'answers' in question
        ? question.answers.join('; ')
        : 'an answer of the code list',
    advice: `Add the answer to questions.${field}.answers, correct the cell, or ${otherwise}`,
  }
}

/** "a number from 0 to 10", "a date from 2020-01-01". */
function rangeInWords({ dates, minimum, maximum }: NumberQuestion): string {
  const shown = (limit: number) =>
    dates ? new Date(limit * MILLISECONDS_A_DAY).toISOString().slice(0, 10) : String(limit)
  return [
    dates ? 'a date' : 'a number',
    ...(minimum === undefined ? [] : [`from ${shown(minimum)}`]),
    ...(maximum === undefined ? [] : [`${minimum === undefined ? 'up ' : ''}to ${shown(maximum)}`]),
  ].join(' ')
}

const MILLISECONDS_A_DAY = 86_400_000
