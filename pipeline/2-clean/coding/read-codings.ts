import type { SubmissionSource } from '../../artefacts.ts'
import { type CodingSheet, codedQuestions, type Definition } from '../../definition/index.ts'
import { type Engine, literal } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { readOwnSheet } from '../open-text/own-sheet.ts'
import { codingFaults } from './coding-faults.ts'

/**
 * Reads a sheet of codes, after `code_frame` is there. Adds to `codings` (coder, reference, question, codes:
 * a list without repetition in the order of the frame) every answer that it codes; `none` is an empty list,
 * a blank cell is not coded. `coder` is its place among the coders; what was agreed on is below 0. Returns what is
 * wrong with the sheet, never what a cell says.
 */
export async function readCodings(
  engine: Engine,
  definition: Definition,
  { separator }: Pick<CodingSheet, 'separator'>,
  source: SubmissionSource,
  coder: number,
): Promise<readonly Issue[]> {
  const [only, ...others] = codedQuestions(definition)
  const alone = only === undefined || others.length > 0 ? 'NULL' : literal(only.id)
  const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
  const faults = await readOwnSheet(source, 'coding_rows', [
    { name: 'reference', sql: `code_text(regexp_replace(${cell('response')}, '^''([=+@-])', '\\1'))` },
    { name: 'question', sql: `coalesce(nullif(label_key(${cell('question')}), ''), ${alone})` },
    { name: 'codes', sql: cell('codes') },
  ])
  if (hasErrors(faults)) return faults
  await engine.run(`CREATE OR REPLACE TEMP TABLE coding_parts AS
    SELECT r.row, r.reference, r.question, r.part, f.code, f.place FROM (
      SELECT row, reference, question, unnest(parts) AS part FROM (
        SELECT rowid + ${source.firstRow} AS row, reference, question,
          list_filter(list_transform(string_split(codes, ${literal(separator)}), lambda part: label_key(part)),
            lambda part: part <> '') AS parts
        FROM coding_rows WHERE codes IS NOT NULL)) r
    LEFT JOIN code_frame f ON f.question = r.question AND f.form = r.part`)
  const issues = await codingFaults(engine, definition, source.file)
  if (hasErrors(issues)) return issues
  await engine.run(`INSERT INTO codings
    SELECT DISTINCT ${coder}, reference, question, codes FROM (
      SELECT row, reference, question, coalesce(list(code ORDER BY place) FILTER (WHERE code IS NOT NULL), []) AS codes
      FROM (SELECT DISTINCT row, reference, question, code, place FROM coding_parts)
      GROUP BY row, reference, question)`)
  await engine.run('DROP TABLE coding_rows; DROP TABLE coding_parts')
  return [...issues, ...(await codedTwice(engine, source.file, coder))]
}

/** One coder, one answer, and two rows that say different things of it. */
async function codedTwice(engine: Engine, file: string, coder: number): Promise<readonly Issue[]> {
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS answers FROM (
    SELECT reference, question FROM codings WHERE coder = ${coder} GROUP BY reference, question HAVING count(*) > 1)`)
  const answers = Number(row?.['answers'])
  if (answers === 0) return []
  return [
    {
      code: 'clean/coded-twice',
      severity: 'error',
      concern: 'data',
      message: `${answers === 1 ? 'One answer has' : `${answers} answers have`} two rows in this sheet with different codes.`,
      expected: 'one row an answer, with all of its codes',
      advice: 'Remove one of the two rows, or put all codes into one.',
      file,
    },
  ]
}
