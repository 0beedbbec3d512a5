import type { SubmissionSource } from '../../artefacts.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { readOwnSheet } from './own-sheet.ts'

/** Relation of what people decided of passages and quotes: id, choice. */
export const REVIEW_DECISIONS = 'review_decisions'

/** What may be chosen, of a passage and of a quote. */
export const CHOICES = ['keep', 'redact', 'publish', 'withhold'] as const

/**
 * Reads review sheets, in any order of rows and with any of them missing. A decision counts when all rows that
 * decide it say the same; where they do not, none does. Warns of choices that are none.
 */
export async function readReview(
  engine: Engine,
  sources: readonly SubmissionSource[],
): Promise<readonly Issue[]> {
  await engine.run(`CREATE OR REPLACE TABLE ${REVIEW_DECISIONS} (id VARCHAR, choice VARCHAR)`)
  const issues: Issue[] = []
  await engine.run('CREATE OR REPLACE TEMP TABLE all_choices (id VARCHAR, choice VARCHAR)')
  for (const source of sources) {
    const cell = (name: string) => source.columns.get(name) ?? 'NULL::VARCHAR'
    const faults = await readOwnSheet(source, 'review_rows', [
      { name: 'id', sql: `code_text(${cell('id')})` },
      { name: 'choice', sql: `nullif(label_key(${cell('choice')}), '')` },
    ])
    if (hasErrors(faults)) return faults
    const known = CHOICES.map((choice) => `'${choice}'`).join(', ')
    const rows = await engine.rows(`SELECT (rowid + ${source.firstRow})::INTEGER AS row FROM review_rows
      WHERE choice IS NOT NULL AND choice NOT IN (${known}) ORDER BY row LIMIT 20`)
    issues.push(...rows.map(({ row }) => noChoice(source.file, Number(row))))
    await engine.run(`INSERT INTO all_choices SELECT id, choice FROM review_rows
      WHERE id IS NOT NULL AND choice IN (${known}); DROP TABLE review_rows`)
  }
  await engine.run(`INSERT INTO ${REVIEW_DECISIONS} SELECT id, any_value(choice) FROM all_choices
    GROUP BY id HAVING count(DISTINCT choice) = 1`)
  const [row] = await engine.rows(
    'SELECT (count(DISTINCT id) - (SELECT count(*) FROM review_decisions))::INTEGER AS ids FROM all_choices',
  )
  return Number(row?.['ids']) === 0 ? issues : [...issues, contradicted(Number(row?.['ids']))]
}

const noChoice = (file: string, row: number): Issue => ({
  code: 'clean/review-choice',
  severity: 'warning',
  concern: 'data',
  message: 'This choice is none that there is, so nothing is decided.',
  expected: 'keep or redact for words, publish or withhold for a quote',
  advice: 'Correct it in the review sheet and run again.',
  file,
  row,
  column: 'choice',
})

const contradicted = (ids: number): Issue => ({
  code: 'clean/review-contradiction',
  severity: 'warning',
  concern: 'data',
  message: `${ids} ${ids === 1 ? 'decision says' : 'decisions say'} one thing in one row of the review sheets and another in another, so ${ids === 1 ? 'it does' : 'they do'} not count.`,
  advice: 'Correct the review sheets and run again.',
})
