/**
 * Coding of open answers (GSBPM 5.2), a room of its own within the stage. In: coders' sheets and the code
 * frame. Out: which themes each response mentions, as columns of `responses`; how alike coders coded; the list
 * of what they disagree on. Does not belong here: counting themes (5-aggregate).
 */
import type { CodingReport, Submissions } from '../../artefacts.ts'
import { codedQuestions, type Definition, textColumn } from '../../definition/index.ts'
import { type Engine, identifier, literal } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { prepareCodeFrame } from './code-frame.ts'
import { listDisagreements } from './disagreements.ts'
import { readCodings } from './read-codings.ts'
import { codingReport } from './report.ts'
import { ADJUDICATED, resolveCodings } from './resolve.ts'
import { addThemeColumns } from './theme-columns.ts'
import { uncoded } from './uncoded.ts'

export { prepareCodeFrame } from './code-frame.ts'
export { proposeCodes } from './propose-codes.ts'

export interface Coding {
  readonly report?: CodingReport
  readonly issues: readonly Issue[]
}

/** Codes the open answers of `responses`, where the definition has a code frame. With errors nothing is coded. */
export async function codeAnswers(
  engine: Engine,
  definition: Definition,
  { coders, adjudication, settled }: Pick<Submissions, 'coders' | 'adjudication' | 'settled'>,
): Promise<Coding> {
  if (codedQuestions(definition).length === 0) return { issues: [] }
  await listAnswers(engine, definition)
  await prepareCodeFrame(engine, definition)
  await engine.run(
    'CREATE TABLE codings (coder INTEGER, reference VARCHAR, question VARCHAR, codes VARCHAR[])',
  )
  const plan = definition.openText
  const issues: Issue[] = []
  for (const [index, source] of coders.entries()) {
    const sheet = plan?.coders[index]
    if (sheet !== undefined) issues.push(...(await readCodings(engine, definition, sheet, source, index)))
  }
  if (adjudication !== undefined) {
    const separator = plan?.adjudication?.separator ?? ';'
    issues.push(...(await readCodings(engine, definition, { separator }, adjudication, ADJUDICATED.named)))
  }
  if (settled !== undefined)
    issues.push(...(await readCodings(engine, definition, { separator: ';' }, settled, ADJUDICATED.listed)))
  if (hasErrors(issues)) return { issues }
  await resolveCodings(engine, plan?.resolve ?? 'nobody')
  await listDisagreements(engine, definition)
  await addThemeColumns(engine, definition)
  const report = await codingReport(engine, definition)
  return { report, issues: [...issues, ...uncoded(report)] }
}

/** `open_answers` (reference, question, answer): every answer to a question with a code frame. */
const listAnswers = (engine: Engine, definition: Definition): Promise<void> => {
  const parts = codedQuestions(definition).map(({ id }) => {
    const words = identifier(textColumn(id))
    return `SELECT reference, ${literal(id)} AS question, ${words} AS answer FROM responses WHERE ${words} IS NOT NULL`
  })
  return engine.run(`CREATE TABLE open_answers AS ${parts.join(' UNION ALL ')}`)
}
