import type { SubmissionSource } from '../../artefacts.ts'
import { codedQuestions, type Definition, readQuestions } from '../../definition/index.ts'
import { type Engine, literals } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { readOwnSheet } from './own-sheet.ts'

/** Relation of the quotes that somebody chose: row, reference, question, theme (a code, or NULL), words, received. */
export const CHOSEN_QUOTES = 'chosen_quotes'

/**
 * Reads the sheet of quotes. Rows without words are left out. An error for each row that names no open question, no
 * response, or a theme that its question does not have.
 */
export async function readQuotes(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
): Promise<readonly Issue[]> {
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  const [only, ...others] = readQuestions(definition)
  const alone = only === undefined || others.length > 0 ? [] : [only.id]
  const faults = await readOwnSheet(source, 'quote_rows', [
    { name: 'reference', sql: `code_text(${cell('response')})` },
    {
      name: 'question',
      sql: `coalesce(nullif(label_key(${cell('question')}), ''), ${literals([...alone, ''])})`,
    },
    { name: 'theme', sql: `nullif(label_key(${cell('theme')}), '')` },
    // An apostrophe keeps words from being taken for a formula; it is none of them.
    { name: 'words', sql: `regexp_replace(${cell('quote')}, '^''([=+@-])', '\\1')` },
  ])
  if (hasErrors(faults)) return faults
  await engine.run(`CREATE OR REPLACE TABLE ${CHOSEN_QUOTES} AS
    SELECT r.rowid + ${source.firstRow} AS row, r.reference, r.question, f.code AS theme, r.theme AS theme_form, r.words,
      r.reference IN (SELECT s.reference FROM references_seen s) AS received
    FROM quote_rows r LEFT JOIN code_frame f ON f.question = r.question AND f.form = r.theme
    WHERE r.words IS NOT NULL AND has_text(r.words)`)
  await engine.run('DROP TABLE quote_rows')
  return quoteFaults(engine, definition, source.file)
}

async function quoteFaults(engine: Engine, definition: Definition, file: string): Promise<readonly Issue[]> {
  const open = readQuestions(definition).map(({ id }) => id)
  const coded = codedQuestions(definition).map(({ id }) => id)
  const rules = [
    {
      holds: `question NOT IN (${literals(open)})`,
      column: 'question',
      message: 'This row quotes an answer to no open question.',
      expected: open.join(', '),
    },
    {
      holds: 'reference IS NULL',
      column: 'response',
      message: 'This row does not say whose words it quotes.',
      expected: 'the reference of a response',
    },
    {
      holds: `theme_form IS NOT NULL AND theme IS NULL AND question IN (${literals(open)})`,
      column: 'theme',
      message: 'The theme in this row is not in the code frame of its question.',
      expected: `a code of ${coded.join(', ') || 'a question with themes'}, or nothing`,
    },
  ]
  const issues: Issue[] = []
  for (const { holds, column, message, expected } of rules) {
    const rows = await engine.rows(
      `SELECT row::INTEGER AS row FROM ${CHOSEN_QUOTES} WHERE ${holds} ORDER BY row LIMIT 20`,
    )
    issues.push(
      ...rows.map(
        ({ row }): Issue => ({
          ...{ code: `clean/quote-${column}`, severity: 'error', concern: 'data', message, expected },
          ...{ file, row: Number(row), column },
          advice: 'Correct the row, or remove it.',
        }),
      ),
    )
  }
  return issues
}
